"""Layers: a change of very many articles counts before they are known, and is undone and redone before, too."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstui.services.core.marks import Marks
from newstui.services.desk import Desk
from newstui.services.search.query_names import QueryNames
from tests.services.core.three import NAMES, headline_of

if TYPE_CHECKING:
    from newstui.domain.marks.change import Change


class HeldWriter:
    """A writer that writes only when it is told to."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.changes: list[Change] = []

    def put(self, change: Change) -> None:
        self.changes.append(change)

    def write(self) -> None:
        changes, self.changes = self.changes, []
        self.desk._replica.write(changes)
        self.desk._replica.on_written(changes)


class Bench(NamedTuple):
    desk: Desk
    writer: HeldWriter
    marks: Marks
    rows: list[int]

    def read(self) -> list[bool]:
        """Returns which articles are read, as lists show it."""
        read = [headline_of(self.desk, name)[0] for name in NAMES]
        assert read == [self.marks.of(name).read for name in NAMES]
        return read

    def bookmarked(self) -> list[bool]:
        """Returns which articles are bookmarked, as lists show it."""
        bookmarked = [headline_of(self.desk, name)[1] for name in NAMES]
        assert bookmarked == [self.marks.of(name).bookmarked for name in NAMES]
        return bookmarked


def bench(desk: Desk) -> Bench:
    writer, replica = HeldWriter(desk), desk._replica
    marks = Marks(desk.journal, desk._pool, replica._overlay, replica._history, writer)  # type: ignore[arg-type]
    rows = [row for name in NAMES if (row := desk.articles.row_of(name)) is not None]
    return Bench(desk, writer, marks, rows)


def test_rows_count_at_once_and_are_one_change_of_articles_in_the_journal(three: Desk) -> None:
    one = bench(three)
    one.marks.set("read", ["b"], True)
    pending = one.marks.set_rows("read", one.rows, True, many=0)
    assert pending is not None
    assert (pending.articles, pending.title) == ((), "3 articles")
    assert one.read() == [True, True, True]
    assert three.articles.next_unread(one.rows, 0) is None
    one.writer.write()
    assert one.read() == [True, True, True]
    assert three.articles._overlay.is_empty
    _, change = three.journal.changes()
    assert (change.articles, change.was, change.to, change.title) == (("a", "c"), (False,), (True,), "")
    assert list(one.marks.history())[-1] == change


def test_a_change_is_undone_before_its_articles_are_known(three: Desk) -> None:
    one = bench(three)
    one.marks.set("read", ["b"], True)
    one.marks.set_rows("read", one.rows, True, many=0)
    one.marks.undo()
    assert one.read() == [False, True, False]
    assert three.articles.next_unread(one.rows, 0) == 0
    one.writer.write()
    assert one.read() == [False, True, False]
    redone = one.marks.redo()
    assert redone is not None and redone.articles == ("a", "c")
    assert one.read() == [True, True, True]


def test_rows_that_have_the_value_already_leave_no_change(three: Desk) -> None:
    one = bench(three)
    assert one.marks.set_rows("read", one.rows, False) is None
    one.marks.set("bookmarked", ["a"], True)
    one.marks.set_rows("read", one.rows, False, many=0)
    one.writer.write()
    assert [change.field for change in three.journal.changes()] == ["bookmarked"]
    undone = one.marks.undo()
    assert undone is not None and undone.field == "bookmarked"


def test_a_tag_of_rows_leaves_out_those_that_have_it_from_their_file(three: Desk) -> None:
    one = bench(three)
    for many in (0, 9):
        one.marks.set_rows("tag:own", one.rows, False, many=many)
        one.writer.write()
        assert [three.articles.find(name).article.tags for name in NAMES] == [(), (), ()]
        one.marks.set_rows("tag:sea", one.rows[:2], True, many=many)
        one.writer.write()
        assert [three.articles.find(name).article.tags for name in NAMES] == [("sea",), ("sea",), ()]
        for _ in range(2):
            one.marks.undo()
        one.writer.write()
        assert [three.articles.find(name).article.tags for name in NAMES] == [("own",), ("own",), ("own",)]


def test_a_tag_that_was_just_given_is_known_by_its_name(three: Desk) -> None:
    one = bench(three)
    one.marks.set("tag:rivers", ["a"], True)
    one.marks.set_rows("tag:mills", one.rows, True, many=0)
    assert three.articles.tallies.tags_with("riv") == ["rivers", "mills"]
    names = QueryNames(three.articles, list, three.searches)
    assert names.of("tag", "riv") == ["rivers"]
    one.writer.write()
    assert names.of("tag", "riv") == ["rivers"]


ACTS = st.one_of(
    st.tuples(st.just("rows"), st.sets(st.integers(0, 2), min_size=1), st.booleans()),
    st.tuples(st.just("one"), st.sets(st.integers(0, 2), min_size=1, max_size=1), st.booleans()),
    st.tuples(st.sampled_from(["undo", "redo", "write"]), st.just(set[int]()), st.just(False)),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, max_size=14))
def test_marks_are_as_if_each_change_was_written_at_once(three: Desk, acts: list[tuple[str, set[int], bool]]) -> None:
    shutil.rmtree(three.paths.data, ignore_errors=True)
    shutil.rmtree(three.paths.cache, ignore_errors=True)
    desk = Desk(three.paths, three.library.root)
    list(desk.index.reconcile())
    one = bench(desk)
    state, done, undone = [False] * 3, list[list[bool]](), list[list[bool]]()
    for act, places, to in acts:
        if act == "write":
            one.writer.write()
        elif act == "undo":
            assert (one.marks.undo() is not None) == bool(done)
            if done:
                undone.append(state)
                state = done.pop()
        elif act == "redo":
            assert (one.marks.redo() is not None) == bool(undone)
            if undone:
                done.append(state)
                state = undone.pop()
        elif any(state[place] != to for place in places):
            done.append(state)
            undone.clear()
            state = [to if place in places else was for place, was in enumerate(state)]
            if act == "rows":
                one.marks.set_rows("bookmarked", [one.rows[place] for place in places], to, many=0)
            else:
                one.marks.set("bookmarked", [NAMES[place] for place in places], to)
        assert one.bookmarked() == state
    one.writer.write()
    assert one.bookmarked() == state
    assert desk.articles._overlay.is_empty
    desk.close()
