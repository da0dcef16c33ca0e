"""A library of one file that lies anywhere: a folder in the cache with a link to it, its catalogue and its session.

The file itself is not touched. Marks are kept in the reader's journal, as for every article.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from newstui.domain.digest import blake2b
from newstui.domain.errors import StorageError
from newstui.store.atomic import make_folder
from newstui.store.library.library import SUFFIXES
from newstui.store.paths import Paths
from newstui.store.plain_file import opened_plain

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 20
"""Files whose folders are kept, the latest."""
_LOOKED_AT = 4096
"""Bytes that tell a text from other files."""


class OneFilePaths(Paths):
    """The folders of a user whose session and catalogue are those of one file."""

    __slots__ = ()

    @property
    def session(self) -> Path:
        return self.cache / "session.json"


def one_file_library(paths: Paths, file: Path) -> tuple[Paths, Path]:
    """Returns (the folders, the library) in which a file is the only article.

    Raises StorageError where it cannot be read or is not a text.
    """
    opened = paths.cache / "opened"
    home = opened / blake2b(os.fsencode(os.path.abspath(file)), digest_size=6).hexdigest()  # noqa: PTH100  (what a link leads to may change)
    root = home / "articles"
    name = file.name if file.name.lower().endswith(SUFFIXES) else f"{file.name}.txt"
    try:
        with opened_plain(file) as stream:
            start = stream.read(_LOOKED_AT)
    except OSError as error:
        raise StorageError(f"{file} cannot be read: {error.strerror}", hint="name a file that you may read") from error
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise StorageError(f"{file} is not a text", hint=f"newstui add '{file}' takes books and saved pages")
    make_folder(root)
    _link(root / name, file)
    os.utime(home)
    _remove_old(opened)
    return OneFilePaths(paths.data, paths.config, home), root


def _link(place: Path, file: Path) -> None:
    place.unlink(missing_ok=True)
    try:
        place.symlink_to(file.absolute())
    except OSError:  # a system or a disk without links
        try:
            shutil.copyfile(file, place)
        except OSError as error:
            raise StorageError(f"{file} cannot be opened: {error.strerror}", hint="free some space") from error


def _remove_old(opened: Path) -> None:
    """Removes what was made for the files that were opened longest ago."""
    homes = sorted(opened.iterdir(), key=lambda home: home.stat().st_mtime_ns, reverse=True)
    for home in homes[_MOST:]:
        shutil.rmtree(home, ignore_errors=True)
