"""Files that newstui adds to the library. It writes whole files, inside the library, and nothing that it did not write.

The former texts of an article whose publisher changed it stay in a hidden folder, which is no part of the library.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError
from newstui.store.atomic import DISK, DRAFT_PREFIX, DRAFT_SUFFIX, make_folder, storage_error, write_all_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

REVISIONS = ".revisions"
_LARGEST = 5 << 20


def put(root: Path, files: Sequence[tuple[str, bytes]]) -> None:
    """The files, paths relative with `/`, hold these bytes when this returns.

    Raises StorageError; then each is as it was, or whole.
    """
    for folder in dict.fromkeys((root / path).parent for path, _ in files):
        _check_inside(root, folder)
        make_folder(folder, DISK)
    if files:
        write_all_atomically([(root / path, raw) for path, raw in files], DISK)


def remove_drafts(root: Path, folder: str) -> None:
    """What a kill in mid-write left behind, a day ago or longer."""
    yesterday = time.time() - 24 * 3600
    for draft in (root / folder).glob(f"{DRAFT_PREFIX}*{DRAFT_SUFFIX}"):
        with suppress(OSError):
            if draft.stat().st_mtime < yesterday:
                draft.unlink()


def content(root: Path, path: str) -> bytes | None:
    """What the file holds now; None where it is gone. Raises StorageError."""
    try:
        with (root / path).open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise storage_error(f"{path} cannot be read", root, error) from error


def revision_path(article: str, now: datetime) -> str:
    """Where a former text of an article is kept; the paths of one article sort by time."""
    return f"{REVISIONS}/{folder_of(article)}/{now:%Y%m%dT%H%M%S%f}.md"


def last_revision(root: Path, article: str) -> bytes | None:
    """The text before the present one, None where there is none. Raises StorageError."""
    folder = root / REVISIONS / folder_of(article)
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".md"))  # noqa: PTH208  (names alone)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise storage_error("the former texts of this article cannot be read", root, error) from error
    return content(root, f"{REVISIONS}/{folder_of(article)}/{names[-1]}") if names else None


def folder_of(article: str) -> str:
    """An id as the name of a folder: an id that somebody declared may hold what names must not."""
    return "".join(letter if letter.isalnum() else "_" for letter in article)[:100]


def _check_inside(root: Path, folder: Path) -> None:
    """A link in the library may lead out of it: nothing is written there. Raises StorageError."""
    try:
        is_inside = folder.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself
        is_inside = False
    if not is_inside:
        raise StorageError(
            f"{folder} leads out of the library", hint="newstui writes only inside it: remove that link, or move it"
        )
