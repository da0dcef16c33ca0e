"""How the feeds are: when each was asked last, what was wrong, how much comes, and how much of it gets read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from newstui.store.feed_state import read_state

if TYPE_CHECKING:
    from datetime import datetime

    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk

_WEEKS = 4
"""What comes in a week is counted over so many."""


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """Of one feed."""

    feed: Feed
    title: str
    """The reader's own name for it, else its own, else its address."""
    checked: datetime | None
    """When it was last asked; None: never."""
    error: str
    articles: int
    """That came with it and are in the library."""
    a_week: float
    """New articles a week, over the last four."""
    read: int


def feed_health(desk: Desk, now: datetime) -> list[FeedHealth]:
    """Of every feed, by folder and name; `now`: aware."""
    counts = desk.articles.feed_counts(int((now - timedelta(weeks=_WEEKS)).timestamp()))
    found = []
    for feed in desk.feeds.all():
        state = read_state(desk.paths.feeds, feed.first_address)
        articles, new, read = counts.get(feed.first_address, (0, 0, 0))
        title = feed.display_title(state.title)
        found.append(FeedHealth(feed, title, state.checked, state.error, articles, new / _WEEKS, read))
    return sorted(found, key=lambda each: (each.feed.folder.casefold(), each.title.casefold(), each.feed.url))
