"""Statistics of feeds: when each was checked, what was wrong, how much comes, and how much of it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newstui.domain.feed_counts import FeedCounts

if TYPE_CHECKING:
    from newstui.domain.feed import Feed
    from newstui.services.core.articles import Articles
    from newstui.services.feeds.subscriptions import Subscriptions

_WEEKS = 4
"""Weeks over which new articles are counted."""
NEGLECTED = timedelta(days=60)
"""A feed of which nothing was read for so long is one that its reader does not read."""


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
    last_read: datetime | None = None
    """The time at which one of its articles was read last."""
    known_since: datetime | None = None
    """The time from which on there were articles of it."""

    @property
    def read_share(self) -> float:
        """The share of its articles that get read."""
        return self.read / max(1, self.articles)

    def is_neglected(self, now: datetime) -> bool:
        """Returns True for a feed that brings articles to the front page, and of which none was read for long."""
        long_ago = now - NEGLECTED
        is_read = self.last_read is not None and self.last_read > long_ago
        is_shown = not self.feed.is_hidden and not self.feed.is_disabled and self.a_week > 0
        return is_shown and not is_read and self.known_since is not None and self.known_since <= long_ago


def feed_stats(feeds: Subscriptions, articles: Articles, now: datetime) -> list[FeedStats]:
    """Returns the statistics of every feed, by folder and name; `now`: aware."""
    counts = articles.tallies.of_feeds(int((now - timedelta(weeks=_WEEKS)).timestamp()))
    stats = []
    for feed in feeds.all():
        state = feeds.state(feed.first_address)
        known = counts.get(feed.first_address, FeedCounts())
        title = feed.display_title(state.title)
        read_at = datetime.fromtimestamp(known.last_read / 1e6, UTC) if known.last_read is not None else None
        since = datetime.fromtimestamp(known.first_added, UTC) if known.first_added is not None else None
        stats.append(
            FeedStats(
                feed, title, state.checked, state.error, known.number, known.new / _WEEKS, known.read, read_at, since
            )
        )
    return sorted(stats, key=lambda each: (each.feed.folder.casefold(), each.title.casefold(), each.feed.url))
