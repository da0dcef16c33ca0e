"""Each act stands once in the timeline, with what became of it."""

from __future__ import annotations

from newstui.domain.marks.change import Change, Stamp
from newstui.domain.marks.timeline import timeline


def act(at: int, field: str = "read", session: str = "s") -> Change:
    return Change(Stamp(at, session, at), field, ("a",), (False,), (True,))


def test_what_was_taken_back_and_brought_back_is_one_line() -> None:
    first, second = act(1), act(2, "bookmarked")
    undo = first.reversed(Stamp(3, "s", 3))
    redo = undo.reversed(Stamp(4, "s", 4))
    assert [(each.act, each.latest, each.is_taken_back) for each in timeline([first, second, undo], 9)] == [
        (second, second, False), (first, undo, True),
    ]  # fmt: skip
    assert [each.is_taken_back for each in timeline([first, second, undo, redo], 9)] == [False, False]


def test_positions_and_carried_marks_are_no_acts_and_the_oldest_are_left_out() -> None:
    carried = Change(Stamp(3, "s", 3), "read", ("a",), (None,), (True,), act="carry")
    changes = [act(1), act(2, "position"), carried, act(4), act(5)]
    assert [each.act.stamp.at for each in timeline(changes, 2)] == [5, 4]


def test_an_undo_of_an_act_that_is_not_known_is_no_line() -> None:
    assert timeline([act(1).reversed(Stamp(2, "s", 2))], 9) == []
