"""Writes a file whole or not at all: nobody ever reads half of one, and it survives a power cut."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from newstui.domain.errors import DiskError, StorageError
from newstui.store.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from threading import Event

DRAFT_PREFIX, DRAFT_SUFFIX = ".newstui-", ".tmp"
"""The name of a file while it is being written. Short, so that it fits wherever the final name fits."""

_SIDE_BY_SIDE = 8
_FULL = (errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN = (errno.EACCES, errno.EPERM)
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP)


class Disk:
    """The file operations that writing needs, one method each; tests pass one that fails. All of them raise OSError."""

    def read(self, path: Path) -> bytes:
        return read_plain(path)

    def create(self, path: Path) -> int:
        """Returns the descriptor of a new file, open for writing."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)

    def write(self, descriptor: int, data: memoryview) -> int:
        """Returns the number of bytes written; it may be fewer than there are."""
        return os.write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        os.close(descriptor)

    def replace(self, path: Path, by_name: Path) -> None:
        """Renames a file; one that has the new name is replaced."""
        path.replace(by_name)

    def remove(self, path: Path) -> None:
        path.unlink()

    def make_folder(self, path: Path) -> None:
        path.mkdir(exist_ok=True)

    def remove_folder(self, path: Path) -> None:
        path.rmdir()

    def sync_folder(self, path: Path) -> None:
        """Makes creations, renames and removals in a folder survive a power cut."""
        if os.name == "nt":  # pragma: no cover - a folder cannot be opened there, and NTFS logs its names itself
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            # Some network file systems cannot; nothing more can be done there.
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(descriptor)


DISK = Disk()


def write_atomically(path: Path, data: bytes, disk: Disk = DISK, *, is_private: bool = False) -> None:
    """Writes a file, which only its owner may read if it `is_private`. It is on disk on return.

    After a StorageError the file is as it was before or, when only the last step failed, holds `data`
    that a power cut may still undo. A kill can leave a draft behind (see `DRAFT_PREFIX`).
    """
    draft = _draft_of(path)
    try:
        try:
            _write_synced(draft, data, disk, is_private=is_private)
            disk.replace(draft, path)
        except BaseException:
            with suppress(OSError):
                disk.remove(draft)
            raise
        disk.sync_folder(path.parent)
    except OSError as error:
        raise storage_error(f"{path.name} cannot be saved", path.parent, error) from error


def write_all_atomically(files: Sequence[tuple[Path, bytes]], disk: Disk = DISK) -> None:
    """Writes (path, bytes) for many files as `write_atomically` does. After a StorageError each is as it was, or whole.

    They are synced in parallel: most disks sync twenty files in hardly more time than one.
    """
    from concurrent.futures import ThreadPoolExecutor  # only where many articles come in
    from threading import Event

    drafts = [(_draft_of(path), path, data) for path, data in files]
    is_stopped = Event()
    try:
        try:
            with ThreadPoolExecutor(_SIDE_BY_SIDE, "writing") as threads:
                for _ in threads.map(lambda draft: write_draft(draft[0], draft[2], disk, is_stopped), drafts):
                    pass
            for draft, path, _ in drafts:
                disk.replace(draft, path)
        except BaseException:
            is_stopped.set()
            for draft, _, _ in drafts:
                with suppress(OSError):
                    disk.remove(draft)
            raise
        for folder in dict.fromkeys(path.parent for path, _ in files):
            disk.sync_folder(folder)
    except OSError as error:
        raise storage_error("The articles cannot be saved", files[0][0].parent, error) from error


def write_draft(draft: Path, data: bytes, disk: Disk, is_stopped: Event) -> None:
    """Writes a draft, and removes it again where the writing of all files has stopped meanwhile.

    Nobody waits for a thread that is just starting when Ctrl-C comes: it may create its draft after the others
    were removed.
    """
    if is_stopped.is_set():
        return
    _write_synced(draft, data, disk)
    if is_stopped.is_set():
        with suppress(OSError):
            disk.remove(draft)


def make_folder(folder: Path, disk: Disk = DISK) -> None:
    """Creates a folder with its parents, so that it survives a power cut. Raises StorageError."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        make_folder(folder.parent, disk)
    try:
        disk.make_folder(folder)
        try:
            disk.sync_folder(folder.parent)
        except OSError:
            # Otherwise the next attempt would find the folder and believe it safe.
            with suppress(OSError):
                disk.remove_folder(folder)
            raise
    except OSError as error:
        raise storage_error(f"The folder {folder} cannot be created", folder.parent, error) from error


def storage_error(what: str, folder: Path, error: OSError) -> StorageError:
    """Returns the system's error as a sentence that a person understands and can act on; `what` starts it."""
    if error.errno in _FULL:
        return DiskError(f"{what}: the disk is full.", hint=f"Free some space where {folder} is, then try again.")
    if error.errno == errno.EROFS:
        return DiskError(f"{what}: the disk is read-only.", hint=f"Make {folder} writable, or use another folder.")
    if error.errno in _FORBIDDEN:
        return StorageError(f"{what}: that is not permitted.", hint=f"Check who owns {folder} and may write there.")
    if error.errno == errno.ENOENT:
        return StorageError(f"{what}: the folder is gone.", hint=f"Bring {folder} back, then try again.")
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return StorageError(f"{what}: a file has the name of a folder.", hint="Choose another place.")
    reason = error.strerror or "The system refused"
    return StorageError(f"{what}: {reason[:1].lower()}{reason[1:]}.", hint=f"Check the disk that {folder} is on.")


def _draft_of(path: Path) -> Path:
    return path.with_name(f"{DRAFT_PREFIX}{os.urandom(8).hex()}{DRAFT_SUFFIX}")


def _write_synced(path: Path, data: bytes, disk: Disk, *, is_private: bool = False) -> None:
    descriptor = disk.create(path)
    try:
        if is_private and hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o600)
        rest = memoryview(data)
        while rest:
            rest = rest[disk.write(descriptor, rest) :]
        disk.sync(descriptor)
    finally:
        disk.close(descriptor)
