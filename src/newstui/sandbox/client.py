"""Where what is foreign is read: a process of its own. One rule: what it reads can cost a sentence, never the program.

Every parser has input that takes it an hour, or all memory, or its life. So it runs where it can be killed, and what it
answers is taken only if it has the shape that was asked for.
"""

from __future__ import annotations

import json
import queue
import subprocess
import threading
import time
from collections import deque
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newstui.domain.articles.incoming import Export
from newstui.domain.errors import NewstuiError, UnreadableError
from newstui.domain.feed import FeedDocument
from newstui.domain.text.clean import one_line
from newstui.net.deadline import MOMENT, Cancelled
from newstui.sandbox.codec import from_json
from newstui.sandbox.limits import MEMORY
from newstui.sandbox.process import begin
from newstui.sandbox.worker import OUT_OF_MEMORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import IO, Self

    from newstui.formats.feeds.discover import FoundFeed
    from newstui.formats.saved.read import SavedArticle
    from newstui.formats.web_page.extract import Extracted

    _Process = subprocess.Popen[bytes]

T = TypeVar("T")

DEADLINE = 10.0
"""Seconds for one answer."""
_ANSWER_SHARE = 8
"""An answer may be as long as this part of the memory: whoever reads it needs some, too."""
_EXPORT_SECONDS = (60.0, 3.0)
"""For an export, which holds the reading of years, and what each MB of it adds; on a machine with much else to do."""
_EXPORT_MEMORY = 24
"""Bytes for each byte of it: one emoji makes Python keep four for each letter, and there are several copies."""
_LONGEST_SENTENCE = 500
_BROKEN = "It may be damaged, or made to do harm."


class _Question(NamedTuple):
    head: bytes
    raw: bytes
    longest: int
    """Bytes of an answer that is taken."""


class Quarantine:
    """Processes that read what is foreign: begun when they are needed, killed when they do not answer in time.

    Any thread may ask. A `with` block ends them; they end by themselves, too, when this process does.
    """

    def __init__(self, *, most: int = 2, worker: str = "newstui.sandbox.worker") -> None:
        """most: processes at once. worker: the module that is run."""
        self._worker = worker
        self._room = threading.Semaphore(most)
        self._idle: deque[_Process] = deque()
        self._closed = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends what is idle at once and what is at work within a moment; who waits for it gets Cancelled."""
        self._closed.set()
        while self._idle:
            with suppress(IndexError):
                _end(self._idle.pop())

    def ask(
        self,
        kind: type[T],
        act: str,
        raw: bytes | str,
        *,
        what: str = "It",
        deadline: float = DEADLINE,
        memory: int = MEMORY,
        is_cancelled: Callable[[], bool] = lambda: False,
        **options: str | float | bool | None,
    ) -> T:
        """What an act of `foreign_worker.ACTS` makes of it. Blocks: for a thread.

        kind: the type of the answer. what: the input as the reader knows it, for the sentence that says what is wrong.
        deadline: seconds from when a process is free for it.
        memory: bytes that it may take.
        Raises UnreadableError where it cannot be read, or not in time; Cancelled; NewstuiError where no process begins.
        """
        sent = raw.encode("utf-8", "replace") if isinstance(raw, str) else raw
        head = {
            "act": act, "options": options, "is_text": isinstance(raw, str), "size": len(sent),
            "seconds": deadline, "memory": memory,
        }  # fmt: skip
        question = _Question(json.dumps(head).encode() + b"\n", sent, memory // _ANSWER_SHARE)
        what = one_line(what)
        with self._place(is_cancelled):
            process = self._begun()
            try:
                line = self._answer(process, question, what, deadline, is_cancelled)
                reply = _reply(kind, line, what)
            except BaseException:
                _end(process)  # whatever it is at, it must not answer the next question with it
                raise
            self._put_back(process)
        if isinstance(reply, UnreadableError):
            raise reply
        return reply

    @contextmanager
    def _place(self, is_cancelled: Callable[[], bool]) -> Iterator[None]:
        """Waits until fewer processes are at work than may be."""
        while not self._room.acquire(timeout=MOMENT):
            self._check(is_cancelled)
        try:
            self._check(is_cancelled)
            yield
        finally:
            self._room.release()

    def _check(self, is_cancelled: Callable[[], bool]) -> None:
        if self._closed.is_set() or is_cancelled():
            raise Cancelled

    def _begun(self) -> _Process:
        """One that is idle, or a new one."""
        while self._idle:
            with suppress(IndexError):  # another thread was quicker
                process = self._idle.pop()
                if process.poll() is None:
                    return process
                _end(process)
        try:
            return begin(self._worker)
        except OSError as error:
            reason = error.strerror or "the system refused"
            raise NewstuiError(
                f"The process that reads feeds and pages cannot be started: {reason}.",
                hint="Close some programs, and try again.",
            ) from error

    def _put_back(self, process: _Process) -> None:
        self._idle.append(process)
        if self._closed.is_set():
            self.close()

    def _answer(
        self, process: _Process, question: _Question, what: str, deadline: float, is_cancelled: Callable[[], bool]
    ) -> bytes:
        """A whole line. Not every system can wait for a pipe a moment at a time, so a thread does the talking."""
        answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=_talk, args=(process, question, answers), name="foreign", daemon=True).start()
        until = time.monotonic() + deadline
        while time.monotonic() < until:
            with suppress(queue.Empty):
                return _whole(answers.get(timeout=MOMENT), question.longest, process, what)
            self._check(is_cancelled)
        hint = f"It got {deadline:g} seconds. {_BROKEN}"
        raise UnreadableError(f"{what} takes too long to read.", hint=hint)


def parsed_feed(
    quarantine: Quarantine, raw: bytes, base: str, content_type: str, is_cancelled: Callable[[], bool]
) -> FeedDocument:
    """What a feed says. Raises what `Quarantine.ask` raises."""
    return quarantine.ask(
        FeedDocument, "feed", raw, what="The feed", is_cancelled=is_cancelled, base=base, content_type=content_type
    )


def read_export(quarantine: Quarantine, raw: bytes, name: str, is_cancelled: Callable[[], bool]) -> Export:
    """What a file from another reader holds. Raises what `Quarantine.ask` raises."""
    return quarantine.ask(
        Export,
        "export",
        raw,
        what=name,
        deadline=_EXPORT_SECONDS[0] + _EXPORT_SECONDS[1] * len(raw) / 2**20,
        memory=MEMORY + _EXPORT_MEMORY * len(raw),
        is_cancelled=is_cancelled,
        name=name,
    )


def markdown_of_each(
    quarantine: Quarantine, fragments: Sequence[tuple[str, str | None]], is_cancelled: Callable[[], bool]
) -> tuple[str, ...]:
    """(HTML, base address) of each as Markdown. Raises what `Quarantine.ask` raises."""
    return quarantine.ask(
        tuple[str, ...], "fragments", json.dumps(fragments), what="The text", is_cancelled=is_cancelled
    )


def feeds_of(quarantine: Quarantine, page: bytes, url: str, is_cancelled: Callable[[], bool]) -> tuple[FoundFeed, ...]:
    """The feeds that a page names. Raises what `Quarantine.ask` raises."""
    from newstui.formats.feeds.discover import FoundFeed

    return quarantine.ask(
        tuple[FoundFeed, ...], "find_feeds", page, what="The page", is_cancelled=is_cancelled, base=url
    )


def extracted(
    quarantine: Quarantine, raw: bytes, url: str | None, content_type: str, is_cancelled: Callable[[], bool]
) -> Extracted:
    """The article of a page. Raises what `Quarantine.ask` raises."""
    from newstui.formats.web_page.extract import Extracted

    return quarantine.ask(
        Extracted, "page", raw, what="The page", is_cancelled=is_cancelled, url=url, content_type=content_type
    )


def articles_of(
    quarantine: Quarantine, raw: bytes, name: str, is_cancelled: Callable[[], bool]
) -> tuple[SavedArticle, ...]:
    """The articles of a saved page or a book. Raises what `Quarantine.ask` raises."""
    from newstui.formats.saved.read import SavedArticle

    return quarantine.ask(tuple[SavedArticle, ...], "saved", raw, what=name, is_cancelled=is_cancelled, name=name)


def _talk(process: _Process, question: _Question, answers: queue.SimpleQueue[bytes]) -> None:
    """One question, one answer; an empty one where the process ended, or was ended."""
    line = b""
    with suppress(OSError, ValueError):  # ValueError: closed meanwhile
        asked, told = _pipes(process)
        asked.write(question.head)
        asked.write(question.raw)
        asked.flush()
        line = told.readline(question.longest)
    answers.put(line)


def _pipes(process: _Process) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin
    assert process.stdout
    return process.stdin, process.stdout


def _whole(line: bytes, longest: int, process: _Process, what: str) -> bytes:
    """The line itself. Raises UnreadableError for half a one: the process came to its end over it."""
    if line.endswith(b"\n"):
        return line
    if len(line) == longest:
        raise UnreadableError(f"{what} holds too much to be read at once.", hint="Split it, if you can.")
    with suppress(subprocess.TimeoutExpired):
        if process.wait(1.0) == OUT_OF_MEMORY:
            raise UnreadableError(f"{what} needs too much memory to be read.", hint=_BROKEN)
    raise _nonsense(what)


def _reply(kind: type[T], line: bytes, what: str) -> T | UnreadableError:
    """What was answered, or why there is no answer. Raises UnreadableError for what no sound process would answer."""
    try:
        reply = json.loads(line)
        if not isinstance(reply, dict):
            raise ValueError
        if "value" in reply:
            return from_json(kind, reply["value"])
        if "refused" in reply:
            return UnreadableError(_sentence(reply["refused"]), hint=_sentence(reply["hint"]))
        failure = _sentence(reply["failed"])
    except (ValueError, KeyError, RecursionError) as error:
        raise _nonsense(what) from error
    return UnreadableError(f"{what} cannot be read: newstui's parser fails at it ({failure}).", hint=_BROKEN)


def _sentence(text: object) -> str:
    if not isinstance(text, str):
        raise ValueError
    return one_line(text[:_LONGEST_SENTENCE])


def _nonsense(what: str) -> UnreadableError:
    return UnreadableError(f"{what} cannot be read: it brings newstui's parser down.", hint=_BROKEN)


def _end(process: _Process) -> None:
    process.kill()
    process.wait()
    for pipe in _pipes(process):
        with suppress(OSError):  # what was not sent yet is not sent any more
            pipe.close()
