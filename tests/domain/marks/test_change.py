"""Changes can be undone and redone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.marks.change import Change, Session, Stamp, undoable
from newstui.domain.marks.fold import fold


def _change(at: int, field: str = "read", to: bool = True, **more: object) -> Change:
    return Change(Stamp(at, "s", at), field, ("a",), (not to,), (to,), **more)  # type: ignore[arg-type]


def test_a_stamp_reads_as_its_three_parts() -> None:
    assert str(Stamp(5, "desk", 2)) == "5/desk/2"


@given(st.lists(st.integers(-10, 10), min_size=1))
def test_stamps_rise_whatever_the_clock_says(clock: list[int]) -> None:
    session = Session("s")
    stamps = [session.stamp(now) for now in clock]
    assert stamps == sorted(set(stamps))
    assert [stamp.sequence for stamp in stamps] == list(range(1, len(clock) + 1))


def test_a_stamp_comes_after_every_observed_change() -> None:
    session = Session("s")
    session.observe(100)
    assert session.stamp(7).at == 101
    session.observe(3)
    assert session.stamp(7).at == 102


def test_one_value_stands_for_all_articles() -> None:
    change = Change(Stamp(1, "s", 1), "read", ("a", "b", "c"), (False, True, False), (True,))
    assert list(change.each()) == [("a", False, True), ("b", True, True), ("c", False, True)]


def test_an_undo_restores_and_its_reverse_is_a_redo() -> None:
    change = _change(1)
    undo = change.reversed(Stamp(2, "s", 2))
    redo = undo.reversed(Stamp(3, "s", 3))
    assert (undo.act, undo.of, undo.was, undo.to) == ("undo", change.stamp, (True,), (False,))
    assert (redo.act, redo.of, redo.was, redo.to) == ("redo", change.stamp, (False,), (True,))
    assert redo.reversed(Stamp(4, "s", 4)).act == "undo"


def test_positions_and_carried_marks_are_not_undone() -> None:
    carried = _change(2, act="carry")
    assert undoable([_change(1, "position"), carried]) == ([], [])


def test_a_new_act_clears_the_redo_list() -> None:
    first = _change(1)
    undo = first.reversed(Stamp(2, "s", 2))
    assert undoable([first, undo]) == ([], [undo])
    assert undoable([first, undo, _change(3)]) == ([_change(3)], [])


def test_articles_that_become_read_leave_the_redo_list_unless_it_is_about_them() -> None:
    def read(at: int, *articles: str) -> Change:
        return Change(Stamp(at, "s", at), "read", articles, (False,), (True,))

    first = read(1, "a")
    undo = first.reversed(Stamp(2, "s", 2))
    copies = read(3, "b", "c")
    assert undoable([first, undo, read(3, "b")]) == ([read(3, "b")], [undo])
    assert undoable([first, undo, copies]) == ([copies], [undo])
    assert undoable([first, undo, read(3, "a")]) == ([read(3, "a")], [])
    assert undoable([first, undo, read(3, "b", "a")])[1] == []
    assert undoable([first, undo, read(3)])[1] == []
    assert undoable([first, undo, read(3, "b")._replace(to=(False,))])[1] == []


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=30), st.data())
def test_undoing_everything_restores_every_field(acts: list[str], data: st.DataObject) -> None:
    made: list[Change] = []
    now: dict[str, bool] = {}
    session = Session("s")

    def add(change: Change) -> None:
        made.append(change)
        now[change.field] = bool(change.to[0])

    for act in acts:
        done, undone = undoable(made)
        if act == "do":
            field = data.draw(st.sampled_from(["read", "bookmarked"]))
            was = now.get(field, False)
            add(Change(session.stamp(0), field, ("a",), (was,), (not was,)))
        elif act == "undo" and done:
            add(done[-1].reversed(session.stamp(0)))
        elif act == "redo" and undone:
            add(undone[-1].reversed(session.stamp(0)))
    while done := undoable(made)[0]:
        add(done[-1].reversed(session.stamp(0)))
    assert not any(now.values())
    folded = fold(made).get("a", {})
    assert not any(value for _, value in folded.values())
