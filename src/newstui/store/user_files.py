"""Files and folders that a person names, wherever they lie. They are read, never written; only plain files are opened.

What is wrong with one is said without its name: whoever asked knows it.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from newstui.domain.errors import StorageError

_TO_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe without a writer is opened too, and told from a file, instead of being waited for."""
_BESIDE_PAGES = ("_files", ".files", "-files", "_fichiers", "-dateien", "_archivos", "_ficheros", "_bestanden", "_file")
"""What browsers call the folder of pictures and frames that they save beside a page, behind the page's name."""
_PAGES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Below:
    """What is in a folder and in those below it."""

    files: list[Path] = field(default_factory=list)
    """By name, of the endings that were asked for."""
    others: Counter[str] = field(default_factory=Counter)
    """What was passed over, in words, and how much of it there is; what is hidden is not counted."""
    closed: list[tuple[str, str]] = field(default_factory=list)
    """(folder, why it cannot be looked into)."""


def read_named(path: Path, largest: int) -> bytes:
    """All of a file. Raises StorageError, also where it is larger than so many bytes."""
    try:
        descriptor = os.open(path, _TO_READ)
    except (FileNotFoundError, NotADirectoryError) as error:
        hint = "check the name; an address begins with http:// or https://"
        raise StorageError("there is no such file", hint=hint) from error
    except (OSError, ValueError) as error:  # ValueError: no system has files of such names
        raise _unreadable(error) from error
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise StorageError("it is no plain file", hint="what comes by a pipe is taken with: newstui add -")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            raw = file.read(largest + 1)
    except OSError as error:
        raise _unreadable(error) from error
    finally:
        os.close(descriptor)
    if len(raw) > largest:
        raise StorageError(f"it is larger than {largest >> 20} MB", hint="take it in parts, if that is possible")
    return raw


def files_below(folder: Path, suffixes: tuple[str, ...], not_in: Path) -> Below:
    """The files with these endings. Links are not followed, and nothing below `not_in` is looked at.

    suffixes: in lower case.
    """
    below = Below()

    def complain(error: OSError) -> None:
        below.closed.append((os.fsdecode(error.filename or folder), error.strerror or "the system refuses"))

    avoided = os.path.realpath(not_in)
    for place, folders, names in os.walk(folder, onerror=complain):
        if os.path.realpath(place) == avoided:
            below.others["in the library already"] += len(names)
            folders.clear()
            continue
        pages = {os.path.splitext(name)[0] for name in names if name.lower().endswith(_PAGES)}  # noqa: PTH122
        belonging = {name for name in folders if _page_of(name) in pages}
        links = {name for name in folders if os.path.islink(os.path.join(place, name))}  # noqa: PTH114, PTH118
        below.others["by a link"] += len(links)
        below.others["belonging to saved pages"] += len(belonging)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in belonging | links)
        for name in sorted(names):
            if not name.startswith("."):
                _sort_in(below, Path(place, name), suffixes)
    return below


def _sort_in(below: Below, path: Path, suffixes: tuple[str, ...]) -> None:
    suffix = path.suffix.lower()
    mode = os.lstat(path).st_mode if os.path.lexists(path) else 0
    if stat.S_ISLNK(mode):
        below.others["by a link"] += 1
    elif not stat.S_ISREG(mode):
        below.others["of no plain file"] += 1
    elif suffix in suffixes:
        below.files.append(path)
    else:
        below.others[suffix or "without an ending"] += 1


def _page_of(folder: str) -> str | None:
    """The page, without its ending, that a browser has saved such a folder with."""
    name = folder.lower()
    ending = next((each for each in _BESIDE_PAGES if name.endswith(each)), "")
    return folder[: -len(ending)] if ending else None


def _unreadable(error: OSError | ValueError) -> StorageError:
    reason = (error.strerror if isinstance(error, OSError) else None) or "no file can have such a name"
    return StorageError(f"it cannot be read: {reason[:1].lower()}{reason[1:]}", hint="check that you may read it")
