"""A change is on disk once it is acknowledged, and stays there whatever happens."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from newstui.domain.marks.change import Stamp
from newstui.domain.marks.fold import fold
from newstui.formats.journal import LATEST, TABLE, document_of
from newstui.store.atomic import Disk
from tests.store.faulty import (
    START,
    Clock,
    acknowledged_by,
    acknowledged_until_killed,
    journal_in,
    lost_after_power_cut,
    mark,
    marking,
    read_of,
    recorded_session,
    stamps,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_one_session_reads_the_changes_of_another(tmp_path: Path) -> None:
    written = mark(journal_in(tmp_path / "journal"), "a", "b")
    assert journal_in(tmp_path / "journal").changes() == written


def test_a_journal_that_is_only_read_leaves_no_trace(tmp_path: Path) -> None:
    journal = journal_in(tmp_path / "journal")
    assert (journal.files(), journal.changes(), journal.read("gone.json")) == ({}, [], [])
    journal.append([])
    assert not (tmp_path / "journal").exists()


def test_tinydb_is_not_imported_before_something_is_written() -> None:
    program = "import sys, newstui.store.journal.journal; sys.exit('tinydb' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_changes_come_in_the_order_of_their_stamps(tmp_path: Path) -> None:
    late = mark(journal_in(tmp_path, "late", clock=Clock(START + 9_000_000)), "a")
    early = mark(journal_in(tmp_path, "early"), "a")
    assert journal_in(tmp_path).changes() == early + late


def test_time_does_not_run_backwards_after_a_change_from_the_future(tmp_path: Path) -> None:
    mark(journal_in(tmp_path, "ahead", clock=Clock(START + 20 * 365 * 86_400_000_000)), "a")
    journal = journal_in(tmp_path, "back")
    (ahead,) = journal.changes()
    assert journal.stamp() > ahead.stamp


def test_a_change_of_the_last_possible_moment_does_not_make_ours_unreadable(tmp_path: Path) -> None:
    last = read_of(Stamp(LATEST, "hostile", 1), "a")
    (tmp_path / "hostile.json").write_text(json.dumps({TABLE: {"1": document_of(last)}}))
    journal = journal_in(tmp_path)
    assert journal.changes() == [last]
    written = mark(journal, "b")
    assert stamps(journal_in(tmp_path).changes()) == stamps([last, *written])


def test_the_same_change_in_two_files_counts_once(tmp_path: Path) -> None:
    written = mark(journal_in(tmp_path), "a", "b")
    (path,) = tmp_path.iterdir()
    path.with_name("copy.sync-conflict.json").write_bytes(path.read_bytes())
    assert journal_in(tmp_path).changes() == written


def test_a_new_file_is_started_after_so_many_changes(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, rotate_after=3)
    assert journal.own_files() == set()
    for number in range(7):
        mark(journal, f"article{number}")
    assert journal.own_files() == journal.files().keys()
    assert sorted(len(journal.read(name)) for name in journal.files()) == [1, 3, 3]


def test_a_new_file_is_started_at_midnight(tmp_path: Path) -> None:
    clock = Clock()
    journal = journal_in(tmp_path, clock=clock)
    mark(journal, "a")
    clock.at += 12 * 3600 * 1_000_000
    mark(journal, "b")
    assert len(journal.files()) == 2


def test_a_folder_that_was_removed_is_created_again(tmp_path: Path) -> None:
    journal = journal_in(tmp_path / "journal")
    written = mark(journal, "a")
    (tmp_path / "journal").rename(tmp_path / "elsewhere")
    written += mark(journal, "b")
    assert journal_in(tmp_path / "journal").changes() == written


def test_a_reader_that_meets_a_vanished_file_lists_the_folder_again(tmp_path: Path) -> None:
    written = mark(journal_in(tmp_path), "a")

    class MovingDisk(Disk):
        moved = False

        def read(self, path: Path) -> bytes:
            if not self.moved:
                self.moved = True
                path.rename(path.with_suffix(".folding"))
            return super().read(path)

    assert journal_in(tmp_path, disk=MovingDisk()).changes() == written


def test_no_acknowledged_mark_is_lost_in_a_kill(tmp_path: Path) -> None:
    chance = random.Random(1)
    acknowledged: set[str] = set()
    for number in range(15):
        acknowledged.update(acknowledged_until_killed(tmp_path, f"kill{number}", chance.uniform(0, 0.06)))
        journal = journal_in(tmp_path)
        assert acknowledged <= fold(journal.changes()).keys()
        assert journal.damaged == []


def test_two_windows_at_once_lose_nothing(tmp_path: Path) -> None:
    with marking(tmp_path, "left", 200) as left, marking(tmp_path, "right", 200) as right:
        assert left.stdout and right.stdout
        with ThreadPoolExecutor(1) as reader:
            others = reader.submit(acknowledged_by, right.stdout)
            acknowledged = acknowledged_by(left.stdout) + others.result()
    journal = journal_in(tmp_path)
    assert len(acknowledged) == 400
    assert fold(journal.changes()).keys() == set(acknowledged)
    assert journal.damaged == []


def test_a_window_sees_what_another_did(tmp_path: Path) -> None:
    window, other = journal_in(tmp_path, "window"), journal_in(tmp_path, "other")
    mark(window, "a")
    seen = window.files()
    written = mark(other, "b")
    (changed,) = [name for name, signature in window.files().items() if seen.get(name) != signature]
    assert window.read(changed) == written
    assert window.stamp() > written[0].stamp


def test_no_acknowledged_mark_is_lost_in_a_power_cut(tmp_path: Path) -> None:
    steps, changes = recorded_session(tmp_path / "recorded")
    chance = random.Random(1)
    for end in range(len(steps) + 1):
        folder = tmp_path / str(end)
        folder.mkdir()
        assert lost_after_power_cut(steps[:end], changes, folder, chance) == []


def test_a_power_cut_would_show_a_missing_sync(tmp_path: Path) -> None:
    """The simulation itself can see a loss: without the syncs, there are some."""
    steps, changes = recorded_session(tmp_path / "recorded")
    unsafe = [step for step in steps if step.kind not in ("sync", "sync_folder")]
    chance = random.Random(1)
    (tmp_path / "cut").mkdir()
    assert lost_after_power_cut(unsafe, changes, tmp_path / "cut", chance)
