"""The library: a folder of article files. This module only reads it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from newstui.domain.errors import StorageError
from newstui.store.page_folders import PAGES, page_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm")
MAX_BYTES = 4 << 20
"""The number of bytes that are read of a file: 4 MiB is longer than War and Peace."""
_MOST_HAVE = 1 << 16
"""Bytes that are asked for first: to ask for 4 MiB at once costs more than all else about a small file."""
UNREAD = -2
"""A signature that no folder has, for one with a file that could not be read: it is looked at again once it can be."""
_TO_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Flags for opening a file: a pipe in its place is not waited for."""
_SETTLED = 2_000_000_000
"""ns. A folder that changed less than this before it was read may change again within one tick of its clock."""

_FIRST_NS = -(2**63)
"""ns since 1970: the earliest time that a database keeps; the last one is as far from 1970."""


class File(NamedTuple):
    """An article file as its folder lists it. Many are made, compared and sent to another process."""

    path: str
    """Relative to the library, with `/`; odd bytes in names as surrogates (os.fsdecode)."""
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the library as it was at one time."""

    path: str
    """Relative to the library; empty for the library itself."""
    mtime_ns: int
    """0 where it was read too soon after a change to be relied on."""
    signature: int | None
    """A checksum of the names, sizes and times of its article files in any order; None where it was not asked for."""
    count: int
    """The number of its article files."""


class Unreadable(NamedTuple):
    """A folder that cannot be read."""

    path: str
    reason: str


class Library:
    """One folder of articles. Hidden files and folders, and files of other kinds, are not articles."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._start = os.path.join(root, "")  # noqa: PTH118 -- with the separator, to put a path after it

    def folders(self, now_ns: int, known: Container[str] | None = None) -> Iterator[Folder | Unreadable]:
        """Gives every folder below the root, the root first. A linked folder is followed once.

        known: the folders whose signature is needed; all of them where it is None.
        """
        seen: set[tuple[int, int]] = set()
        waiting = [""]
        while waiting:
            path = waiting.pop()
            try:
                status = (self.root / path).stat()
                if (status.st_dev, status.st_ino) in seen:
                    continue
                seen.add((status.st_dev, status.st_ino))
                subfolders, count, signature = self._look(path, with_signature=known is None or path in known)
            except OSError as error:
                yield Unreadable(path, error.strerror or str(error))
                continue
            waiting.extend(sorted(subfolders, reverse=True))
            settled = now_ns - status.st_mtime_ns > _SETTLED
            yield Folder(path, _mtime_ns(status) if settled else 0, signature, count)

    def files(self, folder: str) -> list[File]:
        """Returns the article files right in one folder by name: the order is the same on every disk."""
        return sorted(file for path, entry in self._entries(folder) if entry and (file := _file(path, entry)))

    def mtime_ns(self, folder: str) -> int | None:
        """Returns the time at which a folder's list of names last changed; None where it is gone."""
        try:
            return _mtime_ns((self.root / folder).stat())
        except OSError:
            return None

    def read(self, path: str, most: int = MAX_BYTES + 1) -> bytes:
        """Returns the bytes of an article, at most so many. One more than MAX_BYTES says that it is longer.

        Raises StorageError.
        """
        try:
            descriptor = os.open(f"{self._start}{path}", _TO_READ)
            try:
                raw = os.read(descriptor, min(most, _MOST_HAVE))
                while len(raw) < most and (more := os.read(descriptor, most - len(raw))):
                    raw += more
                return raw
            finally:
                os.close(descriptor)
        except OSError as error:
            raise StorageError(
                f"{path} cannot be read: {error.strerror}", hint="check that the file is there and that you may read it"
            ) from error

    def can_read(self, path: str) -> bool:
        """Returns True for a file that can be read now."""
        try:
            descriptor = os.open(f"{self._start}{path}", _TO_READ)
            try:
                os.read(descriptor, 1)
            finally:
                os.close(descriptor)
        except OSError:
            return False
        return True

    def status(self, path: str) -> File | None:
        """Returns a file as it is now; None where it is gone."""
        try:
            status = (self.root / path).stat()
        except OSError:
            return None
        return File(path, status.st_size, _mtime_ns(status))

    def _look(self, folder: str, *, with_signature: bool) -> tuple[list[str], int, int | None]:
        """Returns (the folders right in a folder, the number of its article files, their signature)."""
        subfolders: list[str] = []
        count = signature = 0
        for path, entry in self._entries(folder):
            if entry is None:
                subfolders.append(path)
            elif not with_signature:
                count += 1
            elif file := _file(path, entry):
                count += 1
                signature += _signature(file)
        subfolders = [path for path in subfolders if not self._is_beside_page(path)]
        return subfolders, count, signature if with_signature else None

    def _is_beside_page(self, folder: str) -> bool:
        """Returns True for a folder with the frames and pictures of a page that a browser saved beside it."""
        page = page_of(folder)
        return page is not None and any(os.path.lexists(f"{self._start}{page}{suffix}") for suffix in PAGES)

    def _entries(self, folder: str) -> Iterator[tuple[str, os.DirEntry[str] | None]]:
        """Gives (relative path, entry) of each article file in a folder, and (relative path, None) of each folder."""
        prefix = f"{folder}/" if folder else ""
        with os.scandir(os.path.join(self.root, folder) if folder else self.root) as entries:  # noqa: PTH118
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                try:
                    is_article = name.lower().endswith(SUFFIXES) and entry.is_file()
                    is_folder = not is_article and entry.is_dir()
                except OSError:  # a link that leads to itself
                    continue
                if is_article or is_folder:
                    yield prefix + name, entry if is_article else None


def signature(files: Iterable[File]) -> int:
    """Returns the signature of a folder with these article files."""
    return sum(map(_signature, files))


def _signature(file: File) -> int:
    return crc32(f"{file.path}\0{file.size}\0{file.mtime_ns}".encode(errors="surrogatepass"))


def _mtime_ns(status: os.stat_result) -> int:
    """Returns when a file changed; of the year 2262 for one that says later, as a broken clock does: SQLite's last."""
    return max(_FIRST_NS, min(status.st_mtime_ns, -_FIRST_NS - 1))


def _file(path: str, entry: os.DirEntry[str]) -> File | None:
    """Returns the file of a directory entry; None where it has just gone."""
    try:
        status = entry.stat()
    except OSError:
        return None
    return File(path, status.st_size, _mtime_ns(status))
