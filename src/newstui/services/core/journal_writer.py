"""The journal's writer: a thread that puts changes on disk in the order they were made, and tries again on failure."""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.marks.change import Change

_RETRY_SECONDS = 5.0
_FLUSH_SECONDS = 15.0
"""Long enough for a hundred thousand articles marked at once; a disk that hangs is not waited for longer."""


class JournalWriter:
    """A queue of changes and the thread that drains it."""

    def __init__(
        self,
        write: Callable[[Sequence[Change]], None],
        on_written: Callable[[Sequence[Change]], None],
        on_failed: Callable[[StorageError], None],
        on_end: Callable[[], None] = lambda: None,
    ) -> None:
        """`write` puts changes on disk or raises StorageError. All are called in the writer's thread."""
        self._write, self._on_written, self._on_failed, self._on_end = write, on_written, on_failed, on_end
        self._queue: SimpleQueue[Change | _Flush | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def put(self, change: Change) -> None:
        """Returns at once; the change is on disk some milliseconds later."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="journal writer", daemon=True)
            self._thread.start()
        self._queue.put(change)

    def flush(self, seconds: float = _FLUSH_SECONDS) -> bool:
        """Waits until every change so far is on disk; False where the disk refuses it."""
        if self._thread is None:
            return True
        flush = _Flush()
        self._queue.put(flush)
        return flush.wait(seconds) and flush.is_written

    def close(self, seconds: float = _FLUSH_SECONDS) -> bool:
        """Flushes and ends the thread; False where the disk refuses a change."""
        is_written = self.flush(seconds)
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(seconds)
            self._thread = None
        return is_written

    def _run(self) -> None:
        unwritten: list[Change] = []
        while True:
            flushes, is_last = self._collect(unwritten)
            is_written = self._drain(unwritten)
            for flush in flushes:
                flush.is_written = is_written
                flush.set()
            if is_last:
                self._on_end()
                return

    def _collect(self, unwritten: list[Change]) -> tuple[list[_Flush], bool]:
        """Waits for work and takes all there is; returns (the flushes to answer, whether to end)."""
        flushes: list[_Flush] = []
        try:
            item = self._queue.get(timeout=_RETRY_SECONDS if unwritten else None)
            while item is not None:
                if isinstance(item, _Flush):
                    flushes.append(item)
                else:
                    unwritten.append(item)
                item = self._queue.get_nowait()
        except Empty:
            return flushes, False
        return flushes, True

    def _drain(self, unwritten: list[Change]) -> bool:
        if not unwritten:
            return True
        try:
            self._write(unwritten)
        except StorageError as error:
            self._on_failed(error)
            return False
        written = tuple(unwritten)
        unwritten.clear()
        self._on_written(written)
        return True


class _Flush(threading.Event):
    """Set once everything that was put before it was tried."""

    is_written = False
