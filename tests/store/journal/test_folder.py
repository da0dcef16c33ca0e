"""The journal's folder: damaged files are set aside, and what is whole in them is kept."""

from __future__ import annotations

import errno
import os
import random
import re
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError
from newstui.formats.journal import contents_of
from newstui.store.atomic import Disk
from newstui.store.journal.folder import Signature, UnreadableFileError
from tests.store.faulty import (
    FaultyDisk,
    journal_in,
    mark,
    stamps,
)

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.domain.marks.change import Change
    from newstui.store.journal.journal import Journal


def test_a_file_is_named_by_its_start_time_and_its_host(tmp_path: Path) -> None:
    mark(journal_in(tmp_path), "a")
    (path,) = tmp_path.iterdir()
    assert re.fullmatch(r"20250615T150640-[A-Za-z0-9-]+-[0-9a-f]{8}\.json", path.name)


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


def test_a_journal_that_is_not_a_folder_gives_an_error_sentence(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("x")
    with pytest.raises(StorageError, match="The journal cannot be read"):
        journal_in(tmp_path / "journal").files()
    with pytest.raises(StorageError, match="cannot be created"):
        mark(journal_in(tmp_path / "journal"), "a")


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
    assert journal.changes() == []
    with pytest.raises(UnreadableFileError):
        journal.read(path.name)
    assert [(each.path, each.reason) for each in journal.damaged] == [(path, "it cannot be read: Permission denied")]
    assert path.exists()


def test_a_file_that_can_be_read_again_is_no_longer_named(tmp_path: Path) -> None:
    written = mark(journal_in(tmp_path), "a")
    journal = journal_in(tmp_path, disk=FaultyDisk(1, for_ever=False))
    assert journal.changes() == []
    assert journal.damaged
    assert journal.changes() == written
    assert journal.damaged == []


def test_a_compaction_leaves_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    written = mark(journal_in(tmp_path), "a")
    blind = ReadsNothing()
    assert journal_in(tmp_path, disk=blind).compact(more_than=0).files == 0
    assert journal_in(tmp_path).changes() == written


@pytest.mark.parametrize("name", [b"copy-caf\xe9.json", b"\xff.json", b"\xf0\x9f.json", b"x" * 250 + b".json"])
def test_a_file_with_any_name_is_read_merged_and_set_aside(tmp_path: Path, name: bytes) -> None:
    data, changes = file_of_marks(tmp_path)
    folder = tmp_path / "journal"
    folder.mkdir()
    (folder / os.fsdecode(name)).write_bytes(data)
    assert journal_in(folder).changes() == changes
    assert journal_in(folder).compact(more_than=0).files == 1
    (folder / os.fsdecode(name)).write_bytes(data[:-20])
    journal = journal_in(folder)
    assert journal.changes() == changes
    assert [each.path for each in journal.damaged] == [each.path for each in journal_in(folder).set_aside()]


def test_a_file_that_is_set_aside_is_named_as_long_as_it_lies_there(tmp_path: Path) -> None:
    data, _ = file_of_marks(tmp_path)
    _, journal = damaged_in(tmp_path / "journal", data[:-20])
    journal.changes()
    aside = journal_in(tmp_path / "journal").set_aside()
    assert aside == journal.damaged
    aside[0].path.unlink()
    assert journal_in(tmp_path / "journal").set_aside() == []


class ReadsNothing(Disk):
    """A disk of which no file can be read."""

    def read(self, path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")


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
def test_a_file_with_any_other_content_is_set_aside(tmp_path: Path, data: bytes) -> None:
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


def test_a_file_that_is_written_again_while_it_is_set_aside_counts(tmp_path: Path) -> None:
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
