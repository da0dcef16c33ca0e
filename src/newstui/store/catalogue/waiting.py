"""Articles that wait to be read: those among which those that fit into some minutes are chosen, and their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstui.store.catalogue.lists import condition_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.search.query import Node
    from newstui.store.catalogue.connection import Connection

_MOST_OF_EACH = 1_000
"""Articles that are looked at, the newest: of those unread, of those begun, of those bookmarked."""
_KINDS = ("read = 0", "position > 0", "bookmarked = 1 AND read = 0")
_NEVER_READ = 4
"""Articles that are added to those of a source: one that was read of two says little."""


class WaitingArticle(NamedTuple):
    """An article as it may be chosen."""

    row: int
    words: int
    position: float
    is_read: bool
    is_bookmarked: bool
    published: int
    source: str
    story: int
    """The row of the first article of its story."""


class WaitingArticles:
    """Answers about articles that wait to be read."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def articles(self, query: Node, hidden_feeds: Sequence[str]) -> list[WaitingArticle]:
        """Returns articles that match, not of hidden feeds alone: unread ones, those begun, those bookmarked."""
        where, parameters = condition_with(query, hidden_feeds)
        found: dict[int, WaitingArticle] = {}
        for kind in _KINDS:
            for row, words, position, read, bookmarked, published, source, story in self._connection.read(
                "SELECT article.row, article.words, position, read, bookmarked, published, source, "
                "coalesce(story, article.row) FROM article LEFT JOIN story ON story.row = article.row "
                f"WHERE article.row IN (SELECT row FROM article WHERE {kind} AND ({where}) "
                "ORDER BY published DESC LIMIT ?)",
                [*parameters, _MOST_OF_EACH],
            ):
                found[row] = WaitingArticle(
                    row, words, position, bool(read), bool(bookmarked), published, source, story
                )
        return list(found.values())

    def read_shares(self) -> dict[str, float]:
        """Returns source → the share of its articles that were read."""
        rows = self._connection.read("SELECT source, sum(total), sum(unread) FROM tally GROUP BY source")
        return {source: (total - unread) / (total + _NEVER_READ) for source, total, unread in rows}
