"""The replica: the catalogue gets what the journal has, from this session and from others."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.domain.marks.fold import fold, mark_of
from newstui.services.desk import Desk
from newstui.store.atomic import Disk
from newstui.store.catalogue.catalogue import Catalogue
from newstui.store.journal.journal import Journal
from newstui.store.paths import user_paths
from tests.store.faulty import FaultyDisk

if TYPE_CHECKING:
    import pytest

    from newstui.domain.marks.change import Change
from tests.services.core.three import NAMES, catalogue_file, headline_of, ids_of, with_disk

Write = Callable[..., Path]
Open = Callable[[], Desk]


def test_on_saved_is_called_with_changes_that_are_on_disk(root: Path) -> None:
    told: list[Change] = []
    one = Desk(user_paths(), root, on_saved=told.extend)
    change = one.marks.set("read", ["x"], True, "Title")
    one.flush()
    assert told == [change]
    assert change is not None and change.title == "Title"
    one.close()


def test_two_windows_see_each_others_marks(three: Desk, desk: Open) -> None:
    two = desk()
    assert not two.refresh()
    three.marks.set("bookmarked", ["a"], True)
    three.flush()
    assert two.refresh()
    assert two.marks.of("a").bookmarked
    assert ids_of(two, "is:bookmarked") == ["a"]
    two.marks.set("bookmarked", ["a"], False)
    two.flush()
    assert three.refresh()
    assert not three.marks.of("a").bookmarked
    assert three.marks.undo() is not None
    three.flush()
    assert two.refresh()
    assert two.marks.of("a").bookmarked
    assert not two.refresh()


def test_a_journal_file_that_could_not_be_read_counts_once_it_can(three: Desk, desk: Open) -> None:
    three.marks.set("bookmarked", ["a"], True)
    three.flush()
    two = desk()
    with_disk(two, FaultyDisk(1, for_ever=True))
    assert not two.refresh()
    assert not two.refresh()
    assert ids_of(two, "is:bookmarked") == ["a"]  # they share a catalogue
    two.index.rebuild()
    assert not two.refresh()
    assert not two.marks.of("a").bookmarked
    (unread,) = two.journal.damaged
    assert "cannot be read" in unread.reason
    with_disk(two, Disk())
    assert two.refresh()
    assert two.marks.of("a").bookmarked
    assert two.journal.damaged == []


def test_a_journal_file_may_have_a_name_that_is_no_text(three: Desk, desk: Open) -> None:
    three.marks.set("bookmarked", ["a"], True)
    three.flush()
    (file,) = three.paths.journal.glob("*.json")
    copy = file.rename(file.with_name(os.fsdecode(b"copy-caf\xe9.json")))
    two = desk()
    assert two.refresh()
    assert not two.refresh()
    copy.unlink()
    assert not two.refresh()
    assert two.marks.of("a").bookmarked


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


def test_a_mark_that_only_the_journal_has_is_seen_after_a_restart(three: Desk, desk: Open) -> None:
    three.marks.set("read", ["a"], True)
    three.flush()
    for file in three.paths.cache.iterdir():
        file.unlink()
    again = desk()
    list(again.index.reconcile())
    again.refresh()
    assert ids_of(again, "is:read") == ["a"]


def test_changes_that_the_disk_refused_are_written_later_in_order(three: Desk) -> None:
    three.marks.set("note", ["a"], "before")
    assert three.flush()
    disk = FaultyDisk(1, for_ever=True)
    with_disk(three, disk)
    three.marks.set("note", ["a"], "first")
    assert not three.flush()
    three.marks.set("note", ["a"], "second")
    three.marks.set("read", ["b"], True)
    assert not three.flush()
    assert three.marks.of("a").note == "second"
    assert headline_of(three, "b")[0]
    disk.fails_at = 10**9
    disk.for_ever = False
    three.marks.set("read", ["c"], True)
    assert three.flush()
    notes = [change.to for change in three.journal.changes() if change.field == "note"]
    assert notes == [("before",), ("first",), ("second",)]
    assert mark_of(fold(three.journal.changes())["a"]).note == "second"
    assert ids_of(three, "is:unread") == ["a"]


def test_a_mark_that_the_catalogue_could_not_take_gets_there_later(
    three: Desk, desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = sqlite3.connect(catalogue_file(three), isolation_level=None)
    monkeypatch.setitem(Catalogue.__init__.__kwdefaults__, "busy_ms", 1)  # type: ignore[arg-type]
    one = Desk(three.paths, three.library.root)
    holder.execute("BEGIN IMMEDIATE")
    one.marks.set("read", ["a"], True)
    assert one.flush()
    assert one.marks.of("a").read
    assert headline_of(one, "a")[0]
    holder.execute("COMMIT")
    holder.close()
    one.marks.set("read", ["b"], True)
    assert one.flush()
    one.refresh()
    assert one.articles._overlay.is_empty
    assert sorted(ids_of(one, "is:read")) == ["a", "b"]
    one.close()


def test_the_catalogue_and_the_journal_agree_after_everything(three: Desk) -> None:
    for number in range(30):
        three.marks.set("read", [NAMES[number % 3]], number % 2 == 0)
    three.flush()
    folded = fold(Journal(three.paths.journal, three.journal._session, now=lambda: 0).changes())
    catalogue = Catalogue(catalogue_file(three))
    for name in NAMES:
        assert catalogue.marks.fields(name) == folded[name]
    catalogue.close()
