"""Statistics of feeds: when each was checked, what was wrong, how much comes, and how much of it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from newstui.domain.feed import Feed
    from newstui.services.core.articles import Articles
    from newstui.services.feeds.subscriptions import Subscriptions

_WEEKS = 4
"""Weeks over which new articles are counted."""


@dataclass(frozen=True, slots=True)
class FeedStats:
    """The statistics of one feed."""

    feed: Feed
    title: str
    """The reader's own name for it, else the feed's title, else its address."""
    checked: datetime | None
    """Its last check; None before the first."""
    error: str
    articles: int
    """Articles of this feed in the library."""
    a_week: float
    """New articles a week, over the last four."""
    read: int


def feed_stats(feeds: Subscriptions, articles: Articles, now: datetime) -> list[FeedStats]:
    """Returns the statistics of every feed, by folder and name; `now`: aware."""
    counts = articles.feed_counts(int((now - timedelta(weeks=_WEEKS)).timestamp()))
    stats = []
    for feed in feeds.all():
        state = feeds.state(feed.first_address)
        total, new, read = counts.get(feed.first_address, (0, 0, 0))
        title = feed.display_title(state.title)
        stats.append(FeedStats(feed, title, state.checked, state.error, total, new / _WEEKS, read))
    return sorted(stats, key=lambda each: (each.feed.folder.casefold(), each.title.casefold(), each.feed.url))
