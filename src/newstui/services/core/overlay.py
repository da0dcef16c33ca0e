"""The overlay: changes that are made but not in the catalogue yet. One rule: any thread may read it at any time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from newstui.domain.marks.change import Change
from newstui.domain.marks.fields import HEADLINE_FIELDS, TAG
from newstui.services.core.layer import MANY, Absent, Layer
from newstui.services.core.recent_changes import RecentChanges

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from newstui.domain.articles.headline import Headline
    from newstui.domain.marks.change import Stamp
    from newstui.domain.marks.fields import Value

Answer = TypeVar("Answer")
Values = dict[tuple[str, str], tuple["Stamp", "Value"]]
"""(article, field) → when it was changed, and to what."""
_MOST = 1_000


class Newer(NamedTuple):
    """The changes that the catalogue may lack at one moment."""

    values: Values
    layers: tuple[Layer, ...]
    """The newest first."""

    @property
    def is_empty(self) -> bool:
        return not self.values and not self.layers

    def needs_rows(self, field: str) -> bool:
        """Returns True while `of` must be told the row of an article."""
        return any(not layer.is_known for layer in self.layers if layer.change.field == field)

    def knows(self, field: str) -> bool:
        """Returns True where this field of any article is changed."""
        return any(layer.change.field == field for layer in self.layers) or any(
            changed == field for _, changed in self.values
        )

    def of(
        self, article: str, field: str, row: int | None = None, before: Stamp | None = None
    ) -> tuple[Stamp, Value] | None:
        """Returns the newest change of an article's field, of those that came before a stamp; None without one."""
        newest = self.values.get((article, field))
        if newest is not None and before is not None and newest[0] >= before:
            newest = None
        seen: list[Layer] = []
        for layer in self.layers:
            stamp, source = layer.change.stamp, layer.source
            if layer.change.field != field or (before is not None and stamp >= before) or source in seen:
                continue
            seen.append(source)  # its newest act is the one that counts
            if newest is not None and newest[0] > stamp:
                continue
            value = layer.value(article, row)
            if not isinstance(value, Absent):
                return stamp, value
            if layer.takes_back and not layer.is_known and row in layer.row_set:  # all since then is taken back
                newest = newest if newest is not None and newest[0] < source.change.stamp else None
        return newest

    def tags(self) -> list[str]:
        """Returns the names of tags that were given; some of them may be taken away again."""
        fields = [field for (_, field), (_, value) in self.values.items() if value]
        fields += [layer.change.field for layer in self.layers]
        return [field.removeprefix(TAG) for field in fields if field.startswith(TAG)]

    def all_of(self, field: str) -> Iterator[tuple[str, Value]]:
        """Gives (article, newest value) of a field, of all articles that are known by their ids."""
        names = [name for name, changed in self.values if changed == field]
        for layer in self.layers:
            if layer.change.field == field and layer.is_known and (change := layer.real()):
                names.extend(change.articles)
        for name in dict.fromkeys(names):
            if newest := self.of(name, field):
                yield name, newest[1]


class Moment(NamedTuple):
    """The changes of this session at one moment."""

    number: int
    """The number of the last one."""
    later: list[Change]
    """The newest change of each field that the catalogue may lack."""
    is_whole: bool
    """False where the catalogue may lack more than `later`."""
    before: list[Change] | None
    """Changes that set everything that was changed since to what it was; None where that is not known any more."""


class Overlay:
    """The newest value of each changed field, laid over what the catalogue answers."""

    def __init__(self) -> None:
        self._values: Values = {}
        self._layers: dict[Stamp, Layer] = {}
        self._changing = threading.Lock()
        """Held by who adds or drops, so that nobody who reads misses a later change while an earlier one goes."""
        self._recent = RecentChanges()

    @property
    def is_empty(self) -> bool:
        """True when the catalogue alone knows everything."""
        return not self._values and not self._layers

    @property
    def many(self) -> int:
        """The number of marks in changes of very many articles that the catalogue lacks."""
        return sum(max(len(layer.rows), len(layer.change.articles)) for layer in list(self._layers.values()))

    def add(self, change: Change) -> None:
        """Covers the catalogue's values with those of this change."""
        if len(change.articles) > MANY:
            self.add_layer(Layer(change))
            return
        with self._changing:
            for article, _, to in change.each():
                self._values[article, change.field] = (change.stamp, to)
            self._recent.add(change)

    def add_layer(self, layer: Layer) -> None:
        """Covers the catalogue's values with those of a change of very many articles."""
        with self._changing:
            self._layers[layer.change.stamp] = layer
            self._recent.forget()

    def layer(self, stamp: Stamp) -> Layer | None:
        """Returns the layer of a change, while the catalogue does not have it."""
        return self._layers.get(stamp)

    def rows_set_to(self, field: str, value: Value) -> Collection[int]:
        """Returns rows whose field the newest act with very many sets to a value; that of one may be newer."""
        layers = [layer for layer in list(self._layers.values()) if layer.change.field == field]
        newest = max(layers, key=lambda layer: layer.change.stamp, default=None)
        if newest is None or newest.takes_back or newest.change.to != (value,):
            return ()
        return newest.row_set

    def remove(self, changes: Iterable[Change]) -> None:
        """Drops changes that the catalogue has; a later change of the same field stays."""
        for change in changes:
            if self._layers.pop(change.stamp, None) is not None:
                continue
            with self._changing:
                for article in change.articles:
                    newest = self._values.get((article, change.field))
                    if newest is not None and newest[0] <= change.stamp:
                        del self._values[article, change.field]

    def newest(self, field: str) -> dict[str, Value]:
        """Returns article → the newest value of a field, where the catalogue may lack it.

        None of so many that asking for each would take longer than they take to the catalogue.
        """
        values = dict(self._values)
        newest = {article: value for (article, changed), (_, value) in values.items() if changed == field}
        return newest if len(newest) <= _MOST else {}

    def forget_recent(self) -> None:
        """Has nothing follow the last change: its values before are not those that were there."""
        with self._changing:
            self._recent.forget()

    def moment(self, since: int) -> Moment:
        """Returns the changes up to now. since: the number of a change after which something was counted."""
        with self._changing:
            later, is_whole = self._changes()
            return Moment(self._recent.number, later, is_whole, self._recent.values_after(since))

    def _changes(self) -> tuple[list[Change], bool]:
        """Returns (the newest change of each field that the catalogue may lack, False where there are too many)."""
        values = self._values
        if len(values) > _MOST:
            return [], False
        by_act: dict[tuple[Stamp, str], dict[str, Value]] = {}
        for (article, field), (stamp, to) in values.items():
            by_act.setdefault((stamp, field), {})[article] = to
        changes = [
            Change(stamp, field, tuple(to), (None,), tuple(to.values())) for (stamp, field), to in by_act.items()
        ]
        return changes, not self._layers

    def around(self, question: Callable[[], Answer]) -> tuple[Answer, Newer]:
        """Returns the catalogue's answer and every change that it may lack.

        The overlay is read before and after: a change that reaches the catalogue between the two is in one of them.
        """
        values, layers = dict(self._values), dict(self._layers)
        answer = question()
        layers |= self._layers
        newest_first = sorted(layers.values(), key=lambda layer: layer.change.stamp, reverse=True)
        return answer, Newer(values | self._values, tuple(newest_first))


def headlines_with(newer: Newer, headlines: Sequence[Headline]) -> list[Headline]:
    """Returns the headlines as these changes make them."""
    return [_with_changes(headline, newer) for headline in headlines]


def _with_changes(headline: Headline, newer: Newer) -> Headline:
    changed: dict[str, Any] = {}
    for field in HEADLINE_FIELDS:
        if change := newer.of(headline.id, field.name, headline.row):
            changed[field.name] = field.default if change[1] is None else change[1]
    return headline._replace(**changed) if changed else headline
