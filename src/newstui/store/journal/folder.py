"""The journal's folder: listing, reading, renaming and removing its files. No file has two writers, so no locks.

A file that is to be merged or set aside is first renamed to `*.folding`, which is read like any other, then written
again under a new name and synced, and only then removed: every change is always in a file that readers read.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.errors import StorageError
from newstui.formats.journal import EARLIEST, Contents, contents_of
from newstui.store.atomic import DRAFT_PREFIX, DRAFT_SUFFIX, make_folder, storage_error

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.store.atomic import Disk
    from newstui.store.journal.tinydb_storage import ChangesFile

FOLDING = ".folding"
MICROSECOND = timedelta(microseconds=1)
DAY = timedelta(days=1)
_JOURNAL, _DAMAGED = ".json", ".damaged"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NAME_TIME = "%Y%m%dT%H%M%S"
_LONGEST_STEM = 200
"""Bytes of a name that are kept when a file is renamed: a system allows 255."""


class Damaged(NamedTuple):
    """A file that is not as it was written."""

    path: Path
    """Its present path: a new name if the folder could be written."""
    reason: str
    """Follows the path in a sentence: `it was cut short or overwritten; 12 changes in it could be kept`."""


class UnreadableFileError(Exception):
    """A file that is there and cannot be read now: a wrong mode, a network file system that is away."""


class Signature(NamedTuple):
    """Size and time of a file: different once it was written again."""

    size: int
    mtime_ns: int


class JournalFolder:
    """The folder of one journal. It need not exist until the first file is written."""

    def __init__(self, path: Path, now: Callable[[], int], disk: Disk) -> None:
        """`now` gives µs since 1970, UTC."""
        self.path, self.now, self.disk = path, now, disk
        self.damaged: list[Damaged] = []
        """Files met so far that are damaged, or that cannot be read at present."""

    def make(self) -> None:
        """Creates the folder where there is none. Raises StorageError."""
        make_folder(self.path, self.disk)

    def files(self) -> dict[str, Signature]:
        """Returns name → signature of every journal file, also of those that are being merged. Raises StorageError."""
        files = {}
        try:
            with os.scandir(self.path) as entries:
                for entry in entries:
                    if entry.name.endswith((_JOURNAL, FOLDING)) and not entry.name.startswith("."):
                        try:
                            if entry.is_file():
                                status = entry.stat()
                                files[entry.name] = Signature(status.st_size, status.st_mtime_ns)
                        except FileNotFoundError:
                            continue
                        except OSError as error:
                            self._report_unreadable(entry.name, error)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise storage_error("The journal cannot be read", self.path, error) from error
        return files

    def set_aside(self) -> list[Damaged]:
        """Returns the damaged files that lie in the folder, by name. Raises StorageError."""
        try:
            names = sorted(name for name in os.listdir(self.path) if name.endswith(_DAMAGED))  # noqa: PTH208
        except FileNotFoundError:
            return []
        except OSError as error:
            raise storage_error("The journal cannot be read", self.path, error) from error
        return [Damaged(self.path / name, self._why_aside(self.path / name)) for name in names]

    def new_file(self) -> ChangesFile:
        """Returns a file with a new name; its first change creates it."""
        import platform  # loaded late: a session that changes nothing never needs it

        from newstui.store.journal.tinydb_storage import ChangesFile

        host = re.sub(r"[^A-Za-z0-9]+", "-", platform.node()).strip("-")[:32] or "host"
        name = f"{time_in_name(self.now())}-{host}-{os.urandom(4).hex()}{_JOURNAL}"
        return ChangesFile(self.path / name, self.disk)

    def contents(self, name: str) -> Contents | None:
        """Returns the changes of a file; None if it vanished.

        A damaged file is set aside and named in `damaged`. So is one that cannot be read, until it can.
        Raises UnreadableFileError for that one: it is not to be taken for read.
        """
        path = self.path / name
        try:
            data = self.disk.read(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._report_unreadable(name, error)
            raise UnreadableFileError(name) from error
        self.damaged[:] = [damaged for damaged in self.damaged if damaged.path != path]
        contents = contents_of(data)
        return contents if contents.damage is None else self._set_aside(name, contents)

    def rename_to_fold(self, name: str) -> str | None:
        """Renames a file to `*.folding` and returns its new name; None if it vanished. Raises StorageError.

        Each such name is used once: what is removed under it is what was read under it, even if the file's session
        writes the file again and another compaction renames that.
        """
        if name.endswith(FOLDING):
            return name
        stem = os.fsdecode(os.fsencode(name)[:_LONGEST_STEM])
        new_name = f"{stem}.{os.urandom(4).hex()}{FOLDING}"
        try:
            self.disk.replace(self.path / name, self.path / new_name)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise storage_error("The journal cannot be compacted", self.path, error) from error
        return new_name

    def remove(self, name: str) -> None:
        """Removes a file, unless another compaction did. Raises StorageError."""
        try:
            self.disk.remove(self.path / name)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise storage_error("The journal cannot be compacted", self.path, error) from error

    def remove_old_drafts(self) -> None:
        """Removes what a kill left behind while a file was written, a day ago or longer."""
        yesterday = (self.now() * MICROSECOND - DAY).total_seconds()
        for draft in self.path.glob(f"{DRAFT_PREFIX}*{DRAFT_SUFFIX}"):
            with suppress(OSError):
                if draft.stat().st_mtime < yesterday:
                    self.disk.remove(draft)

    def _set_aside(self, name: str, contents: Contents) -> Contents:
        path = self.path / name
        try:
            new_name = self.rename_to_fold(name)
            if new_name is None:
                return contents  # another reader has just set it aside
            path = self.path / new_name
            contents = contents_of(self.disk.read(path))
            if contents.damage is None:
                return contents  # its session wrote it again in that very moment
            if contents.changes:
                self.new_file().add(contents.changes)
            aside = path.with_suffix(_DAMAGED)
            self.disk.replace(path, aside)
            path = aside
        except FileNotFoundError:
            return contents
        except (OSError, StorageError):
            pass  # it is read again, and set aside, at the next start
        self._report(path, contents)
        return contents

    def _why_aside(self, path: Path) -> str:
        try:
            return _reason(contents_of(self.disk.read(path)))
        except OSError as error:
            return _unreadable(error)

    def _report_unreadable(self, name: str, error: OSError) -> None:
        self._add(Damaged(self.path / name, _unreadable(error)))

    def _report(self, path: Path, contents: Contents) -> None:
        self._add(Damaged(path, _reason(contents)))

    def _add(self, damaged: Damaged) -> None:
        if damaged not in self.damaged:
            self.damaged.append(damaged)


def _reason(contents: Contents) -> str:
    rescued = f"; {len(contents.changes)} changes in it could be kept" if contents.changes else ""
    return f"{contents.damage or 'it was damaged'}{rescued}"


def _unreadable(error: OSError) -> str:
    return f"it cannot be read: {error.strerror}"


def time_in_name(at: int) -> str:
    """Returns the start of a file's name: files sort by the time they were started. `at` in µs since 1970."""
    return f"{_EPOCH + max(EARLIEST, at) * MICROSECOND:{_NAME_TIME}}"
