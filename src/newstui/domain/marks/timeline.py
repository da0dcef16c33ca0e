"""The timeline: every act of the reader once, with what became of it. Undo and redo are not lines of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.marks.change import is_undoable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newstui.domain.marks.change import Change, Stamp


class Entry(NamedTuple):
    """An act of the reader."""

    act: Change
    latest: Change
    """The last change about it: the act itself, or what took it back or brought it back."""

    @property
    def is_taken_back(self) -> bool:
        return self.latest.act == "undo"


def timeline(changes: Iterable[Change], most: int) -> list[Entry]:
    """Returns the latest acts, the latest first; `changes` in order of their stamps."""
    entries: dict[Stamp, Entry] = {}
    for change in changes:
        if not is_undoable(change):
            continue
        if change.act == "do":
            entries[change.stamp] = Entry(change, change)
        elif change.of in entries:
            entries[change.of] = entries[change.of]._replace(latest=change)
    return list(entries.values())[: -most - 1 : -1]
