"""Numbers of articles that match a query, and what some changes do to them."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from newstui.store.catalogue.lists import condition_with
from newstui.store.catalogue.marks import alone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newstui.domain.marks.change import Change
    from newstui.domain.search.query import Node
    from newstui.store.catalogue.connection import Connection
    from newstui.store.catalogue.query_sql import Condition

    Question = tuple[Node, tuple[str, ...]]
    """A query, and the feeds whose articles do not match."""
    Pair = tuple[int, int]
    """Articles that match, and how many of them are unread."""
    Texts = Mapping[str, "array[int]"]
    """A MATCH of the full-text index → a bit for each row, set where it holds the words. No mark changes it."""

_BITS = 60
"""Rows of one number of such an array."""


class Numbers:
    """Counts the matches of queries. `later`: changes that count although the catalogue may lack them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, question: Question, later: Sequence[Change]) -> tuple[int, Pair]:
        """Returns (the edition, how many articles match, how many of them are unread)."""
        with self._connection.snapshot():
            total, unread = self._of_all(question)
            if later:
                marks = alone(self._connection, _articles(later))
                total_was, unread_was = self._of_all(question)
                marks.fold_in(later)
                total_is, unread_is = self._of_all(question)
                total, unread = total - total_was + total_is, unread - unread_was + unread_is
            return self._connection.edition(), (total, unread)

    def texts(self, question: Question) -> Texts:
        """Returns where the words of a query are: asking for each article by itself takes long."""
        from newstui.store.catalogue.query_sql import in_prose, match_of  # not needed for the first paint

        matches: dict[str, array[int]] = {}

        def look(nodes: Sequence[Node]) -> Condition:
            matches[match_of(nodes)] = array("q")
            return in_prose(nodes)

        condition_with(*question, look)
        for match, bits in matches.items():
            rows = self._connection.read(
                f"SELECT rowid / {_BITS}, sum(1 << (rowid % {_BITS})) FROM prose WHERE prose MATCH ? GROUP BY 1",
                (match,),
            )
            bits.frombytes(bytes(bits.itemsize * (1 + max((block for block, _ in rows), default=-1))))
            for block, value in rows:
                bits[block] = value
        return matches

    def differences(
        self, questions: Sequence[Question], texts: Texts, before: Sequence[Change], later: Sequence[Change]
    ) -> tuple[int, list[Pair]]:
        """Returns (the edition, what came to each number since its articles were as `before` sets them).

        Only the articles of `before` are looked at. The stamps of `before` are later than all others.
        """
        articles = _articles(before)
        with self._connection.snapshot():
            marks = alone(self._connection, articles)
            marks.fold_in(change for change in later if not articles.keys().isdisjoint(change.articles))
            now = self._of_each(questions, texts)
            marks.fold_in(before)
            was = self._of_each(questions, texts)
            edition = self._connection.edition()
        return edition, [(new[0] - old[0], new[1] - old[1]) for new, old in zip(now, was, strict=True)]

    def _of_all(self, question: Question) -> Pair:
        where, parameters = condition_with(*question)
        row = self._connection.read_first(
            f"SELECT count(*), coalesce(sum(read = 0), 0) FROM article WHERE {where}", parameters
        )
        assert row is not None
        return row[0], row[1]

    def _of_each(self, questions: Sequence[Question], texts: Texts) -> list[Pair]:
        """Returns the numbers of each question among few articles, each of which is looked at once."""
        from newstui.store.catalogue.query_sql import match_of

        rows = [row for (row,) in self._connection.read("SELECT row FROM article")]

        def among(nodes: Sequence[Node]) -> Condition:
            bits = texts[match_of(nodes)]
            return f"row IN ({', '.join(str(row) for row in rows if _has(bits, row))})", []

        conditions = [condition_with(*question, among) for question in questions]
        columns = ", ".join(["read = 0", *(f"coalesce({sql}, 0)" for sql, _ in conditions)])
        parameters = [parameter for _, parameters in conditions for parameter in parameters]
        matches = self._connection.read(f"SELECT {columns} FROM article", parameters)
        return [
            (sum(row[at] for row in matches), sum(row[0] and row[at] for row in matches))
            for at in range(1, len(questions) + 1)
        ]


def _has(bits: array[int], row: int) -> bool:
    block, bit = divmod(row, _BITS)
    return block < len(bits) and bool(bits[block] >> bit & 1)


def _articles(changes: Sequence[Change]) -> dict[str, None]:
    return {article: None for change in changes for article in change.articles}
