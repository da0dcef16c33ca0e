"""The pool: a catalogue that is damaged, locked or gone is replaced, and no mark is lost."""

from __future__ import annotations

import os
import random
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from newstui.domain.errors import StorageError
from newstui.services.desk import Desk
from newstui.services.events import Indexed
from newstui.store.paths import Paths, user_paths
from tests.services.core.three import catalogue_file, ids_of

Write = Callable[..., Path]
Open = Callable[[], Desk]


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
    damage(catalogue_file(three))
    again = desk()
    _settled(again)
    assert again.articles.ids(again.articles.listing().rows) == ["c", "b", "a"]
    assert (again.articles.listing().days, len(again.articles.listing())) == (expected.days, 3)
    assert (again.marks.of("a").read, again.marks.of("b").note) == (True, "mine")
    assert ids_of(again, "is:noted body") == ["b"]
    assert again.journal.changes() == journal


def test_damage_while_the_desk_is_open_is_repaired(three: Desk, desk: Open) -> None:
    _with_marks(three)
    with sqlite3.connect(catalogue_file(three)) as db:
        db.execute("DROP TABLE mark")
    db.close()
    assert three.marks.of("a").read
    assert three.index.is_due.is_set()
    with sqlite3.connect(catalogue_file(three)) as db:
        db.execute("DROP TABLE file")
    db.close()
    assert list(three.index.reconcile())[-1] == Indexed(added=3)
    assert not three.index.is_due.is_set()
    assert ids_of(three, "is:read") == ["a"]
    three.index.rebuild()
    assert three.index.is_due.is_set()
    list(three.index.reconcile())
    assert ids_of(three, "is:read") == ["a"]


@pytest.mark.parametrize("table", ["article", "mark", "prose"])
def test_a_patient_desk_answers_with_everything_after_damage(three: Desk, table: str) -> None:
    _with_marks(three)
    one = Desk(three.paths, three.library.root, is_patient=True)
    one.refresh()
    with sqlite3.connect(catalogue_file(three)) as db:
        db.execute(f"DROP TABLE {table}")
    db.close()
    assert ids_of(one, "body") == ["c", "b", "a"]
    assert one.marks.of("a").read
    one.close()


def test_a_catalogue_thrown_away_by_another_window_is_followed(three: Desk, desk: Open) -> None:
    two = desk()
    assert ids_of(two) == ["c", "b", "a"]
    three.index.rebuild()
    list(three.index.reconcile())
    three.marks.set("read", ["a"], True)
    three.flush()
    two.refresh()
    assert ids_of(two, "is:read") == ["a"]
    assert two.articles.row_of("a") == three.articles.row_of("a")


@pytest.mark.parametrize("how", ["BEGIN EXCLUSIVE", "locking_mode"])
def test_a_catalogue_that_another_program_holds_does_not_keep_the_reader_waiting(
    three: Desk, desk: Open, how: str
) -> None:
    _with_marks(three)
    three.close()
    holder = sqlite3.connect(catalogue_file(three), isolation_level=None)
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
        assert ids_of(one) == ["a"]
        spare = one._pool._path.parent
        assert one.close()
        assert not spare.exists()


READ_ONLY, FULL = "query_only = ON", "max_page_count = 1"


@pytest.mark.parametrize(("pragma", "is_patient"), [(READ_ONLY, False), (READ_ONLY, True), (FULL, True)])
def test_new_articles_are_shown_though_the_cache_cannot_be_written(
    three: Desk, write: Write, pragma: str, is_patient: bool
) -> None:
    _with_marks(three)
    one = Desk(three.paths, three.library.root, is_patient=is_patient)
    one._pool.catalogue().connection.db.execute(f"PRAGMA {pragma}")
    for number in range(40):
        write(f"new {number}.md", id=f"new {number}", title="New", body="word " * 200)
    assert one.index.is_shared
    list(one.index.reconcile())
    assert not one.index.is_shared
    assert len(ids_of(one)) == 43
    assert one.marks.of("a").read
    one.close()


def test_the_interface_waits_for_room_on_a_full_disk(three: Desk, write: Write) -> None:
    three._pool.catalogue().connection.db.execute(f"PRAGMA {FULL}")
    for number in range(40):
        write(f"new {number}.md", id=f"new {number}", title="New", body="word " * 200)
    with pytest.raises(StorageError, match="disk is full"):
        list(three.index.reconcile())
    assert ids_of(three) == ["c", "b", "a"]


def test_many_threads_can_create_a_catalogue_at_once(root: Path, write: Write) -> None:
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
