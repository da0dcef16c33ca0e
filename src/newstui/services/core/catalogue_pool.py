"""Where the desk's catalogue stands: opened for each thread that asks, begun anew when it is no use."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError
from newstui.store.catalogue.catalogue import Catalogue, CatalogueError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from newstui.domain.marks.change import Change


class Shelf:
    """One catalogue's file and a connection to it for each thread that asks."""

    def __init__(self, path: Path, first: Callable[[], Sequence[Change]], began: Callable[[], None]) -> None:
        """`first` gives what a new catalogue begins with, `began` hears that there is one."""
        self._path = path
        self._first, self._began = first, began
        self._spare: TemporaryDirectory[str] | None = None
        self._edition = 0
        self._inode = 0
        self._local = threading.local()

    @property
    def is_shared(self) -> bool:
        """Whether it is where other processes look for it."""
        return self._spare is None

    def catalogue(self) -> Catalogue:
        """This thread's. Raises StorageError."""
        kept: tuple[int, Catalogue] | None = getattr(self._local, "kept", None)
        if kept is not None:
            if kept[0] == self._edition:
                return kept[1]
            kept[1].close()
        edition = self._edition
        catalogue = self._open()
        self._local.kept = (edition, catalogue)
        return catalogue

    def look(self) -> None:
        """Another process may have thrown the file away and begun a new one."""
        if self._inode and self._inode != self._inode_now():
            self._inode = 0
            self._edition += 1

    def throw_away(self) -> None:
        self._edition += 1
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink()

    def leave(self) -> None:
        """This thread asks no more."""
        kept: tuple[int, Catalogue] | None = getattr(self._local, "kept", None)
        if kept is not None:
            kept[1].close()
            del self._local.kept

    def close(self) -> None:
        self.leave()
        if self._spare is not None:
            self._spare.cleanup()

    def _open(self) -> Catalogue:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            catalogue = self._open_or_begin()
        except (OSError, StorageError):
            self._path = self._spare_path()
            catalogue = self._open_or_begin()
        self._inode = self._inode_now()
        if catalogue.is_new:
            self._began()
        return catalogue

    def _open_or_begin(self) -> Catalogue:
        try:
            return Catalogue(self._path, first=self._first)
        except CatalogueError:
            self.throw_away()
            return Catalogue(self._path, first=self._first)

    def _spare_path(self) -> Path:
        """Where the cache cannot be written or is held by another program: a catalogue for this run alone."""
        from tempfile import TemporaryDirectory  # hardly ever needed

        try:
            self._spare = TemporaryDirectory(prefix="newstui-")
        except OSError as error:
            raise StorageError(
                f"there is no room for the catalogue: {error.strerror}", hint="free some space; nothing is lost"
            ) from error
        return type(self._path)(self._spare.name, "catalogue.sqlite")

    def _inode_now(self) -> int:
        try:
            return self._path.stat().st_ino
        except OSError:
            return 0
