"""A change: one act of the reader. Undo and redo are changes too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from newstui.domain.marks.fields import is_act

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newstui.domain.marks.fields import Value

Act = Literal["do", "undo", "redo", "carry"]
"""`carry`: newstui moved or adopted a mark by itself, for instance to the new id of an edited file. Undo ignores it."""


class Stamp(NamedTuple):
    """The name of a change and its place in time. Stamps are unique and have a total order."""

    at: int
    """µs since 1970, UTC."""
    session: str
    sequence: int

    def __str__(self) -> str:
        return f"{self.at}/{self.session}/{self.sequence}"


class Change(NamedTuple):
    """One field of some articles changed from one value to another at one time."""

    stamp: Stamp
    field: str
    """A name of `fields.FIELDS`, or `tag:NAME`."""
    articles: tuple[str, ...]
    """Ids of articles; addresses of feeds for `subscription`, names for `search`."""
    was: tuple[Value, ...]
    """The values before: one for each article, or a single one for all."""
    to: tuple[Value, ...]
    """The values after, in the same form."""
    title: str = ""
    """The article's title where there is only one: history can be read when the file is gone."""
    act: Act = "do"
    of: Stamp | None = None
    """The change that an undo takes back or a redo brings back."""

    def each(self) -> Iterator[tuple[str, Value, Value]]:
        """Gives (id, was, to) of every article."""
        last_was, last_to = len(self.was) - 1, len(self.to) - 1
        for index, article in enumerate(self.articles):
            yield article, self.was[min(index, last_was)], self.to[min(index, last_to)]

    def reversed(self, stamp: Stamp) -> Change:
        """Returns the change that takes this one back. The reverse of an undo is a redo of the first change."""
        act: Act = "redo" if self.act == "undo" else "undo"
        original = self.of or self.stamp
        return self._replace(stamp=stamp, was=self.to, to=self.was, act=act, of=original)


class Session:
    """One run of newstui. It stamps its changes, and its time never runs backwards."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._latest = 0
        self._sequence = 0

    def observe(self, at: int) -> None:
        """Makes later stamps come after `at`, the time of another session's change."""
        self._latest = max(self._latest, at)

    def stamp(self, now: int) -> Stamp:
        """Returns the next stamp, later than all before; `now` in µs since 1970."""
        self._latest = max(now, self._latest + 1)
        self._sequence += 1
        return Stamp(self._latest, self.name, self._sequence)


def is_undoable(change: Change) -> bool:
    """Returns True for an act of the reader: not a position, and nothing that newstui did by itself."""
    return change.act != "carry" and is_act(change.field)


def undoable(changes: Iterable[Change]) -> tuple[list[Change], list[Change]]:
    """Returns (changes for undo, changes for redo), the next one last in each; `changes` in order of their stamps."""
    done: list[Change] = []
    undone: list[Change] = []
    for change in changes:
        if not is_undoable(change):
            continue
        if change.act == "do":
            done.append(change)
            if undone and not _is_by_the_way(change, undone):
                undone.clear()
        elif change.act == "undo":
            done = [act for act in done if act.of != change.of and act.stamp != change.of]
            undone.append(change)
        else:
            undone = [act for act in undone if act.of != change.of]
            done.append(change)
    return done, undone


def _is_by_the_way(change: Change, undone: Iterable[Change]) -> bool:
    """Returns True for articles that became read, as they and their copies do where a reader only looks.

    Redo is still meant then, unless they are what was undone.
    """
    if change.field != "read" or change.to != (True,) or not change.articles:
        return False
    changed = frozenset(change.articles)
    return all(act.field != "read" or (act.articles and changed.isdisjoint(act.articles)) for act in undone)
