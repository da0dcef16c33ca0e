"""Writes files into the library: whole files, inside the library, and never over a file that newstui did not write.

Former texts of an article that its publisher changed are kept in a hidden folder, which is not part of the library.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError
from newstui.store.atomic import DISK, DRAFT_PREFIX, DRAFT_SUFFIX, make_folder, storage_error, write_all_atomically
from newstui.store.plain_file import opened_plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from newstui.store.atomic import Disk

REVISIONS = ".revisions"
_LARGEST = 5 << 20
"""Bytes that are read of a file."""


def put(root: Path, files: Sequence[tuple[str, bytes]], disk: Disk | None = None) -> None:
    """Writes (path relative to the library with `/`, bytes). They are on disk on return.

    Raises StorageError; then each file is as it was, or whole.
    """
    disk = disk or DISK
    for folder in dict.fromkeys((root / path).parent for path, _ in files):
        _check_inside(root, folder)
        make_folder(folder, disk)
    if files:
        write_all_atomically([(root / path, raw) for path, raw in files], disk)


def can_hold(root: Path, folder: str) -> bool:
    """Returns True where a folder of the library can take files: it is one, or can be created.

    False where a plain file has its name, or a link that leads out of the library.
    """
    path = root / folder
    if not os.path.lexists(path):
        return True
    try:
        return path.is_dir() and path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def remove_drafts(root: Path, folder: str) -> None:
    """Removes what a kill left behind while a file was written, a day ago or longer."""
    yesterday = time.time() - 24 * 3600
    for draft in (root / folder).glob(f"{DRAFT_PREFIX}*{DRAFT_SUFFIX}"):
        with suppress(OSError):
            if draft.stat().st_mtime < yesterday:
                draft.unlink()


def content(root: Path, path: str) -> bytes | None:
    """Returns the bytes of a file; None where it is gone. Raises StorageError."""
    try:
        with opened_plain(root / path) as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise storage_error(f"{path} cannot be read", root, error) from error


def revision_path(article: str, now: datetime) -> str:
    """Returns the path for a former text of an article; the paths of one article sort by time."""
    return f"{REVISIONS}/{folder_of(article)}/{now:%Y%m%dT%H%M%S%f}.md"


def last_revision(root: Path, article: str) -> bytes | None:
    """Returns the text before the present one; None where there is none. Raises StorageError."""
    folder = root / REVISIONS / folder_of(article)
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".md"))  # noqa: PTH208  (names alone)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise storage_error("the former texts of this article cannot be read", root, error) from error
    return content(root, f"{REVISIONS}/{folder_of(article)}/{names[-1]}") if names else None


def folder_of(article: str) -> str:
    """Returns an id as the name of a folder: an id from a file may hold characters that names must not."""
    return "".join(letter if letter.isalnum() else "_" for letter in article)[:100]


def _check_inside(root: Path, folder: Path) -> None:
    """Raises StorageError where a link in the library leads out of it: nothing is written there."""
    try:
        is_inside = folder.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself
        is_inside = False
    if not is_inside:
        raise StorageError(
            f"{folder} leads out of the library", hint="newstui writes only inside it: remove that link, or move it"
        )
