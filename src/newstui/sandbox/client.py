"""Parses untrusted input in a sandboxed process. A crash or a hang costs an error message, never the app.

Every parser has some input that takes it an hour, or all memory, or brings it down. So it runs where it can be killed,
and its answer is accepted only in the shape that was asked for.
"""

from __future__ import annotations

import json
import queue
import threading
import time
from collections import deque
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newstui.domain.errors import INSTALL_AGAIN, NewstuiError, UnreadableError
from newstui.domain.text.clean import one_line
from newstui.net.deadline import MOMENT, Cancelled
from newstui.sandbox.codec import from_json
from newstui.sandbox.limits import MEMORY
from newstui.sandbox.process import WorkerProcess
from newstui.sandbox.worker import OUT_OF_MEMORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Self

T = TypeVar("T")

DEADLINE = 10.0
"""Seconds for one answer by default."""
_ANSWER_SHARE = 8
"""An answer may take a part of the memory limit: the process that reads it needs memory too."""
_LONGEST_SENTENCE = 500
_BROKEN = "It may be damaged, or made to do harm."


class _Request(NamedTuple):
    head: bytes
    raw: bytes
    longest: int
    """Bytes of the longest answer that is accepted."""


class Sandbox:
    """Sandboxed processes: started when they are needed, killed when they do not answer in time.

    Any thread may ask. A `with` block ends them; they also end by themselves when this process does.
    """

    def __init__(self, *, most: int = 2, worker: str = "newstui.sandbox.worker") -> None:
        """most: processes at once. worker: the module that they run."""
        self._worker = worker
        self._free = threading.Semaphore(most)
        self._idle: deque[WorkerProcess] = deque()
        self._closed = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends idle processes at once and busy ones within a moment; their callers get Cancelled."""
        self._closed.set()
        while self._idle:
            with suppress(IndexError):  # another thread took it
                self._idle.pop().kill()

    def ask(
        self,
        kind: type[T],
        parser: str,
        raw: bytes | str,
        *,
        what: str = "It",
        deadline: float = DEADLINE,
        memory: int = MEMORY,
        is_cancelled: Callable[[], bool] = lambda: False,
        **options: str | float | bool | None,
    ) -> T:
        """Returns the answer of one of `worker.PARSERS`. Blocks: call it in a thread.

        kind: the type of the answer. what: a name of the input for the error message.
        deadline: seconds from when a process is free. memory: bytes that the process may take.
        Raises UnreadableError where the input cannot be read, or not in time; Cancelled; NewstuiError where no process
        can be started, or where the installation lacks a package.
        """
        sent = raw.encode("utf-8", "replace") if isinstance(raw, str) else raw
        head = {
            "parser": parser, "options": options, "is_text": isinstance(raw, str), "size": len(sent),
            "seconds": deadline, "memory": memory,
        }  # fmt: skip
        request = _Request(json.dumps(head).encode(), sent, memory // _ANSWER_SHARE)
        what = one_line(what)
        with self._slot(is_cancelled):
            process = self._process()
            try:
                reply = _reply(kind, self._answer(process, request, what, deadline, is_cancelled), what)
            except BaseException:
                process.kill()  # it must not answer the next request with this answer
                raise
            self._put_back(process)
        if isinstance(reply, NewstuiError):
            raise reply
        return reply

    @contextmanager
    def _slot(self, is_cancelled: Callable[[], bool]) -> Iterator[None]:
        """Waits until fewer than the allowed number of processes are busy."""
        while not self._free.acquire(timeout=MOMENT):
            self._check(is_cancelled)
        try:
            self._check(is_cancelled)
            yield
        finally:
            self._free.release()

    def _check(self, is_cancelled: Callable[[], bool]) -> None:
        if self._closed.is_set() or is_cancelled():
            raise Cancelled

    def _process(self) -> WorkerProcess:
        """Returns an idle process, or a new one."""
        while self._idle:
            with suppress(IndexError):  # another thread took it
                process = self._idle.pop()
                if process.is_running:
                    return process
                process.kill()
        try:
            return WorkerProcess(self._worker)
        except OSError as error:
            reason = error.strerror or "the system refused"
            raise NewstuiError(
                f"The process that reads feeds and pages cannot be started: {reason}.",
                hint="Close some programs, and try again.",
            ) from error

    def _put_back(self, process: WorkerProcess) -> None:
        self._idle.append(process)
        if self._closed.is_set():
            self.close()

    def _answer(
        self, process: WorkerProcess, request: _Request, what: str, deadline: float, is_cancelled: Callable[[], bool]
    ) -> bytes:
        """Returns a whole line. A thread reads it, because not every system can wait for a pipe with a timeout."""
        answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=_exchange, args=(process, request, answers), name="sandbox", daemon=True).start()
        until = time.monotonic() + deadline
        while time.monotonic() < until:
            with suppress(queue.Empty):
                return _whole_line(answers.get(timeout=MOMENT), request.longest, process, what)
            self._check(is_cancelled)
        hint = f"It got {deadline:g} seconds. {_BROKEN}"
        raise UnreadableError(f"{what} takes too long to read.", hint=hint)


def _exchange(process: WorkerProcess, request: _Request, answers: queue.SimpleQueue[bytes]) -> None:
    """Sends a request and puts the answer into the queue; an empty one where the process ended."""
    line = b""
    with suppress(OSError, ValueError):  # ValueError: the process was killed meanwhile
        process.send(request.head, request.raw)
        line = process.receive(request.longest)
    answers.put(line)


def _whole_line(line: bytes, longest: int, process: WorkerProcess, what: str) -> bytes:
    """Returns the line. Raises UnreadableError where it is incomplete: the process ended, or the line is too long."""
    if line.endswith(b"\n"):
        return line
    if len(line) == longest:
        raise UnreadableError(f"{what} is too large to be read at once.", hint="Split it, if you can.")
    if process.exit_status(1.0) == OUT_OF_MEMORY:
        raise UnreadableError(f"{what} needs too much memory to be read.", hint=_BROKEN)
    raise _crash(what)


def _reply(kind: type[T], line: bytes, what: str) -> T | NewstuiError:
    """Returns the answer, or why there is none. Raises UnreadableError for a line that no healthy process sends."""
    try:
        text = line.decode()
        del line  # of a long text each copy counts
        reply = json.loads(text)
        del text
        if not isinstance(reply, dict):
            raise ValueError
        if "value" in reply:
            return from_json(kind, reply["value"])
        if "refused" in reply:
            return UnreadableError(_sentence(reply["refused"]), hint=_sentence(reply["hint"]))
        if "missing" in reply:
            return _incomplete(_sentence(reply["missing"]))
        failure = _sentence(reply["failed"])
    except (ValueError, KeyError, RecursionError) as error:
        raise _crash(what) from error
    return UnreadableError(f"{what} cannot be read: newstui's parser fails on it ({failure}).", hint=_BROKEN)


def _incomplete(failure: str) -> NewstuiError:
    return NewstuiError(f"newstui is not installed completely: {failure}.", hint=INSTALL_AGAIN)


def _sentence(text: object) -> str:
    if not isinstance(text, str):
        raise ValueError
    return one_line(text[:_LONGEST_SENTENCE])


def _crash(what: str) -> UnreadableError:
    return UnreadableError(f"{what} cannot be read: it crashes newstui's parser.", hint=_BROKEN)
