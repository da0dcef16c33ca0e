"""Long work on a library, done by a desk in a process of its own: here nothing has to wait for its turn but the news.

Python runs one thread of a process at a time, so work that takes seconds would take every key its share of them.
The process ends when its standard input does: also after a kill it does not go on by itself for longer than a moment.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO

from newstui.domain.errors import NewstuiError, StorageError
from newstui.net.deadline import MOMENT, Cancelled
from newstui.sandbox.process import begin, step_back
from newstui.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from newstui.services.events import Event
    from newstui.store.paths import Paths

    _Task = tuple[Paths, Path, str, tuple[object, ...]]
    """Of `apart`: what it is called with."""

_END_SECONDS = 0.7
"""So long a process has to come to an end by itself; then it is killed, and nothing half is left of that either."""


class NoProcessError(NewstuiError):
    """The process cannot be started; nothing was done."""


@dataclass(frozen=True, slots=True)
class _Ended:
    """The last that the process says."""

    error: Exception | None
    is_written: bool
    """What it changed is on disk."""


def apart(
    paths: Paths, root: Path, work: str, *given: object, is_cancelled: Callable[[], bool] = lambda: False
) -> Generator[Event, None, None]:
    """What the work says on its way. A caller that stops asking has cancelled it.

    work: `module:function`, a generator of events; of what is given, a desk, and what says whether it is cancelled.
    Raises what it raises; Cancelled; StorageError where its changes could not be written; NoProcessError;
    NewstuiError where the process comes to a sudden end.
    """
    with _Process((paths, root, work, given)) as process:
        while not is_cancelled():
            match process.heard():
                case _Ended() as ended:
                    break
                case None:
                    pass
                case event:
                    yield event
        else:
            raise Cancelled
    if ended.error is not None:
        raise ended.error
    if not ended.is_written:
        raise StorageError("the changes could not be written", hint="free some space on the disk")


class _Process:
    """It works from its first moment to its last word, or until nobody listens any more."""

    def __init__(self, task: _Task) -> None:
        """Raises NoProcessError."""
        try:
            self._process = _start()
        except OSError as error:
            raise NoProcessError(
                f"a process that does this cannot be started: {error.strerror or 'the system refused'}",
                hint="close some programs, and try again",
            ) from error
        assert self._process.stdin
        with suppress(OSError):  # it has ended: its silence says so
            pickle.dump(task, self._process.stdin)
            self._process.stdin.flush()
        self._said: queue.SimpleQueue[Event | _Ended] = queue.SimpleQueue()
        threading.Thread(target=self._listen, name="apart", daemon=True).start()

    def __enter__(self) -> _Process:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        with suppress(OSError):
            self._process.stdin.close()  # that is how it hears that nobody wants it any more
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def heard(self) -> Event | _Ended | None:
        """The next that it says; None where it says nothing for a moment."""
        try:
            return self._said.get(timeout=MOMENT)
        except queue.Empty:
            return None

    def _listen(self) -> None:
        assert self._process.stdout
        said: Event | _Ended | None = None
        with self._process.stdout as told:
            while not isinstance(said, _Ended):
                try:
                    said = pickle.load(told)
                except Exception:  # noqa: BLE001  (whatever half a pickle raises, it says one thing)
                    error = NewstuiError("the process that did it came to a sudden end", hint="what had come is kept")
                    said = _Ended(error, is_written=True)
                self._said.put(said)


def _start() -> subprocess.Popen[bytes]:
    """Raises OSError."""
    return begin(__name__)


def serve(asked: BinaryIO, told: BinaryIO) -> None:
    """The process: a task in, events out, and last how it ended."""
    task: _Task = pickle.load(asked)
    paths, root, work, given = task
    stopped = threading.Event()
    threading.Thread(target=_wait_for_end, args=(asked, stopped), name="wanted", daemon=True).start()
    desk = Desk(paths, root)
    error: Exception | None = None
    try:
        desk.refresh()
        module, _, function = work.partition(":")
        for event in getattr(import_module(module), function)(*given, desk, stopped.is_set):
            _say(event, told)
    except Exception as raised:  # noqa: BLE001  (not handled here but carried over to whoever wanted the work)
        error = raised
    is_written = desk.close()
    with suppress(BrokenPipeError):  # nobody wants to know
        _say(_Ended(_portable(error), is_written), told)


def _wait_for_end(asked: BinaryIO, stopped: threading.Event) -> None:
    asked.read()
    stopped.set()


def _say(said: Event | _Ended, told: BinaryIO) -> None:
    pickle.dump(said, told)
    told.flush()


def _portable(error: Exception | None) -> Exception | None:
    """One that can be taken out of its process."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # noqa: BLE001  (an error may need anything to be made anew)
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def main() -> None:  # pragma: no cover  (what it calls is tested)
    step_back()
    # Not the input itself: a thread that still reads from it would keep the interpreter from ending.
    serve(os.fdopen(os.dup(0), "rb"), sys.stdout.buffer)


if __name__ == "__main__":  # pragma: no cover
    from newstui.services.tasks import process as itself  # what it says is to be of that module, not of `__main__`

    itself.main()
