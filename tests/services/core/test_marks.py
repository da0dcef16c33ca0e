"""Marks: seen at once, changed, undone, carried over and adopted."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstui.domain.errors import StorageError
from newstui.domain.highlights.highlight import Highlight
from newstui.services.desk import Desk
from tests.store.faulty import FaultyDisk

if TYPE_CHECKING:
    from newstui.domain.marks.change import Change
    from newstui.domain.marks.fields import Mark, Value
from tests.services.core.three import NAMES, headline_of, ids_of, with_disk

Write = Callable[..., Path]
Open = Callable[[], Desk]


ACTS: st.SearchStrategy[tuple[str, Value]] = st.one_of(
    st.tuples(st.sampled_from(["read", "bookmarked", "discarded", "tag:x", "tag:own"]), st.booleans()),
    st.tuples(st.just("note"), st.sampled_from(["", "one", "two"])),
)


def _without_time(mark: Mark) -> tuple[object, ...]:
    return (mark.read, mark.bookmarked, mark.note, mark.discarded, mark.tagged)


def test_a_mark_is_seen_at_once_and_is_on_disk_after_a_flush(three: Desk) -> None:
    three.marks.set("read", ["a"], True)
    three.marks.set("position", ["a"], 0.25)
    assert three.marks.of("a").read
    assert headline_of(three, "a") == (True, False, 0.25)
    assert three.flush()
    assert three.articles._overlay.is_empty
    assert headline_of(three, "a") == (True, False, 0.25)
    assert len(three.journal.changes()) == 2


def test_setting_the_same_value_again_is_not_a_change(three: Desk) -> None:
    assert three.marks.set("read", ["a"], False) is None
    assert three.marks.set("note", ["a"], "") is None
    assert three.marks.set("position", ["a"], 0) is None
    assert three.marks.set("tag:own", ["a"], True) is None
    change = three.marks.set("read", ["a", "b"], True)
    assert change is not None and change.was == (False,)
    again = three.marks.set("read", NAMES, True)
    assert again is not None and again.articles == ("c",)
    assert three.marks.set("read", [], True) is None


def test_an_articles_own_tag_can_be_removed_and_comes_back(three: Desk) -> None:
    three.marks.set("tag:own", ["a"], False)
    assert ids_of(three, "tag:own") == ["c", "b"]
    three.marks.undo()
    assert ids_of(three, "tag:own") == ["c", "b", "a"]


def test_a_mark_is_stored_as_it_is_read_back(three: Desk) -> None:
    three.marks.set("note", ["a"], "a\x1b[2J\ud800b")
    three.marks.set("position", ["a"], 7)
    three.marks.set("position", ["b"], float("nan"))
    assert three.flush()
    assert (three.marks.of("a").note, three.marks.of("a").position) == ("a[2J\ufffdb", 1.0)
    for field, to in (("tag:", True), ("colour", True), ("note", 3), ("position", "x")):
        with pytest.raises(ValueError, match="no change"):
            three.marks.set(field, ["a"], to)
    assert three.flush()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(
        st.tuples(ACTS, st.lists(st.sampled_from(NAMES), min_size=1, unique=True), st.integers(0, 4)), max_size=8
    )
)
def test_undoing_everything_restores_every_field_across_restarts(
    three: Desk, acts: list[tuple[tuple[str, Value], list[str], int]]
) -> None:
    def marks(desk: Desk) -> list[tuple[Mark, tuple[str, ...]]]:
        own = ("own",)
        return [(mark, mark.tags(own)) for mark in map(desk.marks.of, NAMES)]

    shutil.rmtree(three.paths.data, ignore_errors=True)
    shutil.rmtree(three.paths.cache, ignore_errors=True)
    first = Desk(three.paths, three.library.root)
    list(first.index.reconcile())
    before = [(mark.read, mark.bookmarked, mark.note, mark.discarded, tags) for mark, tags in marks(first)]
    for (field, to), articles, undos in acts:
        first.marks.set(field, articles, to)
        if undos == 1:
            first.marks.undo()
            first.marks.redo()
        elif undos == 2:
            first.marks.undo()
    done = marks(first)
    assert first.close()
    second = Desk(three.paths, three.library.root)
    list(second.index.reconcile())
    second.refresh()
    assert marks(second) == done
    taken_back: list[Change] = []
    while change := second.marks.undo():
        taken_back.append(change)
    after = [(mark.read, mark.bookmarked, mark.note, mark.discarded, tags) for mark, tags in marks(second)]
    assert after == before
    for _ in taken_back:
        assert second.marks.redo() is not None
    assert second.flush()
    assert [_without_time(mark) for mark, _ in marks(second)] == [_without_time(mark) for mark, _ in done]
    second.close()


def test_undo_and_redo_with_nothing_to_do(three: Desk) -> None:
    assert three.marks.undo() is None
    assert three.marks.redo() is None
    three.marks.set("position", ["a"], 0.5)
    assert three.marks.undo() is None


def test_marks_of_articles_that_are_not_there_yet_wait_for_them(write: Write, desk: Open) -> None:
    one = desk()
    one.marks.set("bookmarked", ["later"], True)
    one.flush()
    write("x.md", id="later", title="Later")
    list(one.index.reconcile())
    assert ids_of(one, "is:bookmarked") == ["later"]


def test_marks_of_an_edited_article_that_cannot_be_written_leave_it_as_it_was(write: Write, desk: Open) -> None:
    one = desk()
    path = write("a.md", "first")
    list(one.index.reconcile())
    old = one.articles.find("a.md").article.id
    one.marks.set("read", [old], True)
    one.flush()
    with_disk(one, FaultyDisk(1, for_ever=True))
    path.write_text("second, longer")
    with pytest.raises(StorageError, match="edited article"):
        list(one.index.reconcile())
    assert one.index.is_due.is_set()
    assert one.articles.find("a.md").article.id == old
    one.journal._folder.disk = FaultyDisk(10**9, for_ever=False)
    one.journal._own = None
    list(one.index.reconcile())
    assert ids_of(one, "is:read") == [one.articles.find("a.md").article.id] != [old]


def test_any_change_is_taken_back_where_nothing_was_changed_since(three: Desk) -> None:
    first = three.marks.set("read", NAMES, True)
    three.marks.set("bookmarked", ["a"], True)
    three.marks.set("read", ["b"], False)
    assert first is not None
    undo = three.marks.reverse(first)
    assert undo is not None
    assert (undo.act, undo.of, undo.articles) == ("undo", first.stamp, ("a", "c"))
    assert [three.marks.of(name).read for name in NAMES] == [False, False, False]
    assert three.marks.of("a").bookmarked
    assert three.marks.reverse(first) is None, "all of it was changed since"
    redo = three.marks.reverse(undo)
    assert redo is not None and redo.act == "redo"
    assert [three.marks.of(name).read for name in NAMES] == [True, False, True]
    last, nothing = three.marks.next_acts()
    assert (last, nothing) == (redo, None)


def test_a_tag_of_a_file_that_was_removed_comes_back(three: Desk) -> None:
    change = three.marks.set("tag:own", ["a"], False)
    assert change is not None
    assert three.marks.reverse(change) is not None
    assert "own" not in three.marks.of("a").untagged


def test_highlights_are_marks_like_others(three: Desk, write: Write, desk: Open) -> None:
    one, two = Highlight("1", "the first words", note="why", at=0.5), Highlight("2", "other words", at=0.2)
    three.marks.set("highlight:1", ["a"], one.value)
    assert three.marks.of("a").highlights == (one,)
    three.marks.set("highlight:2", ["a"], two.value)
    three.flush()
    other = desk()
    other.refresh()
    assert other.marks.of("a").highlights == other.articles.find("a").mark.highlights == (two, one)
    assert ids_of(other, "has:highlight") == ["a"]
    other.marks.undo()
    other.marks.set("highlight:1", ["a"], "")
    other.flush()
    assert not other.marks.of("a").highlights
    assert ids_of(other, "has:highlight") == []
    assert [change.to for change in other.journal.changes() if change.field == "highlight:1"] == [(one.value,), ("",)]


def test_pictures_and_recordings_are_found(desk: Open, write: Write) -> None:
    write("p.md", "See ![a boat](boat.png).", id="p", title="P")
    write("q.md", "Nothing to see!", id="q", title="Q")
    here = desk()
    here.index.ensure_current(lambda: False)
    assert ids_of(here, "has:picture") == ["p"]
    assert ids_of(here, "has:audio") == []
