"""The pool of catalogue connections: one for each thread. A catalogue that is damaged is replaced by a new one."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from newstui.domain.errors import StorageError
from newstui.domain.text.clean import WORDS_PER_MINUTE
from newstui.store.catalogue.catalogue import Catalogue
from newstui.store.catalogue.connection import CatalogueError, UnwritableError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from newstui.domain.marks.change import Change

Answer = TypeVar("Answer")


class CataloguePool:
    """One catalogue file and a connection to it for each thread that asks."""

    def __init__(self, path: Path, first_changes: Callable[[], Sequence[Change]], pace: int = WORDS_PER_MINUTE) -> None:
        """`first_changes` gives the changes that a new catalogue starts with; `pace`: the reader's words a minute."""
        self.pace = pace
        self._path = path
        self._first_changes = first_changes
        self._temporary: TemporaryDirectory[str] | None = None
        self._generation = 0
        self._inode = 0
        self._local = threading.local()
        self.needs_indexing = threading.Event()
        """Set while the catalogue may lack articles of the library."""
        self.refill: Callable[[], None] | None = None
        """Brings the articles into a catalogue that replaces a damaged one, before a question is asked again.

        None: they come later, as in the interface, which draws what there is.
        """

    @property
    def is_shared(self) -> bool:
        """True where the file is where other processes look for it."""
        return self._temporary is None

    @property
    def is_there(self) -> bool:
        """True where there is a file already: to make one takes a while."""
        return self._path.exists()

    @property
    def generation(self) -> int:
        """The number of catalogues so far that took the place of one."""
        return self._generation

    def ask(self, question: Callable[[Catalogue], Answer]) -> Answer:
        """Returns the catalogue's answer; asks a new one where the old one is of no use. Raises StorageError."""
        try:
            return question(self.catalogue())
        except (CatalogueError, UnwritableError) as error:
            self.replace(error)
            if refill := self.refill:
                self.refill = None  # what it asks itself must not begin it again
                try:
                    refill()
                finally:
                    self.refill = refill
            return question(self.catalogue())

    def catalogue(self) -> Catalogue:
        """Returns this thread's connection. Raises StorageError."""
        current: tuple[int, Catalogue] | None = getattr(self._local, "current", None)
        if current is not None:
            if current[0] == self._generation:
                return current[1]
            current[1].close()
        generation = self._generation
        catalogue = self._open()
        self._local.current = (generation, catalogue)
        return catalogue

    def rebuild(self) -> None:
        """Starts a new catalogue with all marks; the articles come with the next `reconcile`."""
        self._delete()
        self.needs_indexing.set()
        self.catalogue()

    def replace(self, error: CatalogueError | UnwritableError) -> None:
        """Starts a new catalogue for one that is damaged; for one that cannot be written, one of this run alone.

        Raises the error where that is no help, and where the interface may wait until there is room again.
        """
        if isinstance(error, CatalogueError):
            self.rebuild()
            return
        if self._temporary is not None or not (error.is_for_good or self.refill):
            raise error
        self._path = self._temporary_path()
        self._generation += 1
        self.needs_indexing.set()

    def notice_replacement(self) -> None:
        """Reconnects where another process has replaced the file by a new one."""
        if self._inode and self._inode != self._current_inode():
            self._inode = 0
            self._generation += 1

    def close_thread(self) -> None:
        """Closes this thread's connection."""
        current: tuple[int, Catalogue] | None = getattr(self._local, "current", None)
        if current is not None:
            current[1].close()
            del self._local.current

    def close(self) -> None:
        """Closes this thread's connection and deletes a temporary catalogue."""
        self.close_thread()
        if self._temporary is not None:
            self._temporary.cleanup()

    def _delete(self) -> None:
        self._generation += 1
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink()

    def _open(self) -> Catalogue:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            catalogue = self._open_or_create()
        except (OSError, StorageError):
            self._path = self._temporary_path()
            catalogue = self._open_or_create()
        catalogue.connection.pace = self.pace
        self._inode = self._current_inode()
        if catalogue.is_new:
            self.needs_indexing.set()
        return catalogue

    def _open_or_create(self) -> Catalogue:
        try:
            return Catalogue(self._path, first=self._first_changes)
        except CatalogueError:
            self._delete()
            return Catalogue(self._path, first=self._first_changes)

    def _temporary_path(self) -> Path:
        """Returns a path for this run alone: the cache cannot be written, or another program holds the file."""
        from tempfile import TemporaryDirectory  # rarely needed

        try:
            self._temporary = TemporaryDirectory(prefix="newstui-")
        except OSError as error:
            raise StorageError(
                f"there is no room for the catalogue: {error.strerror}", hint="free some space; nothing is lost"
            ) from error
        return type(self._path)(self._temporary.name, "catalogue.sqlite")

    def _current_inode(self) -> int:
        try:
            return self._path.stat().st_ino
        except OSError:
            return 0
