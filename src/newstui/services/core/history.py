"""The history: every change that the journal keeps, and those on their way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.marks.fields import is_act

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.marks.change import Change, Stamp
    from newstui.store.journal.journal import Journal


class History:
    """The changes of all sessions in the order of their stamps; the journal is read once."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._past: list[Change] | None = None
        """The journal's changes when it was last read; None: it holds more now."""
        self._own: list[Change] = []
        """The changes of this session, without positions: nobody undoes those."""

    def add(self, change: Change) -> None:
        """Adds a change of this session."""
        if is_act(change.field):
            self._own.append(change)

    def settle(self, stamp: Stamp, change: Change | None) -> None:
        """Puts a change of this session in the place of the one with its stamp; None: it changed nothing."""
        for index, own in enumerate(self._own):
            if own.stamp == stamp:
                self._own[index : index + 1] = [change] if change else []
                return

    def forget(self) -> None:
        """Drops what was read: the journal has changes of another session."""
        self._past = None

    def changes(self) -> Sequence[Change]:
        """Returns every change, the oldest first. Raises StorageError."""
        past = self._past
        if past is None:
            past = self._past = self._journal.changes()
        return sorted({change.stamp: change for change in (*past, *self._own)}.values(), key=lambda each: each.stamp)
