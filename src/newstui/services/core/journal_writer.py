"""Changes go to disk here, in a thread of their own, in the order they were made. What fails is tried again."""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.marks.change import Change

_RETRY_SECONDS = 5.0
_PATIENCE_SECONDS = 15.0
"""A hundred thousand articles marked at once take some seconds; a disk that hangs is not waited for for ever."""


class Recorder:
    """A queue of changes and the thread that drains it."""

    def __init__(
        self,
        write: Callable[[Sequence[Change]], None],
        written: Callable[[Sequence[Change]], None],
        failed: Callable[[StorageError], None],
        ended: Callable[[], None] = lambda: None,
    ) -> None:
        """`write` puts changes on disk or raises StorageError; `written` and `failed` tell of it, `ended` of the end.

        All are called in the recorder's thread.
        """
        self._write, self._written, self._failed, self._ended = write, written, failed, ended
        self._queue: SimpleQueue[Change | _Tried | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def put(self, change: Change) -> None:
        """Returns at once; the change is on disk some milliseconds later."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
            self._thread.start()
        self._queue.put(change)

    def flush(self, seconds: float = _PATIENCE_SECONDS) -> bool:
        """Waits until all that was put is on disk; False where the disk refuses it."""
        if self._thread is None:
            return True
        tried = _Tried()
        self._queue.put(tried)
        return tried.wait(seconds) and tried.is_well

    def close(self, seconds: float = _PATIENCE_SECONDS) -> bool:
        """`flush`, and the thread ends."""
        is_well = self.flush(seconds)
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(seconds)
            self._thread = None
        return is_well

    def _run(self) -> None:
        waiting: list[Change] = []
        while True:
            asked, is_last = self._collect(waiting)
            is_well = self._drain(waiting)
            for tried in asked:
                tried.is_well = is_well
                tried.set()
            if is_last:
                self._ended()
                return

    def _collect(self, waiting: list[Change]) -> tuple[list[_Tried], bool]:
        """Waits for something to do and takes all there is: (who asks to be told, whether to end)."""
        asked: list[_Tried] = []
        try:
            item = self._queue.get(timeout=_RETRY_SECONDS if waiting else None)
            while item is not None:
                if isinstance(item, _Tried):
                    asked.append(item)
                else:
                    waiting.append(item)
                item = self._queue.get_nowait()
        except Empty:
            return asked, False
        return asked, True

    def _drain(self, waiting: list[Change]) -> bool:
        if not waiting:
            return True
        try:
            self._write(waiting)
        except StorageError as error:
            self._failed(error)
            return False
        written = tuple(waiting)
        waiting.clear()
        self._written(written)
        return True


class _Tried(threading.Event):
    """Set once everything before it was tried."""

    is_well = False
