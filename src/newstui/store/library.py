"""The library: a folder of article files. It is read here, and never rewritten."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from newstui.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm")
MAX_BYTES = 4 << 20
"""More of a file is not read: 4 MiB is longer than War and Peace."""
_MOST_HAVE = 1 << 16
"""Bytes. To ask for 4 MiB at once costs more than all else about a small file."""
_TO_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that took the place of a file is not waited for."""
_SETTLED = 2_000_000_000
"""ns. A folder that changed less than this before it was looked at may change again within one tick of its clock."""


class File(NamedTuple):
    """An article file as the folder shows it. Many are made, compared and handed to another process."""

    path: str
    """Relative to the library, with `/`; odd bytes in names as surrogates (os.fsdecode)."""
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the library at one look."""

    path: str
    """Relative, empty for the library itself."""
    mtime_ns: int
    """0 where the look came too soon after a change to be relied on."""
    signature: int
    """Of all names, sizes and times of its article files; free of order."""
    count: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    path: str
    reason: str


class Library:
    """One folder of articles. Hidden files and folders, and files of other kinds, are not articles."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def folders(self, now_ns: int) -> Iterator[Folder | Unreadable]:
        """Every folder below the root, the root first. A linked folder is followed once."""
        seen: set[tuple[int, int]] = set()
        waiting = [""]
        while waiting:
            path = waiting.pop()
            try:
                status = (self.root / path).stat()
                if (status.st_dev, status.st_ino) in seen:
                    continue
                seen.add((status.st_dev, status.st_ino))
                subfolders: list[str] = []
                signature = count = 0
                for entry in self._entries(path):
                    if isinstance(entry, str):
                        subfolders.append(entry)
                    else:
                        signature += crc32(os.fsencode(f"{entry.path}\0{entry.size}\0{entry.mtime_ns}"))
                        count += 1
            except OSError as error:
                yield Unreadable(path, error.strerror or str(error))
                continue
            waiting.extend(sorted(subfolders, reverse=True))
            settled = now_ns - status.st_mtime_ns > _SETTLED
            yield Folder(path, status.st_mtime_ns if settled else 0, signature, count)

    def files(self, folder: str) -> Iterator[File]:
        """The article files right in one folder, by name: of two that claim one id the same is first on every disk."""
        return iter(sorted((e for e in self._entries(folder) if isinstance(e, File)), key=attrgetter("path")))

    def mtime_ns(self, folder: str) -> int | None:
        """When a folder's list of names last changed; None where it is gone."""
        try:
            return (self.root / folder).stat().st_mtime_ns
        except OSError:
            return None

    def read(self, path: str) -> bytes:
        """The bytes of an article, one more than MAX_BYTES at most. Raises StorageError."""
        try:
            descriptor = os.open(os.path.join(self.root, path), _TO_READ)  # noqa: PTH118
            try:
                raw = os.read(descriptor, _MOST_HAVE)
                while len(raw) <= MAX_BYTES and (more := os.read(descriptor, MAX_BYTES + 1 - len(raw))):
                    raw += more
                return raw
            finally:
                os.close(descriptor)
        except OSError as error:
            raise StorageError(
                f"{path} cannot be read: {error.strerror}", hint="check that the file is there and that you may read it"
            ) from error

    def status(self, path: str) -> File | None:
        """A file as it is now; None where it is gone."""
        try:
            status = (self.root / path).stat()
        except OSError:
            return None
        return File(path, status.st_size, status.st_mtime_ns)

    def _entries(self, folder: str) -> Iterator[File | str]:
        """Files as File, folders as their relative path."""
        prefix = f"{folder}/" if folder else ""
        with os.scandir(os.path.join(self.root, folder) if folder else self.root) as entries:  # noqa: PTH118
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                if name.lower().endswith(SUFFIXES):
                    try:
                        status = entry.stat()
                    except OSError:  # a link that leads nowhere, a file that has just gone
                        continue
                    if stat.S_ISREG(status.st_mode):
                        yield File(prefix + name, status.st_size, status.st_mtime_ns)
                        continue
                with suppress(OSError):  # a link that leads to itself
                    if entry.is_dir():
                        yield prefix + name
