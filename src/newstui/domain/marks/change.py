"""One act of the reader, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Value = bool | float | str | None
Act = Literal["do", "undo", "redo", "carry"]
"""`carry`: an article was edited on disk and has a new id; its marks go with it. Not the reader's act, so no undo."""


class Stamp(NamedTuple):
    """The name of a change and its place in time. Stamps are unique and totally ordered."""

    at: int
    """µs since 1970, UTC."""
    session: str
    sequence: int

    def __str__(self) -> str:
        return f"{self.at}/{self.session}/{self.sequence}"


@dataclass(frozen=True, slots=True)
class Change:
    """Which articles, which field, from what, to what, when."""

    stamp: Stamp
    field: str
    """`read`, `bookmarked`, `discarded`, `tag:NAME` (bool), `position` (0 to 1), `note` (text); of what is no article:
    `subscription` and `search` (text, empty for one that was removed)."""
    articles: tuple[str, ...]
    """Ids; the address of a feed for `subscription`, the name for `search`."""
    was: tuple[Value, ...]
    """One value for each article, or a single one for all."""
    to: tuple[Value, ...]
    """Likewise."""
    title: str = ""
    """Of the article where there is one: history can be read when the file is gone."""
    act: Act = "do"
    of: Stamp | None = None
    """The change that an undo takes back or a redo brings back."""

    def each(self) -> Iterator[tuple[str, Value, Value]]:
        """(id, was, to) of every article."""
        last_was, last_to = len(self.was) - 1, len(self.to) - 1
        for index, article in enumerate(self.articles):
            yield article, self.was[min(index, last_was)], self.to[min(index, last_to)]

    def reversed(self, stamp: Stamp) -> Change:
        """The change that takes this one back; reversing an undo is a redo of the first change."""
        act: Act = "redo" if self.act == "undo" else "undo"
        original = self.of if self.act != "do" else self.stamp
        return replace(self, stamp=stamp, was=self.to, to=self.was, act=act, of=original)


class Session:
    """One run of newstui: it stamps its changes, and time never runs backwards in it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._latest = 0
        self._sequence = 0

    def observe(self, at: int) -> None:
        """Another session's change was seen: what comes now comes after it."""
        self._latest = max(self._latest, at)

    def stamp(self, now: int) -> Stamp:
        """The next stamp; `now` in µs since 1970, whatever the clock says."""
        self._latest = max(now, self._latest + 1)
        self._sequence += 1
        return Stamp(self._latest, self.name, self._sequence)


def undoable(changes: Iterable[Change]) -> tuple[list[Change], list[Change]]:
    """(what undo takes back, what redo brings back), the next one last in each; `changes` in order of their stamps.

    Where a reader is in an article is not an act, nor is what newstui carries over: both are left out.
    """
    done: list[Change] = []
    undone: list[Change] = []
    for change in changes:
        if change.field == "position" or change.act == "carry":
            continue
        if change.act == "do":
            done.append(change)
            undone.clear()
        elif change.act == "undo":
            done = [each for each in done if each.of != change.of and each.stamp != change.of]
            undone.append(change)
        else:
            undone = [each for each in undone if each.of != change.of]
            done.append(change)
    return done, undone
