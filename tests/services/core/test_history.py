"""The history: the journal's changes and those on their way to it, in order, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.marks.change import Change, Session, Stamp
from newstui.services.core.history import History
from newstui.store.journal.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path


def change(at: int, field: str = "read") -> Change:
    return Change(Stamp(at, "s", at), field, ("a",), (False,), (True,))


def test_changes_of_journal_and_session_are_in_order_and_each_once(tmp_path: Path) -> None:
    journal = Journal(tmp_path, Session("s"), now=lambda: 1)
    history = History(journal)
    first, second, third = change(1), change(2), change(3)
    journal.append([second])
    history.add(third)
    history.add(second)
    assert history.changes() == [second, third]
    journal.append([first])
    assert history.changes() == [second, third]  # the journal is read once
    history.forget()
    assert history.changes() == [first, second, third]


def test_positions_of_this_session_are_not_part_of_it(tmp_path: Path) -> None:
    history = History(Journal(tmp_path, Session("s"), now=lambda: 1))
    history.add(change(1, "position"))
    assert history.changes() == []
