"""Whether the catalogue still fits the library, and making it fit.

No parser is imported for a look: every command looks.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newstui.services.desk import Desk
    from newstui.services.events import Event
    from newstui.store.catalogue.catalogue import Catalogue
    from newstui.store.library.library import Library


def is_in_line(library: Library, catalogue: Catalogue) -> bool:
    """Whether no folder has gained or lost a file since it was indexed. Blind to a file edited in place."""
    known = catalogue.files.folders()
    return bool(known) and all(library.mtime_ns(path) == mtime_ns for path, (mtime_ns, _) in known.items())


def bring_in_line(desk: Desk, is_cancelled: Callable[[], bool]) -> None:
    """What is in the library can only be recognised where the catalogue knows it. Raises StorageError."""
    if not desk.index.is_current():
        for _ in reconciled(desk, is_cancelled):
            pass


def reconciled(desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """`Desk.reconcile` until it is cancelled. Raises StorageError."""
    with closing(desk.index.reconcile()) as events:
        for event in events:
            yield event
            if is_cancelled():
                return
