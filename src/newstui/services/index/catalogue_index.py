"""The index: keeps the catalogue in line with the library, and starts a new catalogue where the old one is damaged."""

from __future__ import annotations

import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from newstui.store.catalogue.connection import CatalogueError, UnwritableError
from newstui.store.library.library import UNREAD

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Generator, Sequence

    from newstui.sandbox.client import Sandbox
    from newstui.services.core.catalogue_pool import CataloguePool
    from newstui.services.events import Event
    from newstui.store.library.library import Library


class CatalogueIndex:
    """The catalogue of one library as an index of its files."""

    def __init__(
        self,
        library: Library,
        pool: CataloguePool,
        carry_marks: Callable[[Sequence[tuple[str, str]]], None],
        sandbox: Callable[[], Sandbox] | None = None,
    ) -> None:
        """`carry_marks` gives the marks of each (old id, new id) to the new id; `sandbox` the one that parses pages."""
        self._library, self._pool, self._carry_marks, self._sandbox = library, pool, carry_marks, sandbox
        self.batch_size: int | None = None
        """Files in one transaction; None for the usual number."""
        self.was_looked_over = False
        """True once `reconcile` came to its end here."""

    @property
    def is_due(self) -> threading.Event:
        """Set while the catalogue may lack articles of the library."""
        return self._pool.needs_indexing

    @property
    def is_shared(self) -> bool:
        """True where other processes use the same catalogue; where the cache has no room, each has its own."""
        return self._pool.is_shared

    def reconcile(self, is_cancelled: Callable[[], bool] = lambda: False) -> Generator[Event, None, None]:
        """Brings the catalogue in line with the library; see services.index.reconcile. Raises StorageError."""
        self.is_due.clear()
        is_done = False
        try:
            try:
                is_done = yield from self._reconcile(is_cancelled)
            except (CatalogueError, UnwritableError) as error:
                self._pool.replace(error)
                self.is_due.clear()
                is_done = yield from self._reconcile(is_cancelled)
        finally:
            self.was_looked_over |= is_done
            if not is_done:
                self.is_due.set()

    def ensure_current(self, is_cancelled: Callable[[], bool]) -> None:
        """Brings the catalogue in line where files have come or gone, until cancelled. Raises StorageError."""
        if not self.is_current():
            for _ in self.reconcile(is_cancelled):
                pass

    def is_current(self) -> bool:
        """Returns False where a folder has gained or lost a file since the last `reconcile`, or one can be read again.

        A file that was edited in place is not noticed: only folders are looked at.
        """
        folders = self._pool.ask(lambda catalogue: catalogue.files.folders())
        return bool(folders) and all(
            self._library.mtime_ns(path) == mtime_ns and not (signature == UNREAD and self._can_read_more(path))
            for path, (mtime_ns, signature) in folders.items()
        )

    def _can_read_more(self, folder: str) -> bool:
        """Returns True where a file of a folder can be read that the catalogue does not have as it is."""
        known = self._pool.ask(lambda catalogue: catalogue.files.in_folder(folder))
        with suppress(OSError):
            files = self._library.files(folder)
            return any(known.get(file.path) != file and self._library.can_read(file.path) for file in files)
        return False

    def _reconcile(self, is_cancelled: Callable[[], bool]) -> Generator[Event, None, bool]:
        """Returns True at the end, False where it was cancelled."""
        from newstui.services.index.reconcile import BATCH_SIZE, reconcile  # no parser is imported just to look

        now, size = time.time_ns(), self.batch_size or BATCH_SIZE
        events = reconcile(self._library, self._pool.catalogue(), self._carry_marks, now, size, self._sandbox)
        with closing(events):
            for event in events:
                yield event
                if is_cancelled():
                    return False
        return True

    def edition(self) -> int:
        """Returns another number whenever the catalogue has news, from another window too."""
        return self._pool.ask(lambda catalogue: catalogue.connection.edition())

    def check(self) -> str:
        """Returns what is wrong with the catalogue's file, or `ok`. A damaged one is replaced."""
        problem = self._pool.catalogue().connection.check()
        if problem != "ok":
            self._pool.rebuild()
        return problem

    def rebuild(self) -> None:
        """Starts a new catalogue: the marks come at once, the articles with the next `reconcile`."""
        self._pool.rebuild()

    def odd_files(self) -> list[tuple[str, str]]:
        """Returns (path, what is odd) of every file about which there is something to say."""
        return self._pool.ask(lambda catalogue: list(catalogue.files.notes()))
