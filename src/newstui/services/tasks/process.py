"""Long work on a library, done by a desk in a process of its own: the interface only waits for its events.

Python runs one thread of a process at a time, so work that takes seconds would slow down every key.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from newstui.domain.errors import NewstuiError, StorageError
from newstui.net.deadline import MOMENT, Cancelled
from newstui.sandbox.process import WorkerProcess, lower_priority
from newstui.services.events import Waiting
from newstui.services.tasks.values import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from newstui.services.events import Event
    from newstui.store.paths import Paths

_QUIET_SECONDS = 2.0
"""Time without an event after which the caller is told that something is waited for."""
_END_SECONDS = 0.7
"""Time for a process to end by itself; then it is killed, and even that leaves nothing half done."""


class NoProcessError(NewstuiError):
    """The process cannot be started; nothing was done."""


def run_task(
    paths: Paths,
    root: Path,
    task: str,
    *arguments: object,
    is_cancelled: Callable[[], bool] = lambda: False,
    end_seconds: float = _END_SECONDS,
    start: Callable[[str], WorkerProcess] | None = None,
) -> Generator[Event, None, None]:
    """Yields the events of a task that runs in a process of its own. A caller that stops asking cancels it.

    A task that is cancelled still gives the events of what it had done by then.
    task: `module:function`, a generator of events; it gets the arguments, a desk, and a function that says whether it
    is cancelled. end_seconds: time to end by itself. start: starts a worker process.
    Raises what the task raises; Cancelled; StorageError where its changes could not be written; NoProcessError;
    NewstuiError where the process ends unexpectedly.
    """
    folders = [os.fspath(folder) for folder in (paths.data, paths.config, paths.cache, root)]
    request = json.dumps({"folders": folders, "task": task, "arguments": pack(arguments)}).encode()
    process = _started(start or WorkerProcess)
    try:
        with suppress(OSError):  # it has ended: its answer says so
            process.send(request)
        answers: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(process, answers), name="task", daemon=True).start()
        end = yield from _events(answers, is_cancelled)
        if end is None:
            process.stop(end_seconds)
            yield from _events_left(answers)
            raise Cancelled
    finally:
        process.stop(end_seconds)
    if end["error"] is not None:
        raise unpack(end["error"])
    if not end["is_written"]:
        raise StorageError("the changes could not be written", hint="free some space on the disk")


def _started(start: Callable[[str], WorkerProcess]) -> WorkerProcess:
    try:
        return start(__name__)
    except OSError as error:
        raise NoProcessError(
            f"the background process cannot be started: {error.strerror or 'the system refused'}",
            hint="close some programs, and try again",
        ) from error


def _events(
    answers: queue.SimpleQueue[dict[str, Any]], is_cancelled: Callable[[], bool]
) -> Generator[Event, None, dict[str, Any] | None]:
    """Yields the events of a process, and Waiting while none comes; returns how it ended, None once cancelled."""
    quiet = 0.0
    while not is_cancelled():
        try:
            answer = answers.get(timeout=MOMENT)
        except queue.Empty:
            quiet += MOMENT
            if quiet >= _QUIET_SECONDS:
                quiet = 0.0
                yield Waiting()
            continue
        quiet = 0.0
        if "event" not in answer:
            return answer
        yield unpack(answer["event"])
    return None


def _events_left(answers: queue.SimpleQueue[dict[str, Any]]) -> Generator[Event, None, None]:
    """Yields the events that a process sent before it ended."""
    with suppress(queue.Empty):  # a process that it started holds the pipe
        while "event" in (answer := answers.get(timeout=_END_SECONDS)):
            yield unpack(answer["event"])


def _listen(process: WorkerProcess, answers: queue.SimpleQueue[dict[str, Any]]) -> None:
    is_last = False
    while not is_last:
        line = b""
        with suppress(OSError, ValueError):
            line = process.receive()
        if line.endswith(b"\n"):
            answer = json.loads(line)
        else:
            error = NewstuiError("the background process ended unexpectedly", hint="what came in before is kept")
            answer = {"error": pack(error), "is_written": True}
        is_last = "event" not in answer
        answers.put(answer)
    process.close_output()


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Runs one task: reads a request, writes the events, and at last how the task ended."""
    from newstui.services.desk import Desk
    from newstui.services.events import Skipped
    from newstui.store.paths import Paths

    request = json.loads(requests.readline())
    data, config, cache, root = map(Path, request["folders"])
    module, _, function = request["task"].partition(":")
    stopped = threading.Event()
    threading.Thread(target=_wait_for_end, args=(requests, stopped), name="end of input", daemon=True).start()
    desk = Desk(Paths(data, config, cache), root, is_patient=True, label=function)
    error: Exception | None = None
    try:
        desk.refresh()
        for event in getattr(import_module(module), function)(*unpack(request["arguments"]), desk, stopped.is_set):
            _write(answers, {"event": pack(event)})
        for damaged in desk.journal.damaged:
            _write(answers, {"event": pack(Skipped(str(damaged.path), damaged.reason))})
    except Exception as raised:  # noqa: BLE001  (not handled here but carried over to the caller)
        error = raised
    is_written = desk.close()
    with suppress(BrokenPipeError):  # the caller is gone
        _write(answers, {"error": None if error is None else pack(error), "is_written": is_written})


def _wait_for_end(requests: BinaryIO, stopped: threading.Event) -> None:
    requests.read()
    stopped.set()


def _write(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def main() -> None:  # pragma: no cover  (the functions it calls are tested)
    lower_priority()
    # A copy of the input: a thread that still reads the input itself would keep the interpreter from ending.
    serve(os.fdopen(os.dup(0), "rb"), sys.stdout.buffer)


if __name__ == "__main__":  # pragma: no cover
    main()
