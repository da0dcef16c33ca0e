"""What a reader did is on disk when it is acknowledged, and stays there whatever happens."""

from __future__ import annotations

import errno
import json
import random
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from newstui.domain.errors import StorageError
from newstui.domain.marks.change import Change, Stamp
from newstui.domain.marks.fold import fold
from newstui.formats.journal import LATEST, TABLE, change_of, contents_of, document_of
from newstui.store.atomic import Disk
from newstui.store.journal.folder import Signature
from newstui.store.journal.journal import FULL_SIZE, Journal
from tests.store.faulty import (
    START,
    Clock,
    FaultyDisk,
    acknowledged_by,
    acknowledged_until_killed,
    journal_in,
    lost_after_power_cut,
    marking,
    outcome_on_faulty_disk,
    read_of,
    recorded_session,
    stamps,
)

if TYPE_CHECKING:
    from pathlib import Path


def mark(journal: Journal, *articles: str) -> list[Change]:
    changes = [read_of(journal.stamp(), article) for article in articles]
    journal.append(changes)
    return changes


def move(journal: Journal, article: str, position: float) -> Change:
    change = Change(journal.stamp(), "position", (article,), (0.0,), (position,))
    journal.append([change])
    return change


def test_what_one_session_did_another_finds(tmp_path: Path) -> None:
    written = mark(journal_in(tmp_path / "journal"), "a", "b")
    assert journal_in(tmp_path / "journal").changes() == written


def test_a_journal_file_is_a_tinydb_file(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    written = mark(journal, "a") + mark(journal, "b", "c")
    (name,) = journal.files()
    with TinyDB(tmp_path / name) as database:
        assert database.tables() == {TABLE}
        assert [change_of(dict(document)) for document in database.table(TABLE)] == written


def test_a_journal_file_that_tinydb_wrote_again_is_read(tmp_path: Path) -> None:
    written = mark(journal_in(tmp_path), "a", "b")
    (path,) = tmp_path.glob("*.json")
    with TinyDB(path) as database:
        database.table(TABLE).remove(doc_ids=[1])
    assert journal_in(tmp_path).changes() == written[1:]


def test_a_journal_that_is_only_read_leaves_no_trace(tmp_path: Path) -> None:
    journal = journal_in(tmp_path / "journal")
    assert (journal.files(), journal.changes(), journal.read("gone.json")) == ({}, [], [])
    journal.append([])
    assert not (tmp_path / "journal").exists()


def test_tinydb_is_not_imported_before_something_is_written() -> None:
    program = "import sys, newstui.store.journal.journal; sys.exit('tinydb' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_file_is_named_by_its_beginning_and_its_host(tmp_path: Path) -> None:
    mark(journal_in(tmp_path), "a")
    (path,) = tmp_path.iterdir()
    assert re.fullmatch(r"20250615T150640-[A-Za-z0-9-]+-[0-9a-f]{8}\.json", path.name)


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
    last = replace(read_of(Stamp(LATEST, "hostile", 1), "a"))
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


def test_a_change_that_could_not_be_read_back_is_not_written(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    written = mark(journal, "a")
    with pytest.raises(ValueError, match="about articles"):
        journal.append([replace(written[0], articles=())])
    assert mark(journal, "b") and len(journal_in(tmp_path).changes()) == 2


def test_a_new_file_is_begun_after_so_many_changes(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, rotate_after=3)
    assert journal.own_files() == set()
    for number in range(7):
        mark(journal, f"article{number}")
    assert journal.own_files() == journal.files().keys()
    assert sorted(len(journal.read(name)) for name in journal.files()) == [1, 3, 3]


def test_a_new_file_is_begun_at_midnight(tmp_path: Path) -> None:
    clock = Clock()
    journal = journal_in(tmp_path, clock=clock)
    mark(journal, "a")
    clock.at += 12 * 3600 * 1_000_000
    mark(journal, "b")
    assert len(journal.files()) == 2


def test_a_change_of_many_articles_is_one_document_and_burdens_no_later_write(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    everything = tuple(f"article-{number:05}" for number in range(20_000))
    journal.append([Change(journal.stamp(), "read", everything, (False,), (True,))])
    mark(journal, "a")
    small, large = sorted(signature.size for signature in journal.files().values())
    assert small < 1000 < FULL_SIZE < large
    assert len(fold(journal_in(tmp_path).changes())) == 20_001


def test_only_the_last_position_in_an_article_is_kept(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    read = mark(journal, "a")
    move(journal, "a", 0.1)
    other = move(journal, "b", 0.5)
    last = move(journal, "a", 0.2)
    assert journal_in(tmp_path).changes() == [*read, other, last]


def test_of_positions_appended_together_the_last_is_kept(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    first, last, other = (
        Change(journal.stamp(), "position", (article,), (0.0,), (0.5,)) for article in ("a", "a", "b")
    )
    journal.append([last, first, other])
    assert journal_in(tmp_path).changes() == [last, other]


def test_an_older_position_does_not_push_out_a_newer_one(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    older, newer = (Change(journal.stamp(), "position", ("a",), (0.0,), (to,)) for to in (0.1, 0.9))
    journal.append([newer])
    journal.append([older])
    assert fold(journal_in(tmp_path).changes())["a"]["position"] == (newer.stamp, 0.9)


def test_a_file_that_was_taken_away_is_written_whole_again(tmp_path: Path) -> None:
    journal = journal_in(tmp_path)
    written = mark(journal, "a")
    (path,) = tmp_path.iterdir()
    path.unlink()
    written += mark(journal, "b")
    assert journal_in(tmp_path).changes() == written


def test_a_folder_that_was_taken_away_is_made_again(tmp_path: Path) -> None:
    journal = journal_in(tmp_path / "journal")
    written = mark(journal, "a")
    (tmp_path / "journal").rename(tmp_path / "elsewhere")
    written += mark(journal, "b")
    assert journal_in(tmp_path / "journal").changes() == written


def test_a_write_changes_the_signature_of_its_file_only(tmp_path: Path) -> None:
    mark(journal_in(tmp_path, "other"), "a")
    journal = journal_in(tmp_path)
    mark(journal, "b")
    before = journal.files()
    mark(journal, "c")
    after = journal.files()
    assert before.keys() == after.keys()
    assert sum(before[name] != after[name] for name in after) == 1
    path = tmp_path / next(iter(after))
    assert after[path.name] == Signature(path.stat().st_size, path.stat().st_mtime_ns)


def test_drafts_and_other_files_are_not_journal_files(tmp_path: Path) -> None:
    for name in (".newstui-1.tmp", ".hidden.json", "x.json.1.damaged", "notes.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "nowhere")
    assert journal_in(tmp_path).files() == {}


def test_a_journal_that_is_no_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("x")
    with pytest.raises(StorageError, match="The journal cannot be read"):
        journal_in(tmp_path / "journal").files()
    with pytest.raises(StorageError, match="cannot be created"):
        mark(journal_in(tmp_path / "journal"), "a")


# A disk that fails


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("for_ever", [False, True])
def test_whichever_operation_fails_nothing_acknowledged_is_lost_and_the_next_save_works(
    tmp_path: Path, for_ever: bool, error: int
) -> None:
    fails_at, outcome = 0, None
    while outcome is None or outcome.reached:
        fails_at += 1
        outcome = outcome_on_faulty_disk(tmp_path / str(fails_at), fails_at, for_ever=for_ever, error=error)
        assert (outcome.lost, outcome.doubled) == (0, 0), f"operation {fails_at}"
    assert fails_at > 80


def test_a_full_disk_is_told_and_the_changes_can_be_appended_again(tmp_path: Path) -> None:
    disk = FaultyDisk(1, for_ever=True, error=errno.ENOSPC)
    journal = journal_in(tmp_path, disk=disk)
    with pytest.raises(StorageError, match="the disk is full") as refusal:
        mark(journal, "a")
    assert refusal.value.hint
    disk.healed = True
    written = mark(journal, "a", "b")
    assert journal_in(tmp_path).changes() == written


def test_a_failed_write_does_not_bring_back_what_was_not_acknowledged(tmp_path: Path) -> None:
    disk = FaultyDisk(8, for_ever=False)
    journal = journal_in(tmp_path, disk=disk)
    written = mark(journal, "a")
    with pytest.raises(StorageError):
        mark(journal, "b")
    written += mark(journal, "c")
    assert journal_in(tmp_path).changes() == written


def test_a_read_only_journal_is_read_and_its_damaged_files_are_named(tmp_path: Path) -> None:
    class ReadOnlyDisk(FaultyDisk):
        def read(self, path: Path) -> bytes:
            return path.read_bytes()

    written = mark(journal_in(tmp_path), "a")
    (tmp_path / "bad.json").write_bytes(b"")
    journal = journal_in(tmp_path, disk=ReadOnlyDisk(1, for_ever=True, error=errno.EROFS))
    assert journal.changes() == journal.changes() == written
    assert [(each.path.name, each.reason) for each in journal.damaged] == [("bad.json", "it is empty")]
    with pytest.raises(StorageError, match="the disk is read-only"):
        mark(journal, "b")


def test_a_file_that_cannot_be_read_is_named_and_left_alone(tmp_path: Path) -> None:
    mark(journal_in(tmp_path), "a")
    (path,) = tmp_path.iterdir()
    journal = journal_in(tmp_path, disk=FaultyDisk(1, for_ever=True, error=errno.EACCES))
    assert journal.changes() == journal.read(path.name) == []
    assert [(each.path, each.reason) for each in journal.damaged] == [(path, "it cannot be read: Permission denied")]
    assert path.exists()


# A damaged file


def damaged_in(tmp_path: Path, data: bytes) -> tuple[list[Change], Journal]:
    """A journal of ten marks in a sound file and a file of these bytes."""
    written = mark(journal_in(tmp_path, "sound"), *(f"sound{number}" for number in range(10)))
    (tmp_path / "bad.json").write_bytes(data)
    return written, journal_in(tmp_path)


def file_of_marks(tmp_path: Path) -> tuple[bytes, list[Change]]:
    changes = mark(journal_in(tmp_path / "made", "made"), *(f"made{number}" for number in range(5)))
    (path,) = (tmp_path / "made").iterdir()
    return path.read_bytes(), changes


def assert_set_aside(journal: Journal, folder: Path, written: list[Change], data: bytes) -> None:
    assert stamps(journal.changes()) >= stamps(written)
    (damaged,) = journal.damaged
    assert damaged.path.match("bad.json.*.damaged")
    assert damaged.path.read_bytes() == data
    again = journal_in(folder)
    assert again.changes() == journal.changes()
    assert again.damaged == []


@pytest.mark.parametrize("share", [number / 20 for number in range(20)])
def test_a_file_that_was_cut_is_set_aside_and_all_others_count(tmp_path: Path, share: float) -> None:
    data, changes = file_of_marks(tmp_path)
    cut = data[: int(len(data) * share)]
    written, journal = damaged_in(tmp_path, cut)
    assert_set_aside(journal, tmp_path, written, cut)
    assert len(journal.changes()) - len(written) == len(contents_of(cut).changes) <= len(changes)


@pytest.mark.parametrize("seed", range(20))
def test_a_file_with_a_flipped_bit_is_set_aside_and_its_whole_changes_count(tmp_path: Path, seed: int) -> None:
    data, changes = file_of_marks(tmp_path)
    flipped = bytearray(data)
    # Among the documents: a bit in the number of one changes nothing that counts.
    start = data.index(b'{"at"')
    flipped[random.Random(seed).randrange(start, start + 150)] ^= 1 << seed % 8
    written, journal = damaged_in(tmp_path, bytes(flipped))
    assert_set_aside(journal, tmp_path, written, bytes(flipped))
    assert stamps(journal.changes()) >= stamps(written + changes[1:])


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 4096, b"{}", b"[" * 100_000, random.Random(1).randbytes(1000)],
    ids=["empty", "zeros", "no documents", "too deep", "noise"],
)
def test_a_file_of_anything_is_set_aside(tmp_path: Path, data: bytes) -> None:
    written, journal = damaged_in(tmp_path, data)
    assert_set_aside(journal, tmp_path, written, data)
    assert journal.changes() == written


def test_a_damaged_file_says_how_much_of_it_could_be_kept(tmp_path: Path) -> None:
    data, _ = file_of_marks(tmp_path)
    _, journal = damaged_in(tmp_path, data[:-10])
    journal.changes()
    assert journal.damaged[0].reason == "it was cut short or overwritten; 4 changes in it could be kept"


def test_whichever_operation_fails_while_a_file_is_set_aside_its_whole_changes_are_never_lost(tmp_path: Path) -> None:
    data, changes = file_of_marks(tmp_path)
    fails_at, reached = 0, True
    while reached:
        fails_at += 1
        folder = tmp_path / str(fails_at)
        folder.mkdir()
        (folder / "bad.json").write_bytes(data[:-2])
        disk = FaultyDisk(fails_at, for_ever=True)
        journal = journal_in(folder, disk=disk)
        journal.changes()
        assert journal.damaged
        assert journal_in(folder).changes() == changes
        assert b"".join(path.read_bytes() for path in folder.glob("*.damaged")) == data[:-2]
        reached = disk.operations >= fails_at
    assert fails_at > 6


def test_a_file_that_was_written_anew_while_it_was_set_aside_counts(tmp_path: Path) -> None:
    data, changes = file_of_marks(tmp_path)

    class RacingDisk(Disk):
        def replace(self, path: Path, by_name: Path) -> None:
            if path.name == "bad.json":
                path.write_bytes(data)
            super().replace(path, by_name)

    (tmp_path / "bad.json").write_bytes(data[:100])
    journal = journal_in(tmp_path, disk=RacingDisk())
    assert journal.changes() == changes
    assert journal.damaged == []
    assert journal_in(tmp_path).changes() == changes


@pytest.mark.parametrize("suffix", [".json", ".folding"])
def test_two_readers_may_set_the_same_file_aside(tmp_path: Path, suffix: str) -> None:
    data, changes = file_of_marks(tmp_path)

    class LateDisk(Disk):
        def replace(self, path: Path, by_name: Path) -> None:
            if path.name.startswith("bad.json"):
                other.changes()
            super().replace(path, by_name)

    (tmp_path / f"bad.json{suffix.removeprefix('.json')}").write_bytes(data[:-2])
    other = journal_in(tmp_path, "other")
    assert journal_in(tmp_path, disk=LateDisk()).changes() == changes
    assert journal_in(tmp_path).changes() == changes
    assert len(other.damaged) == len(list(tmp_path.glob("*.damaged"))) == 1


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


# A program that is killed, a power cut, two windows


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
