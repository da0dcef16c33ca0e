"""A layer: a change of very many articles while it lies over the catalogue. It counts before its articles are known.

The reader gives rows of a list; their ids, and what was there before, are looked up by the journal's writer, in the
order of the changes. Undo and redo of such a change refer to its layer: they need not wait for that.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newstui.domain.marks.change import Change
    from newstui.domain.marks.fields import Value

MANY = 1_000
"""Articles from which a change becomes a layer."""


class Absent:
    """The value of an article that a layer does not change."""


ABSENT: Final = Absent()
Lookup = Callable[[str], "Value | Absent"]
"""Gives the value of an article."""


class _Known:
    """A change with its articles; None where it turned out to change nothing."""

    def __init__(self, change: Change | None) -> None:
        self.change = change

    @cached_property
    def was(self) -> Lookup:
        return _lookup(self.change, self.change.was if self.change else ())

    @cached_property
    def to(self) -> Lookup:
        return _lookup(self.change, self.change.to if self.change else ())


class Layer:
    """One act with very many articles."""

    def __init__(self, change: Change, rows: Sequence[int] = (), source: Layer | None = None) -> None:
        """Makes a layer of a change.

        rows: rows of the catalogue, where the change has no articles yet. source: the layer whose change this one
        takes back or brings back.
        """
        self.change, self.rows = change, rows
        self.source = source or self
        self._row_set: Collection[int] = source.row_set if source else frozenset(rows)
        self._known = _Known(change) if change.articles else None

    @property
    def row_set(self) -> Collection[int]:
        return self._row_set

    @property
    def takes_back(self) -> bool:
        """True for the undo of a change whose articles were not known when it was undone."""
        return self.source is not self and self.change.act == "undo"

    @property
    def is_known(self) -> bool:
        return self.source._known is not None

    def know(self, values: Sequence[tuple[str, Value]]) -> None:
        """Takes the articles of the rows, each with its value before."""
        change, to = self.change, self.change.to[0]
        changed = [(article, was) for article, was in values if was != to]
        if not changed:
            self._known = _Known(None)
            return
        articles, was = zip(*changed, strict=True)
        self._known = _Known(change._replace(articles=articles, was=was[:1] if len(set(was)) == 1 else was, title=""))

    def real(self) -> Change | None:
        """Returns the change with its articles, once they are known; None where it changes nothing."""
        known = self.source._known
        assert known is not None
        original = known.change
        if self.source is self or original is None:
            return original
        was, to = (original.to, original.was) if self.takes_back else (original.was, original.to)
        return self.change._replace(articles=original.articles, was=was, to=to, title="")

    def value(self, article: str, row: int | None) -> Value | Absent:
        """Returns the value that an article has by this layer. row: its row, needed while ids are not known."""
        known = self.source._known
        if known is not None:
            return (known.was if self.takes_back else known.to)(article)
        return self.change.to[0] if row in self.row_set and not self.takes_back else ABSENT


def _lookup(change: Change | None, values: tuple[Value, ...]) -> Lookup:
    if change is None:
        return lambda article: ABSENT
    if len(values) == 1:
        articles, value = frozenset(change.articles), values[0]
        return lambda article: value if article in articles else ABSENT
    by_article = dict(zip(change.articles, values, strict=True))
    return lambda article: by_article.get(article, ABSENT)
