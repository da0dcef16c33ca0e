"""Files that newstui adds to the library. It writes whole files, inside the library, and nothing that it did not write.

The former texts of an article whose publisher changed it stay in a hidden folder, which is no part of the library.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError
from newstui.store.atomic import make_folder, storage_error, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

REVISIONS = ".revisions"
_LARGEST = 5 << 20


def put(root: Path, path: str, raw: bytes) -> None:
    """The file `path`, relative with `/`, holds `raw` when this returns. Raises StorageError."""
    target = root / path
    make_folder(target.parent)
    _check_inside(root, target.parent)
    write_atomically(target, raw)


def content(root: Path, path: str) -> bytes | None:
    """What the file holds now; None where it is gone. Raises StorageError."""
    try:
        with (root / path).open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise storage_error(f"{path} cannot be read", root, error) from error


def read_whole(path: Path, largest: int) -> bytes:
    """A file of the reader's, wherever it lies. Raises StorageError, also where it is larger than so many bytes."""
    try:
        with path.open("rb") as file:
            raw = file.read(largest + 1)
    except OSError as error:
        raise storage_error(f"{path} cannot be read", path.parent, error) from error
    if len(raw) > largest:
        raise StorageError(f"{path} is larger than {largest >> 20} MB", hint="take it in parts, if that is possible")
    return raw


def keep_revision(root: Path, article: str, name: str, raw: bytes) -> None:
    """A former text of an article; `name` sorts by time. Raises StorageError."""
    put(root, f"{REVISIONS}/{_folder(article)}/{name}.md", raw)


def last_revision(root: Path, article: str) -> bytes | None:
    """The text before the present one, None where there is none. Raises StorageError."""
    folder = root / REVISIONS / _folder(article)
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".md"))  # noqa: PTH208  (names alone)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise storage_error(f"{folder} cannot be read", root, error) from error
    return content(root, f"{REVISIONS}/{_folder(article)}/{names[-1]}") if names else None


def _folder(article: str) -> str:
    """An id as the name of a folder: an id that somebody declared may hold what names must not."""
    return "".join(letter if letter.isalnum() else "_" for letter in article)[:100]


def _check_inside(root: Path, folder: Path) -> None:
    """A link in the library may lead out of it: nothing is written there."""
    if not folder.resolve().is_relative_to(root.resolve()):
        raise StorageError(
            f"{folder} leads out of the library", hint="newstui writes only inside it: remove that link, or move it"
        )
