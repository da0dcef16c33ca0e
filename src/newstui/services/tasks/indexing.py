"""The tasks that bring the catalogue in line with the library. One rule: it imports no parser of feeds or pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newstui.services.desk import Desk
    from newstui.services.events import Event


def reconciled(desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Indexes the library until that is cancelled. Raises StorageError."""
    return desk.index.reconcile(is_cancelled)


def grouped(desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Groups articles into stories until that is cancelled. Raises StorageError."""
    return desk.stories.group(is_cancelled)
