"""What a reader can ask for, in one window, in two, and when things break."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstui.domain.errors import NewstuiError, StorageError
from newstui.domain.marks.fold import fold, mark_of
from newstui.domain.search.parser import QueryError
from newstui.domain.session import SessionState
from newstui.services.desk import Desk
from newstui.services.events import Indexed
from newstui.store.catalogue.catalogue import Catalogue
from newstui.store.journal.journal import Journal
from newstui.store.paths import Paths, user_paths
from tests.store.faulty import FaultyDisk

if TYPE_CHECKING:
    from newstui.domain.marks.change import Change
    from newstui.domain.marks.fields import Mark, Value

Write = Callable[..., Path]
Open = Callable[[], Desk]
NAMES = "abc"


@pytest.fixture
def three(write: Write, desk: Open) -> Desk:
    """A desk on three articles with the ids a, b and c."""
    for day, name in enumerate(NAMES, 1):
        write(f"{name}.md", f"body of {name}", id=name, title=name.upper(), date=f"2024-01-0{day}", tags="[own]")
    opened = desk()
    list(opened.index.reconcile())
    return opened


def _ids(desk: Desk, query: str = "") -> list[str]:
    desk.flush()
    return desk.articles.ids(desk.articles.listing(query).rows)


def _headline_of(desk: Desk, article: str) -> tuple[bool, bool, float]:
    row = desk.articles.row_of(article)
    assert row is not None
    [headline] = desk.articles.headlines([row])
    return headline.read, headline.bookmarked, headline.position


def _catalogue_file(desk: Desk) -> Path:
    return desk.paths.catalogue(desk.library.root)


# Reading


def test_a_listing_has_its_days(three: Desk) -> None:
    listing = three.articles.listing()
    assert three.articles.ids(listing.rows) == ["c", "b", "a"]
    assert len(listing.days) == 3
    assert not len(three.articles.listing(sort="title").days)
    assert three.articles.ids(three.articles.listing("a OR b", "oldest", limit=1).rows) == ["a"]
    with pytest.raises(QueryError):
        three.articles.listing("is:")


def test_a_listing_is_kept_for_the_first_paint(three: Desk) -> None:
    assert three.articles.stored_listing("x\ud800") is None
    three.articles.store_listing("x\ud800", three.articles.listing())
    assert three.articles.stored_listing("x\ud800") == three.articles.listing()


def test_an_article_has_its_text(three: Desk) -> None:
    article = three.articles.read("b")
    assert (article.id, article.title, article.body, article.tags) == ("b", "B", "body of b", ("own",))
    assert three.articles.find("b.md").article.id == "b"
    with pytest.raises(NewstuiError, match="no article"):
        three.articles.read("nobody")
    (three.library.root / "b.md").unlink()
    with pytest.raises(StorageError, match="gone"):
        three.articles.read("b")


def test_a_summary_is_the_publishers_or_our_own(write: Write, desk: Open) -> None:
    write(
        "a.md",
        "One sentence stands here. Another follows it. A third one ends it.",
        id="a",
        title="A",
        summary="Theirs.",
    )
    one = desk()
    list(one.index.reconcile())
    assert one.summaries.of(one.articles.read("a"), 2).sentences == ("Theirs.",)
    write("b.md", "One sentence stands here. Another follows it. A third one ends it.", id="b", title="B")
    list(one.index.reconcile())
    assert one.summaries.of(one.articles.read("b"), 2).sentences


def test_the_next_unread_is_found_past_this_instants_marks(three: Desk) -> None:
    rows = three.articles.listing().rows
    assert three.articles.next_unread(rows, 0) == 0
    three.marks.set("read", ["c"], True)
    assert three.articles.next_unread(rows, 0) == 1
    three.marks.set("read", ["a", "b"], True)
    assert three.articles.next_unread(rows, 0) is None
    three.flush()
    three.marks.set("read", ["a"], False)
    assert three.articles.next_unread(rows, 0) == 2


def test_counts_and_names(three: Desk) -> None:
    three.marks.set("read", ["a"], True)
    three.flush()
    assert (three.articles.unread_count(), three.articles.count()) == (2, 3)
    assert three.articles.counts_by("tag") == [("own", 3)]
    assert three.articles.counts_by("source") == [("Library", 3)]
    assert [each.article.title for each in three.articles.listed(three.articles.listing().rows)] == ["C", "B", "A"]


def test_the_place_is_kept_for_each_library(three: Desk, tmp_path: Path) -> None:
    three.save_session(SessionState(query="is:unread", article="b"))
    assert three.session() == SessionState(query="is:unread", article="b")
    other = Desk(user_paths(), tmp_path / "other")
    assert other.session() == SessionState()
    other.close()


# Acts


def test_a_mark_is_seen_at_once_and_is_on_disk_after_a_flush(three: Desk) -> None:
    three.marks.set("read", ["a"], True)
    three.marks.set("position", ["a"], 0.25)
    assert three.marks.of("a").read
    assert _headline_of(three, "a") == (True, False, 0.25)
    assert three.flush()
    assert three.articles._overlay.is_empty
    assert _headline_of(three, "a") == (True, False, 0.25)
    assert len(three.journal.changes()) == 2


def test_what_changes_nothing_is_no_change(three: Desk) -> None:
    assert three.marks.set("read", ["a"], False) is None
    assert three.marks.set("note", ["a"], "") is None
    assert three.marks.set("position", ["a"], 0) is None
    assert three.marks.set("tag:own", ["a"], True) is None
    change = three.marks.set("read", ["a", "b"], True)
    assert change is not None and change.was == (False,)
    again = three.marks.set("read", NAMES, True)
    assert again is not None and again.articles == ("c",)
    assert three.marks.set("read", [], True) is None


def test_an_articles_own_tag_can_be_taken_off_and_comes_back(three: Desk) -> None:
    three.marks.set("tag:own", ["a"], False)
    assert _ids(three, "tag:own") == ["c", "b"]
    three.marks.undo()
    assert _ids(three, "tag:own") == ["c", "b", "a"]


@pytest.mark.parametrize("tag", ["Ü & ß", "50%_", "a'b\"c", "日本", "x*"])
def test_any_tag_can_be_given_and_asked_for(three: Desk, tag: str) -> None:
    three.marks.set(f"tag: {tag} ", ["b"], True)
    assert three.marks.of("b").tagged == {tag}
    if '"' not in tag:
        assert _ids(three, f'tag:"{tag}"') == _ids(three, f'tag:"{tag.upper()}"') == ["b"]


def test_what_is_written_is_what_can_be_read_back(three: Desk) -> None:
    three.marks.set("note", ["a"], "a\x1b[2J\ud800b")
    three.marks.set("position", ["a"], 7)
    three.marks.set("position", ["b"], float("nan"))
    assert three.flush()
    assert (three.marks.of("a").note, three.marks.of("a").position) == ("a[2J\ufffdb", 1.0)
    for field, to in (("tag:", True), ("colour", True), ("note", 3), ("position", "x")):
        with pytest.raises(ValueError, match="no change"):
            three.marks.set(field, ["a"], to)
    assert three.flush()


ACTS: st.SearchStrategy[tuple[str, Value]] = st.one_of(
    st.tuples(st.sampled_from(["read", "bookmarked", "discarded", "tag:x", "tag:own"]), st.booleans()),
    st.tuples(st.just("note"), st.sampled_from(["", "one", "two"])),
)


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


def _without_time(mark: Mark) -> tuple[object, ...]:
    return (mark.read, mark.bookmarked, mark.note, mark.discarded, mark.tagged)


def test_undo_and_redo_with_nothing_to_do(three: Desk) -> None:
    assert three.marks.undo() is None
    assert three.marks.redo() is None
    three.marks.set("position", ["a"], 0.5)
    assert three.marks.undo() is None


def test_discarded_articles_are_out_of_sight_until_asked_for(three: Desk) -> None:
    three.marks.set("discarded", ["b"], True)
    assert _ids(three) == ["c", "a"]
    assert _ids(three, "is:discarded") == ["b"]
    assert _ids(three, "body") == ["c", "a"]


def test_those_who_want_to_know_hear_what_is_on_disk(root: Path) -> None:
    told: list[Change] = []
    one = Desk(user_paths(), root, on_saved=told.extend)
    change = one.marks.set("read", ["x"], True, "Title")
    one.flush()
    assert told == [change]
    assert change is not None and change.title == "Title"
    one.close()


# Two sessions


def test_two_windows_see_each_others_marks(three: Desk, desk: Open) -> None:
    two = desk()
    assert not two.refresh()
    three.marks.set("bookmarked", ["a"], True)
    three.flush()
    assert two.refresh()
    assert two.marks.of("a").bookmarked
    assert _ids(two, "is:bookmarked") == ["a"]
    two.marks.set("bookmarked", ["a"], False)
    two.flush()
    assert three.refresh()
    assert not three.marks.of("a").bookmarked
    assert three.marks.undo() is not None
    three.flush()
    assert two.refresh()
    assert two.marks.of("a").bookmarked
    assert not two.refresh()


def test_one_window_marks_while_the_other_indexes(write: Write, desk: Open) -> None:
    for number in range(40):
        write(f"{number}.md", id=f"n{number}", title=str(number))
    one, two = desk(), desk()
    list(one.index.reconcile())
    for number in range(40, 60):
        write(f"{number}.md", id=f"n{number}", title=str(number))
    indexing = threading.Thread(target=lambda: list(two.index.reconcile()))
    indexing.start()
    for number in range(60):
        one.marks.set("read", [f"n{number}"], True)
    indexing.join()
    assert one.flush()
    one.refresh()
    two.refresh()
    assert one.articles.unread_count() == two.articles.unread_count() == 0
    assert one.articles.count() == 60


def test_marks_of_articles_that_are_not_there_yet_wait_for_them(write: Write, desk: Open) -> None:
    one = desk()
    one.marks.set("bookmarked", ["later"], True)
    one.flush()
    write("x.md", id="later", title="Later")
    list(one.index.reconcile())
    assert _ids(one, "is:bookmarked") == ["later"]


def test_a_mark_that_only_the_journal_has_is_seen_after_a_restart(three: Desk, desk: Open) -> None:
    three.marks.set("read", ["a"], True)
    three.flush()
    for file in three.paths.cache.iterdir():
        file.unlink()
    again = desk()
    list(again.index.reconcile())
    again.refresh()
    assert _ids(again, "is:read") == ["a"]


# A disk that refuses


def _with_disk(one: Desk, disk: FaultyDisk) -> None:
    one.journal._folder.disk = disk
    one.journal._own = None


def test_what_the_disk_refused_is_not_lost_and_keeps_its_order(three: Desk) -> None:
    three.marks.set("note", ["a"], "before")
    assert three.flush()
    disk = FaultyDisk(1, for_ever=True)
    _with_disk(three, disk)
    three.marks.set("note", ["a"], "first")
    assert not three.flush()
    three.marks.set("note", ["a"], "second")
    three.marks.set("read", ["b"], True)
    assert not three.flush()
    assert three.marks.of("a").note == "second"
    assert _headline_of(three, "b")[0]
    disk.fails_at = 10**9
    disk.for_ever = False
    three.marks.set("read", ["c"], True)
    assert three.flush()
    notes = [change.to for change in three.journal.changes() if change.field == "note"]
    assert notes == [("before",), ("first",), ("second",)]
    assert mark_of(fold(three.journal.changes())["a"]).note == "second"
    assert _ids(three, "is:unread") == ["a"]


def test_marks_of_an_edited_article_that_cannot_be_written_leave_it_as_it_was(write: Write, desk: Open) -> None:
    one = desk()
    path = write("a.md", "first")
    list(one.index.reconcile())
    old = one.articles.find("a.md").article.id
    one.marks.set("read", [old], True)
    one.flush()
    _with_disk(one, FaultyDisk(1, for_ever=True))
    path.write_text("second, longer")
    with pytest.raises(StorageError, match="edited article"):
        list(one.index.reconcile())
    assert one.index.is_due.is_set()
    assert one.articles.find("a.md").article.id == old
    one.journal._folder.disk = FaultyDisk(10**9, for_ever=False)
    one.journal._own = None
    list(one.index.reconcile())
    assert _ids(one, "is:read") == [one.articles.find("a.md").article.id] != [old]


# A catalogue that is no use


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _zeroed(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def _overwritten(path: Path) -> None:
    chance = random.Random(7)
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096, 2):
        content[page * 4096 : page * 4096 + 4096] = chance.randbytes(4096)
    path.write_bytes(content)


def _header_overwritten(path: Path) -> None:
    path.write_bytes(b"\xff" * 4096 + path.read_bytes()[4096:])


def _text(path: Path) -> None:
    path.write_text("this is a note to self\n" * 300)


def _old_schema(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.executescript("CREATE TABLE article (id); CREATE TABLE prose (x); CREATE TABLE mark (article)")
    db.close()


def _without_log(path: Path) -> None:
    path.with_name(path.name + "-wal").write_bytes(os.urandom(20_000))


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _gone(path: Path) -> None:
    path.unlink()


def _folder_in_its_place(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES = [
    *(_truncated, _zeroed, _overwritten, _header_overwritten, _text, _old_schema, _without_log, _emptied, _gone),
    _folder_in_its_place,
]


def _with_marks(desk: Desk) -> None:
    desk.marks.set("read", ["a"], True)
    desk.marks.set("note", ["b"], "mine")
    assert desk.flush()


def _settled(one: Desk) -> None:
    """As the interface does: fold in, check, index."""
    one.refresh()
    one.index.check()
    list(one.index.reconcile())
    one.refresh()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_catalogue_is_built_again_and_no_mark_is_touched(
    three: Desk, desk: Open, damage: Callable[[Path], None]
) -> None:
    _with_marks(three)
    expected, journal = three.articles.listing(), three.journal.changes()
    assert three.close()
    damage(_catalogue_file(three))
    again = desk()
    _settled(again)
    assert again.articles.ids(again.articles.listing().rows) == ["c", "b", "a"]
    assert (again.articles.listing().days, len(again.articles.listing())) == (expected.days, 3)
    assert (again.marks.of("a").read, again.marks.of("b").note) == (True, "mine")
    assert _ids(again, "is:noted body") == ["b"]
    assert again.journal.changes() == journal


def test_damage_while_the_desk_is_open_is_mended(three: Desk, desk: Open) -> None:
    _with_marks(three)
    with sqlite3.connect(_catalogue_file(three)) as db:
        db.execute("DROP TABLE mark")
    db.close()
    assert three.marks.of("a").read
    assert three.index.is_due.is_set()
    with sqlite3.connect(_catalogue_file(three)) as db:
        db.execute("DROP TABLE file")
    db.close()
    assert list(three.index.reconcile())[-1] == Indexed(added=3)
    assert not three.index.is_due.is_set()
    assert _ids(three, "is:read") == ["a"]
    three.index.rebuild()
    assert three.index.is_due.is_set()
    list(three.index.reconcile())
    assert _ids(three, "is:read") == ["a"]


def test_a_catalogue_thrown_away_by_another_window_is_followed(three: Desk, desk: Open) -> None:
    two = desk()
    assert _ids(two) == ["c", "b", "a"]
    three.index.rebuild()
    list(three.index.reconcile())
    three.marks.set("read", ["a"], True)
    three.flush()
    two.refresh()
    assert _ids(two, "is:read") == ["a"]
    assert two.articles.row_of("a") == three.articles.row_of("a")


@pytest.mark.parametrize("how", ["BEGIN EXCLUSIVE", "locking_mode"])
def test_a_catalogue_that_another_program_holds_does_not_keep_the_reader_waiting(
    three: Desk, desk: Open, how: str
) -> None:
    _with_marks(three)
    three.close()
    holder = sqlite3.connect(_catalogue_file(three), isolation_level=None)
    if how == "locking_mode":
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    holder.execute("INSERT INTO folder VALUES ('zzz', 0, 0)")
    again = desk()
    if how == "locking_mode":
        _settled(again)
    assert again.articles.ids(again.articles.listing().rows) == ["c", "b", "a"]
    assert again.marks.of("a").read
    holder.execute("ROLLBACK")
    holder.close()
    again.marks.set("read", ["b"], True)
    assert again.flush()


def test_without_a_cache_folder_everything_still_works(write: Write, root: Path, tmp_path: Path) -> None:
    write("a.md", id="a", title="A")
    (tmp_path / "file").write_text("in the way")
    where = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "file/cache")
    for _ in range(2):
        one = Desk(where, root)
        _settled(one)
        one.marks.set("read", ["a"], not one.marks.of("a").read)
        assert _ids(one) == ["a"]
        spare = one._pool._path.parent
        assert one.close()
        assert not spare.exists()


def test_a_mark_that_the_catalogue_could_not_take_gets_there_later(
    three: Desk, desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = sqlite3.connect(_catalogue_file(three), isolation_level=None)
    monkeypatch.setitem(Catalogue.__init__.__kwdefaults__, "busy_ms", 1)  # type: ignore[arg-type]
    one = Desk(three.paths, three.library.root)
    holder.execute("BEGIN IMMEDIATE")
    one.marks.set("read", ["a"], True)
    assert one.flush()
    assert one.marks.of("a").read
    assert _headline_of(one, "a")[0]
    holder.execute("COMMIT")
    holder.close()
    one.refresh()
    assert one.articles._overlay.is_empty
    assert _ids(one, "is:read") == ["a"]
    one.close()


def test_the_catalogue_and_the_journal_agree_after_everything(three: Desk) -> None:
    for number in range(30):
        three.marks.set("read", [NAMES[number % 3]], number % 2 == 0)
    three.flush()
    folded = fold(Journal(three.paths.journal, three.journal._session, now=lambda: 0).changes())
    catalogue = Catalogue(_catalogue_file(three))
    for name in NAMES:
        assert catalogue.marks.fields(name) == folded[name]
    catalogue.close()


def test_many_threads_can_begin_a_catalogue_at_once(root: Path, write: Write) -> None:
    write("a.md", id="a", title="A")
    for attempt in range(15):
        where = user_paths()
        one = Desk(Paths(where.data, where.config, where.cache / str(attempt)), root)
        start = threading.Barrier(6)
        counts: list[int] = []

        def ask(one: Desk = one, start: threading.Barrier = start, counts: list[int] = counts) -> None:
            start.wait()
            counts.append(one.articles.count())
            one._pool.close_thread()

        threads = [threading.Thread(target=ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert counts == [0] * 6
        assert one._pool._temporary is None
        one.close()


def test_the_first_mark_waits_for_no_import() -> None:
    program = (
        "import sys, pathlib; from newstui.services.desk import Desk; from newstui.store.paths import user_paths\n"
        "desk = Desk(user_paths(), pathlib.Path('.')); assert 'tinydb' not in sys.modules\n"
        "desk.prepare_writing(); before = set(sys.modules)\n"
        "desk.marks.set('read', ['a'], True); desk.close(); print(*(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert not [name for name in done.stdout.split() if name.startswith(("tinydb", "newstui.store.tinydb", "platform"))]
