"""Tallies: the feeds, sources, languages and tags that articles have, with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.feed_counts import FeedCounts
    from newstui.domain.search.tally import NameTally, Tally
    from newstui.services.core.catalogue_pool import CataloguePool
    from newstui.services.core.overlay import Overlay


class Tallies:
    """Counts articles by what they have. Any thread may ask."""

    def __init__(self, pool: CataloguePool, overlay: Overlay, hidden_feeds: Callable[[], Sequence[str]]) -> None:
        """hidden_feeds: the addresses of hidden ones."""
        self._pool, self._overlay, self._hidden_feeds = pool, overlay, hidden_feeds

    def of_sections(self) -> tuple[list[Tally], list[NameTally]]:
        """Returns the numbers of articles by feeds, source and language, and by tag, up to this instant."""
        later = {field: self._overlay.newest(field) for field in ("read", "discarded")}
        return self._pool.ask(lambda catalogue: catalogue.tallies.up_to_now(later["read"], later["discarded"]))

    def newest_by_feed(self) -> dict[str, int]:
        """Returns feed → when its newest article was published, in seconds since 1970."""
        return self._pool.ask(lambda catalogue: catalogue.tallies.newest_by_feed())

    def of_feeds(self, since: int) -> dict[str, FeedCounts]:
        """Returns feed → its numbers; new are articles published since then, in seconds since 1970."""
        return self._pool.ask(lambda catalogue: catalogue.lists.feed_counts(since))

    def by(self, column: str) -> list[tuple[str, int]]:
        """Returns (name, articles) of every `tag`, or `source` without hidden feeds, the most frequent first."""
        hidden = self._hidden_feeds() if column == "source" else ()
        return self._pool.ask(lambda catalogue: catalogue.lists.counts_by(column, hidden))

    def names_with(self, field: str, part: str, most: int) -> list[str]:
        """Returns the names of a `source` or `book` that hold a text."""
        return self._pool.ask(lambda catalogue: catalogue.names.with_part(field, part, most))

    def tags_with(self, part: str) -> list[str]:
        """Returns the tags of articles that have a tag with this text, and those that were just given."""
        tags, newer = self._overlay.around(lambda: self._pool.ask(lambda each: each.names.tags_beside(part)))
        return [*tags, *newer.tags()]
