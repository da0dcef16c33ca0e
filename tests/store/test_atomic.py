"""A file is written whole or not at all, and a refusal is a sentence."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from threading import Event

import pytest

from newstui.domain.errors import StorageError
from newstui.store.atomic import DISK, Disk, make_folder, storage_error, write_atomically, write_draft
from tests.store.faulty import FaultyDisk, RecordingDisk


def test_a_file_holds_what_was_written_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_file_can_be_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / "empty", b"")
    assert (tmp_path / "empty").read_bytes() == b""


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    write_atomically(tmp_path / ("n" * 255), b"x")
    assert (tmp_path / ("n" * 255)).exists()


def test_the_file_is_synced_before_it_gets_its_name_and_the_folder_after(tmp_path: Path) -> None:
    disk = RecordingDisk()
    write_atomically(tmp_path / "file", b"x", disk)
    assert [step.kind for step in disk.steps] == ["create", "write", "sync", "replace", "sync_folder"]


def test_a_disk_that_takes_a_byte_at_a_time_gets_all_of_them(tmp_path: Path) -> None:
    class SlowDisk(Disk):
        def write(self, descriptor: int, data: memoryview) -> int:
            return super().write(descriptor, data[:1])

    write_atomically(tmp_path / "file", b"abc", SlowDisk())
    assert (tmp_path / "file").read_bytes() == b"abc"


@pytest.mark.parametrize("for_ever", [False, True])
def test_whichever_operation_fails_the_file_is_the_old_or_the_new_one(tmp_path: Path, for_ever: bool) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"old")
    for fails_at in range(1, 7):
        with pytest.raises(StorageError):
            write_atomically(path, b"new", FaultyDisk(fails_at, for_ever=for_ever))
        assert path.read_bytes() == (b"new" if fails_at == 6 else b"old")
    write_atomically(path, b"new", FaultyDisk(7, for_ever=for_ever))


def test_no_draft_is_left_when_the_disk_fails_once(tmp_path: Path) -> None:
    for fails_at in range(1, 6):
        with pytest.raises(StorageError):
            write_atomically(tmp_path / "file", b"new", FaultyDisk(fails_at, for_ever=False))
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "that is not permitted"),
        (errno.EPERM, "that is not permitted"),
        (errno.ENOENT, "the folder is gone"),
        (errno.EIO, "input/output error"),
    ],
)
def test_a_refusing_disk_gives_a_sentence_and_a_hint(tmp_path: Path, number: int, words: str) -> None:
    with pytest.raises(StorageError, match=f"^marks.json cannot be saved: {words}") as refusal:
        write_atomically(tmp_path / "marks.json", b"x", FaultyDisk(1, for_ever=False, error=number))
    assert str(tmp_path) in refusal.value.hint


def test_an_error_without_a_text_still_gets_a_sentence() -> None:
    assert (
        str(storage_error("It cannot be saved", Path("here"), OSError())) == "It cannot be saved: the system refused."
    )


def test_a_folder_is_created_with_its_parents(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b" / "c")
    make_folder(tmp_path / "a" / "b" / "c")
    assert (tmp_path / "a" / "b" / "c").is_dir()


def test_a_folder_that_cannot_be_synced_is_created_again_next_time(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        make_folder(tmp_path / "a", FaultyDisk(2, for_ever=False))
    assert not (tmp_path / "a").exists()
    with pytest.raises(StorageError):
        make_folder(tmp_path / "a", FaultyDisk(2, for_ever=True))
    make_folder(tmp_path / "a")


def test_no_folder_is_created_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError, match="cannot be created"):
        make_folder(tmp_path / "file" / "folder")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a file system that cannot sync a folder")
def test_a_file_system_that_cannot_sync_folders_is_not_a_failure() -> None:
    with pytest.raises(OSError, match="Invalid argument"):
        descriptor = os.open("/proc", os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    DISK.sync_folder(Path("/proc"))


def test_a_folder_whose_sync_fails_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="Input/output error"):
        DISK.sync_folder(tmp_path)


class _StoppingDisk(Disk):
    """Stops the writing of all files while one of them is synced."""

    def __init__(self, is_stopped: Event) -> None:
        self.is_stopped = is_stopped

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        self.is_stopped.set()


def test_a_thread_that_starts_too_late_or_ends_too_late_leaves_no_draft(tmp_path: Path) -> None:
    is_stopped = Event()
    write_draft(tmp_path / "too late to end", b"x", _StoppingDisk(is_stopped), is_stopped)
    assert is_stopped.is_set()
    write_draft(tmp_path / "too late to start", b"x", DISK, is_stopped)
    assert not list(tmp_path.iterdir())
