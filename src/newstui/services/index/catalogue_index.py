"""The index: keeps the catalogue in line with the library, and starts a new catalogue where the old one is damaged."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from newstui.store.catalogue.connection import CatalogueError

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Generator, Sequence

    from newstui.services.core.catalogue_pool import CataloguePool
    from newstui.services.events import Event
    from newstui.store.library.library import Library


class CatalogueIndex:
    """The catalogue of one library as an index of its files."""

    def __init__(
        self, library: Library, pool: CataloguePool, carry_marks: Callable[[Sequence[tuple[str, str]]], None]
    ) -> None:
        """`carry_marks` gives the marks of each (old id, new id) to the new id."""
        self._library, self._pool, self._carry_marks = library, pool, carry_marks

    @property
    def is_due(self) -> threading.Event:
        """Set while the catalogue may lack articles of the library."""
        return self._pool.needs_indexing

    @property
    def is_shared(self) -> bool:
        """True where other processes use the same catalogue; where the cache has no room, each has its own."""
        return self._pool.is_shared

    def reconcile(self) -> Generator[Event, None, None]:
        """Brings the catalogue in line with the library; see services.index.reconcile. Raises StorageError."""
        from newstui.services.index.reconcile import reconcile

        self.is_due.clear()
        is_done = False
        try:
            try:
                yield from reconcile(self._library, self._pool.catalogue(), self._carry_marks, time.time_ns())
            except CatalogueError:
                self._pool.rebuild()
                self.is_due.clear()
                yield from reconcile(self._library, self._pool.catalogue(), self._carry_marks, time.time_ns())
            is_done = True
        finally:
            if not is_done:
                self.is_due.set()

    def is_current(self) -> bool:
        """True where no file has come or gone since the last `reconcile`: it looks at each folder, not at each file."""
        from newstui.services.index.freshness import is_in_line

        return self._pool.ask(lambda catalogue: is_in_line(self._library, catalogue))

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
