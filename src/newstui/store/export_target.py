"""Targets of exports: a file or a folder that is there whole or not at all, and nothing is replaced unasked."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.store.atomic import DRAFT_PREFIX, DRAFT_SUFFIX, make_folder, storage_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class ExistsError(NewstuiError):
    """The target of an export is there already."""


@contextmanager
def new_file(path: Path, *, overwrites: bool) -> Iterator[IO[bytes]]:
    """Opens a file for writing; it has its name once the block has ended without an error.

    Raises ExistsError, StorageError.
    """
    if path.is_dir() or (path.exists() and not path.is_file()):
        what = "a folder, not a file" if path.is_dir() else "not a file"
        raise ExistsError(f"{path} is {what}", hint="name another file")
    _check_free(path, overwrites=overwrites)
    draft = _draft_of(path)
    try:
        make_folder(path.parent)
        try:
            with draft.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _check_free(path, overwrites=overwrites)  # another program may have been faster
            draft.replace(path)
        finally:
            with suppress(FileNotFoundError):
                draft.unlink()
    except OSError as error:
        raise storage_error(f"{path.name} cannot be saved", path.parent, error) from error


class NewFolder:
    """The files of a folder that is being written."""

    def __init__(self, draft: Path) -> None:
        self._draft = draft

    def put(self, path: str, raw: bytes) -> None:
        """Writes a file; `path` is relative, with `/`."""
        place = self._draft / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(raw)


@contextmanager
def new_folder(path: Path, *, overwrites: bool) -> Iterator[NewFolder]:
    """Opens a folder for writing; it has its name once the block has ended without an error.

    overwrites: its files take the place of those with the same names; other files in the folder stay.
    Raises ExistsError, StorageError.
    """
    if os.path.lexists(path) and not path.is_dir():
        raise ExistsError(f"{path} is a file, not a folder", hint="name another folder")
    _check_free(path, overwrites=overwrites)
    draft = _draft_of(path)
    try:
        make_folder(path.parent)
        try:
            draft.mkdir()
            yield NewFolder(draft)
            if hasattr(os, "sync"):  # one for all: a hundred thousand files would wait for the disk one by one
                os.sync()
            _check_free(path, overwrites=overwrites)
            _move(draft, path)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        raise storage_error(f"{path.name} cannot be saved", path.parent, error) from error


def _check_free(path: Path, *, overwrites: bool) -> None:
    is_taken = any(path.iterdir()) if path.is_dir() else os.path.lexists(path)
    if is_taken and not overwrites:
        hint = "name another one; on the command line --force replaces what is in it"
        raise ExistsError(f"{path} is there already", hint=hint)


def _move(draft: Path, path: Path) -> None:
    if not path.exists():
        draft.rename(path)
        return
    for folder, _, names in os.walk(draft):
        below = path / os.path.relpath(folder, draft)
        below.mkdir(exist_ok=True)
        for name in names:
            os.replace(os.path.join(folder, name), below / name)  # noqa: PTH105, PTH118


def _draft_of(path: Path) -> Path:
    return path.with_name(f"{DRAFT_PREFIX}{os.urandom(8).hex()}{DRAFT_SUFFIX}")
