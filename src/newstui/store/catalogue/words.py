"""The words of the full-text index: how many articles have one, and which articles match many of them best."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.store.catalogue.connection import Connection


class Words:
    """Answers about words as the index has them: also those of articles that are gone, so numbers may be too high."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def others_with(self, words: Sequence[str], most: int, rows: Sequence[int]) -> dict[str, int]:
        """Returns word → the number of articles but those of some rows that have it, where they are `most` at most.

        Words that none or more of them have are left out: no more are counted.
        """
        apart = f"rowid NOT IN ({','.join('?' * len(rows))})"
        sql = f"SELECT count(*) FROM (SELECT 1 FROM prose WHERE prose MATCH ? AND {apart} LIMIT ?)"
        numbers = {word: self._connection.read(sql, (f'"{word}"', *rows, most + 1))[0][0] for word in words}
        return {word: number for word, number in numbers.items() if 0 < number <= most}

    def best_matches(self, words: Sequence[str], most: int) -> list[tuple[int, float, int]]:
        """Returns (row, score, published) of the articles that match these words best; a greater score is better."""
        match = " OR ".join(f'"{word}"' for word in words)
        sql = (
            "SELECT article.row, -bm25(prose, 2.0, 1.0), published FROM prose "
            "JOIN article ON article.row = prose.rowid WHERE prose MATCH ? AND discarded = 0 "
            "ORDER BY bm25(prose, 2.0, 1.0) LIMIT ?"
        )
        return self._connection.read(sql, (match, most))
