"""The catalogue follows the folder, and marks follow the articles."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from newstui.domain.errors import NewstuiError
from newstui.services.desk import Desk
from newstui.services.events import Event, Indexed, Progress, Skipped

Write = Callable[..., Path]
Open = Callable[[], Desk]
WORDS = "Some words about the matter."


def _index(desk: Desk) -> Indexed:
    """Runs to the end."""
    events = list(desk.index.reconcile())
    assert isinstance(events[-1], Indexed)
    return events[-1]


def _titles(desk: Desk, query: str = "") -> list[str]:
    desk.flush()
    return sorted(headline.title for headline in desk.articles.headlines(desk.articles.listing(query).rows))


def _id(desk: Desk, path: str) -> str:
    return desk.articles.find(path).article.id


def _rewrite(path: Path, text: str, tick: list[int] = [0]) -> None:  # noqa: B006  (each time is later than the last)
    """As an editor does, a second later."""
    path.write_text(text, encoding="utf-8")
    tick[0] += 1_000_000_000
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + tick[0]))


def _lose_catalogue(desk: Desk) -> None:
    desk.close()
    for file in desk.paths.cache.iterdir():
        file.unlink()


def _skipped(events: Iterable[Event]) -> list[str]:
    return sorted(event.path for event in events if isinstance(event, Skipped))


def test_new_changed_and_gone_files_are_counted(write: Write, desk: Open) -> None:
    one = desk()
    a, b = write("a.md", title="A"), write("sub/b.md", title="B")
    assert _index(one) == Indexed(added=2)
    assert not _index(one).changed_anything
    _rewrite(a, "---\ntitle: A2\n---\nother")
    b.unlink()
    write("c.md", title="C")
    assert _index(one) == Indexed(1, 1, 1)
    assert _titles(one) == ["A2", "C"]


def test_the_index_of_pages_is_there_after_a_run_also_where_the_one_before_was_cancelled(
    write: Write, desk: Open
) -> None:
    one = desk()
    write("a.md", title="A")
    events = one.index.reconcile()
    while next(events) != Progress(1, 1):
        pass
    events.close()
    assert not _has_index_of_pages(one)
    _index(one)
    assert _has_index_of_pages(one)


def _has_index_of_pages(desk: Desk) -> bool:
    with closing(sqlite3.connect(next(desk.paths.cache.glob("*.sqlite")))) as db:
        return bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = 'article_by_page'").fetchone())


def test_progress_ends_at_its_total(write: Write, desk: Open) -> None:
    for number in range(10):
        write(f"{number}.md", f"text {number}")
    index = desk().index
    index.batch_size = 3
    progress = [event for event in index.reconcile() if isinstance(event, Progress)]
    assert progress[-1] == Progress(10, 10)
    assert [each.done for each in progress] == sorted(each.done for each in progress)


def test_a_file_that_moves_keeps_its_marks(write: Write, desk: Open, root: Path) -> None:
    one = desk()
    path = write("old/a.md", title="A")
    _index(one)
    id_ = _id(one, "old/a.md")
    one.marks.set("bookmarked", [id_], True)
    (root / "new").mkdir()
    path.rename(root / "new/renamed.md")
    path.parent.rmdir()
    _index(one)
    assert _id(one, "new/renamed.md") == id_
    assert one.marks.of(id_).bookmarked
    assert one.articles.read(id_).path == "new/renamed.md"
    assert _titles(one, "source:new is:bookmarked") == ["A"]


def test_an_edited_file_keeps_its_marks_also_without_the_catalogue(write: Write, desk: Open) -> None:
    one = desk()
    path = write("a.md", "first words")
    _index(one)
    old = _id(one, "a.md")
    for field, to in (("read", True), ("note", "mine"), ("position", 0.5), ("tag:x", True), ("bookmarked", True)):
        one.marks.set(field, [old], to)
    one.marks.set("bookmarked", [old], False)
    one.flush()
    _rewrite(path, "first words, corrected")
    _index(one)
    new = _id(one, "a.md")
    assert new != old
    _lose_catalogue(one)
    again = desk()
    _index(again)
    again.refresh()
    mark = again.marks.of(new)
    assert (mark.read, mark.note, mark.position, mark.bookmarked) == (True, "mine", 0.5, False)
    assert mark.tagged == {"x"}
    assert _titles(again, "is:read tag:x is:noted is:started -is:bookmarked") == ["first words, corrected"]


def test_marks_that_were_carried_are_no_acts_to_undo(write: Write, desk: Open) -> None:
    one = desk()
    path = write("a.md", "first")
    _index(one)
    one.marks.set("read", [_id(one, "a.md")], True)
    _rewrite(path, "second")
    _index(one)
    undo = one.marks.undo()
    assert undo is not None and undo.act == "undo"
    assert one.marks.undo() is None


def test_an_edit_that_is_taken_back_brings_later_marks_along(write: Write, desk: Open) -> None:
    one = desk()
    path = write("a.md", "first")
    _index(one)
    first = _id(one, "a.md")
    one.marks.set("read", [first], True)
    _rewrite(path, "second")
    _index(one)
    one.marks.set("read", [_id(one, "a.md")], False)
    _rewrite(path, "first")
    _index(one)
    assert _id(one, "a.md") == first
    assert not one.marks.of(first).read


def test_an_article_that_moved_on_leaves_no_marks_to_what_took_its_place(write: Write, desk: Open, root: Path) -> None:
    one = desk()
    path = write("today.md", "monday's news")
    _index(one)
    monday = _id(one, "today.md")
    one.marks.set("read", [monday], True)
    path.rename(root / "zz-archive.md")
    _rewrite(path, "tuesday's news")
    _index(one)
    assert _titles(one, "is:read") == ["monday's news"]
    assert _titles(one, "is:unread") == ["tuesday's news"]


def test_two_files_that_swap_names_keep_their_marks(write: Write, desk: Open, root: Path) -> None:
    one = desk()
    write("a.md", "apples")
    write("b.md", "bananas")
    _index(one)
    one.marks.set("read", [_id(one, "a.md")], True)
    _rewrite(root / "a.md", "bananas")
    _rewrite(root / "b.md", "apples")
    _index(one)
    assert _titles(one, "is:read") == ["apples"]
    assert _titles(one) == ["apples", "bananas"]
    assert (
        one.articles.read(_id(one, "a.md")).body == "bananas" or one.articles.read(_id(one, "a.md")).title == "bananas"
    )


def test_a_file_that_replaces_another_keeps_its_own_marks(write: Write, desk: Open, root: Path) -> None:
    one = desk()
    write("a.md", "apples")
    write("b.md", "bananas")
    _index(one)
    one.marks.set("read", [_id(one, "b.md")], True)
    (root / "a.md").replace(root / "b.md")
    _index(one)
    assert _titles(one, "is:unread") == ["apples"]


def test_a_copied_file_is_one_article_that_survives_either(write: Write, desk: Open) -> None:
    for gone, left in (("a.md", "b.md"), ("b.md", "a.md")):
        one = desk()
        first, second = write("a.md", title="T"), write("b.md", title="T")
        _index(one)
        assert len(one.articles.listing()) == 1
        id_ = _id(one, "a.md")
        assert _id(one, "b.md") == id_
        one.marks.set("bookmarked", [id_], True)
        ({"a.md": first, "b.md": second}[gone]).unlink()
        assert one.articles.read(id_).title == "T"
        _index(one)
        assert _titles(one, "is:bookmarked") == ["T"]
        assert one.articles.read(id_).path == left


def test_copies_that_are_edited_alike_keep_the_marks(write: Write, desk: Open, root: Path) -> None:
    one = desk()
    write("a.md", "words")
    write("b.md", "words")
    _index(one)
    one.marks.set("read", [_id(one, "a.md")], True)
    for name in ("a.md", "b.md"):
        _rewrite(root / name, "words, corrected")
    _index(one)
    assert _titles(one, "is:read") == ["words, corrected"]


FRONT = {"title": "The last ferry", "source": "Courier", "date": "2024-05-01", "url": "https://courier.example/ferry"}


def _read_then_replaced(write: Write, desk: Open, root: Path, then: Callable[[], object], **front: str) -> Desk:
    """An article was read; while newstui is closed its file goes and something else comes."""
    one = desk()
    write("old.md", "The ferry stops.", **{**FRONT, **front})
    _index(one)
    one.marks.set("read", [_id(one, "old.md")], True)
    one.flush()
    (root / "old.md").unlink()
    then()
    again = desk()
    _index(again)
    return again


def test_a_file_that_was_moved_and_edited_keeps_its_marks(write: Write, desk: Open, root: Path) -> None:
    def moved() -> None:
        write("archive/new.md", "The ferry stops, in spring.", **FRONT)

    again = _read_then_replaced(write, desk, root, moved)
    assert _titles(again, "is:read") == ["The last ferry"]
    assert again.marks.undo() is not None
    assert again.marks.undo() is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {"date": "2024-05-02"}),
        ({}, {"title": "The first ferry"}),
        ({}, {"source": "Herald"}),
        ({}, {"url": "https://courier.example/other"}),
        ({}, {"id": "ferry"}),
        ({"id": "ferry"}, {"id": "ferry-2"}),
        ({"url": "https://courier.example/"}, {"url": "https://courier.example/"}),
        ({"url": ""}, {"url": ""}),
    ],
)
def test_another_article_that_comes_when_one_goes_takes_no_marks(
    write: Write, desk: Open, root: Path, before: dict[str, str], after: dict[str, str]
) -> None:
    def replaced() -> None:
        write("archive/new.md", "The ferry stops, in spring.", **{**FRONT, **after})

    again = _read_then_replaced(write, desk, root, replaced, **before)
    assert _titles(again, "is:read") == []


def test_where_two_articles_could_be_the_one_that_was_moved_none_is(write: Write, desk: Open, root: Path) -> None:
    def replaced() -> None:
        write("one.md", "The ferry stops, in spring.", **FRONT)
        write("two.md", "The ferry stops, in autumn.", **FRONT)

    assert _titles(_read_then_replaced(write, desk, root, replaced), "is:read") == []


def test_an_article_that_was_there_before_takes_no_marks_of_one_that_goes(write: Write, desk: Open, root: Path) -> None:
    one = desk()
    write("old.md", "The ferry stops.", **FRONT)
    kept = write("kept.md", "The ferry stops, in spring.", **FRONT)
    _index(one)
    one.marks.set("read", [_id(one, "old.md")], True)
    (root / "old.md").unlink()
    _rewrite(kept, kept.read_text() + " Or in autumn.")
    _index(one)
    assert _titles(one, "is:read") == []


@pytest.mark.parametrize("runs", [1, 2])
def test_two_files_that_claim_one_id_are_two_articles(write: Write, desk: Open, runs: int) -> None:
    one = desk()
    write("a.md", "the first", id="same", title="A")
    if runs == 2:
        _index(one)
    second = write("b.md", "the second", id="same", title="B")
    _index(one)
    assert _titles(one) == ["A", "B"]
    assert _id(one, "a.md") == "same"
    twin = _id(one, "b.md")
    assert twin.startswith("same~")
    one.marks.set("read", [twin], True)
    _rewrite(second, "---\nid: same\ntitle: B\n---\nthe second, edited")
    _index(one)
    assert _titles(one, "is:read") == ["B"]
    _lose_catalogue(one)
    again = desk()
    again.refresh()
    _index(again)
    assert _titles(again, "is:read") == ["B"]


def test_a_declared_id_keeps_marks_through_move_and_edit(write: Write, desk: Open, root: Path) -> None:
    one = desk()
    path = write("a.md", "body", id="mine", title="A")
    _index(one)
    one.marks.set("read", ["mine"], True)
    path.unlink()
    write("sub/b.md", "another body", id="mine", title="B")
    _index(one)
    assert _titles(one, "is:read another") == ["B"]
    assert _titles(one, "is:read source:sub") == ["B"]


def test_touching_a_file_changes_nothing_that_is_seen(write: Write, desk: Open) -> None:
    one = desk()
    path = write("a.md", title="A", date="2024-01-01")
    _index(one)
    row = list(one.articles.listing().rows)
    os.utime(path, ns=(5, 5))
    _index(one)
    assert list(one.articles.listing().rows) == row


def test_folders_that_vanish_take_their_articles_and_leave_the_marks(write: Write, desk: Open, root: Path) -> None:
    one = desk()
    path = write("sub/deep/a.md", title="A")
    _index(one)
    id_ = _id(one, "sub/deep/a.md")
    one.marks.set("read", [id_], True)
    text = path.read_text()
    path.unlink()
    path.parent.rmdir()
    (root / "sub").rmdir()
    assert _index(one) == Indexed(removed=1)
    assert _titles(one) == []
    assert one.marks.of(id_).read
    (root / "back.md").write_text(text)
    _index(one)
    assert _titles(one, "is:read") == ["A"]


def test_a_library_that_is_out_of_reach_loses_nothing(write: Write, desk: Open, root: Path) -> None:
    one = desk()
    write("sub/a.md", title="A")
    _index(one)
    away = root.rename(root.with_name("unmounted"))
    events = list(one.index.reconcile())
    assert _skipped(events) == ["."]
    assert events[-1] == Indexed()
    assert _titles(one) == ["A"]
    away.rename(root)
    assert not _index(one).changed_anything
    assert _titles(one) == ["A"]


def test_odd_things_in_the_folder_are_passed_by(write: Write, desk: Open, root: Path) -> None:
    os.mkfifo(root / "x.md")
    (root / "y.md").symlink_to(root / "nowhere")
    (root / "z.md").symlink_to(root / "z.md")
    write("dir.md/a.md", title="A")
    (root / "loop").symlink_to(root)
    one = desk()
    _index(one)
    assert _titles(one) == ["A"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="this system has no file that cannot be read")
def test_an_article_that_cannot_be_read_for_a_moment_comes_as_soon_as_it_can(
    write: Write, desk: Open, root: Path, tmp_path: Path
) -> None:
    write("a.md", title="A")
    (tmp_path / "target").symlink_to("/proc/self/mem")
    (root / "b.md").symlink_to(tmp_path / "target")
    os.utime(root, ns=(5, 5))
    one = desk()
    assert _skipped(list(one.index.reconcile())) == ["b.md"]
    assert one.index.is_current(), "nothing is looked for again and again"
    (tmp_path / "target").unlink()
    (tmp_path / "target").write_text("# B\n\nWords.")
    assert not one.index.is_current()
    _index(one)
    assert sorted(_titles(one)) == ["A", "B"]
    assert one.index.is_current()


@pytest.mark.parametrize(
    "name", [b"\xff\xfe.md", b"two\nlines.md", b"\x1b]0;owned\x07.md", b"a\x1fb.md", "é日.md".encode(), b"--help.md"]
)
def test_odd_names_are_listed_found_and_opened(desk: Open, root: Path, name: bytes) -> None:
    (root / os.fsdecode(b"d" + name[:-3])).mkdir()
    for folder in (b"", b"d" + name[:-3] + b"/"):
        (root / os.fsdecode(folder + name)).write_bytes(b"words of " + folder)
    one = desk()
    _index(one)
    assert len(one.articles.listing()) == 2
    for headline in one.articles.headlines(one.articles.listing().rows):
        assert headline.title.isprintable()
        assert one.articles.read(headline.id).path.encode(errors="surrogateescape").endswith(name)
    assert one.articles.find(os.fsdecode(name)).article.path == os.fsdecode(name)
    assert not _index(one).changed_anything


def test_a_file_that_cannot_be_read_is_skipped_and_tried_again(
    write: Write, desk: Open, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = desk()
    write("good.md", title="Good")
    bad = write("bad.md", title="Bad")
    usual = os.open

    def refusing(path: str, *arguments: int) -> int:
        if path == str(bad):
            raise PermissionError(13, "Permission denied")
        return usual(path, *arguments)

    monkeypatch.setattr(os, "open", refusing)
    for _ in range(2):
        assert _skipped(one.index.reconcile()) == ["bad.md"]
        assert _titles(one) == ["Good"]
    monkeypatch.setattr(os, "open", usual)
    assert _skipped(one.index.reconcile()) == []
    assert _titles(one) == ["Bad", "Good"]


def test_a_run_that_is_cancelled_goes_on_where_it_was(write: Write, desk: Open) -> None:
    for number in range(9):
        write(f"{number}.md", f"text {number}", title=str(number))
    one = desk()
    one.index.batch_size = 2
    first = one.index.reconcile()
    for event in first:
        if isinstance(event, Progress) and event.done >= 4:
            break
    first.close()
    assert one.index.is_due.is_set()
    assert len(one.articles.listing()) == 4
    assert _index(one) == Indexed(added=5)
    assert not one.index.is_due.is_set()
    assert len(one.articles.listing()) == 9


def test_a_folder_that_vanishes_under_the_reader_is_skipped(
    write: Write, desk: Open, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("sub/a.md", title="A")
    one = desk()
    events = one.index.reconcile()
    next(events)
    next(events)
    path.unlink()
    path.parent.rmdir()
    assert _skipped(events) == ["sub"]
    _index(one)
    assert _titles(one) == []


def test_what_is_asked_for_by_a_name_that_is_none_is_told(desk: Open, write: Write) -> None:
    one = desk()
    write("a.md", id="abc1")
    write("b.md", id="abc2", title="B")
    _index(one)
    assert one.articles.find("abc1").article.id == "abc1"
    assert one.articles.find("abc2").article.title == "B"
    for name, message in (("abc", "more than one"), ("zzz", "no article"), ("", "no article")):
        with pytest.raises(NewstuiError, match=message):
            one.articles.find(name)


@pytest.mark.parametrize("seconds", [13_569_465_600, -(2**31)], ids=["2400", "1901"])
def test_a_file_and_a_folder_of_a_broken_clock_cost_no_other_article(write: Write, desk: Open, seconds: int) -> None:
    path = write("far/away.md", "A ferry.", id="away", title="Away")
    write("near.md", "A lock.", id="near", title="Near")
    for each in (path, path.parent):
        os.utime(each, (seconds, seconds))
    opened = desk()
    list(opened.index.reconcile())
    assert sorted(opened.articles.ids(opened.articles.listing().rows)) == ["away", "near"]
    assert opened.articles.read("away").title == "Away"
