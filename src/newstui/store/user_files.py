"""Reads files and folders that a person names, wherever they are. Only plain files are opened, and none is written.

Its errors do not name the file: the caller does.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from newstui.domain.errors import StorageError
from newstui.store.page_folders import PAGES, page_of
from newstui.store.plain_file import NotPlainError, opened_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST_YEAR = 1990
"""Archives and some file systems give files without a date one in 1970 or 1980."""


@dataclass(frozen=True, slots=True)
class Below:
    """The files in a folder and in those below it."""

    files: list[Path] = field(default_factory=list)
    """Files with the endings that were asked for, by name."""
    others: Counter[str] = field(default_factory=Counter)
    """Reason in words → number of files or folders left out for it; hidden ones are not counted."""
    closed: list[tuple[str, str]] = field(default_factory=list)
    """(folder that cannot be read, reason)."""


def read_named(path: Path, largest: int) -> bytes:
    """Returns all bytes of a file. Raises StorageError, also where there are more than `largest`."""
    with _opened(path) as file:
        raw = file.read(largest + 1)
    if len(raw) > largest:
        raise StorageError(f"it is larger than {largest >> 20} MB", hint="split it into smaller files, if you can")
    return raw


def modified_at(path: Path) -> datetime | None:
    """Returns when a file was last written, aware; None where the system does not know, or has an invented date."""
    try:
        modified = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, ValueError, OverflowError):
        return None
    return modified if modified.year >= _FIRST_YEAR else None


def begins_with(path: Path, start: bytes, longer_than: int) -> bool:
    """Returns True for a plain file of more bytes than that, which begins so; False for one that cannot be read."""
    try:
        with _opened(path) as file:
            return os.fstat(file.fileno()).st_size > longer_than and file.read(len(start)) == start
    except StorageError:
        return False


def read_lines(path: Path, size: int, largest: int) -> Iterator[bytes]:
    """Yields the lines of a file, as many together as have about `size` bytes. Raises StorageError.

    largest: bytes of one line.
    """
    with _opened(path) as file:
        while raw := file.read(size):
            if not raw.endswith(b"\n"):
                raw += file.readline(largest)
            yield raw


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """Opens a plain file. Raises StorageError, also where the block cannot read it."""
    try:
        with opened_plain(path) as file:
            yield file
    except (FileNotFoundError, NotADirectoryError) as error:
        hint = "check the name; a web address begins with http:// or https://"
        raise StorageError("there is no such file", hint=hint) from error
    except NotPlainError as error:
        raise StorageError("it is not a plain file", hint="to read from a pipe, use: newstui add -") from error
    except (OSError, ValueError) as error:  # ValueError: no system has files of such names
        raise _unreadable(error) from error


def files_below(folder: Path, suffixes: tuple[str, ...], not_in: Path) -> Below:
    """Returns the files with these endings. Links are not followed, and nothing below `not_in` is read.

    suffixes: endings in lower case.
    """
    below = Below()

    def add_closed(error: OSError) -> None:
        below.closed.append((os.fsdecode(error.filename or folder), error.strerror or "the system refuses"))

    avoided = os.path.realpath(not_in)
    for path, folders, names in os.walk(folder, onerror=add_closed):
        if os.path.realpath(path) == avoided:
            below.others["in the library already"] += len(names)
            folders.clear()
            continue
        pages = {os.path.splitext(name)[0] for name in names if name.lower().endswith(PAGES)}  # noqa: PTH122
        belonging = {name for name in folders if page_of(name) in pages}
        links = {name for name in folders if os.path.islink(os.path.join(path, name))}  # noqa: PTH114, PTH118
        below.others["by a link"] += len(links)
        below.others["belonging to saved pages"] += len(belonging)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in belonging | links)
        for name in sorted(names):
            if not name.startswith("."):
                _add(below, Path(path, name), suffixes)
    return below


def _add(below: Below, path: Path, suffixes: tuple[str, ...]) -> None:
    suffix = path.suffix.lower()
    mode = os.lstat(path).st_mode if os.path.lexists(path) else 0
    if stat.S_ISLNK(mode):
        below.others["by a link"] += 1
    elif not stat.S_ISREG(mode):
        below.others["not a plain file"] += 1
    elif suffix in suffixes:
        below.files.append(path)
    else:
        below.others[suffix or "without an ending"] += 1


def _unreadable(error: OSError | ValueError) -> StorageError:
    reason = (error.strerror if isinstance(error, OSError) else None) or "no file can have such a name"
    return StorageError(f"it cannot be read: {reason[:1].lower()}{reason[1:]}", hint="check that you may read it")
