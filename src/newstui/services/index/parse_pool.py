"""Parses article files for the index; many or large ones in a process of its own, so that no key waits for it."""

from __future__ import annotations

import json
import marshal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from newstui.domain.errors import StorageError
from newstui.services.core.article_reader import LARGE, is_page_file, read_article
from newstui.store.catalogue.index_row import IndexRow, index_row_of
from newstui.store.library.library import File, Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType

    from newstui.sandbox.client import Sandbox
    from newstui.sandbox.process import WorkerProcess

ParsedFile = IndexRow | StorageError
"""The row of a file, or why it could not be read."""

_PART = 100
"""Rows that are packed together."""
_SECONDS = 30.0
"""For an answer on a busy machine."""
_BYTES_A_SECOND = 200_000
"""The least speed of a parser on a busy machine."""
_IN_VAIN = 3
"""Files on which a process ended, while none was parsed: then it is not the files."""
_BROKEN = "it may be damaged, or made to do harm"
_PROCESS_FROM = 300
"""Files: parsing so many here takes some 40 ms, starting a process some 60."""


def read_index_row(library: Library, file: File, sandbox: Callable[[], Sandbox] | None = None) -> IndexRow:
    """Returns the catalogue's row of a file. Raises what `read_article` raises."""
    return index_row_of(file, read_article(library, file, sandbox))


def read_index_rows(library: Library, files: Sequence[File]) -> list[ParsedFile]:
    """Returns a row or an error for each file, in their order."""
    parsed: list[ParsedFile] = []
    for file in files:
        try:
            parsed.append(read_index_row(library, file))
        except StorageError as error:
            parsed.append(error)
        except Exception as error:  # noqa: BLE001  (whatever it is, it is the failure of this file alone)
            bug = f"{file.path} cannot be read: newstui has a bug there ({type(error).__name__})"
            parsed.append(StorageError(bug, hint="please report it with the file"))
    return parsed


class ParsePool:
    """Parses one batch while its caller stores the last one.

    From the first batch of many files or bytes on a process does it; small batches are parsed here, which is quicker
    than starting a process. Pages are always parsed there, by code that a page may bring down: then the files of the
    batch are parsed one by one, and one that ends its process is left out. Without processes texts are parsed here,
    and pages are not.
    """

    def __init__(
        self,
        library: Library,
        process_from: int | None = None,
        start: Callable[[str, str], WorkerProcess] | None = None,
        seconds: float = _SECONDS,
    ) -> None:
        """Prepares a pool.

        process_from: files of a batch from which a process parses. start: starts a worker with its argument.
        seconds: the time for an answer, besides some for each MB.
        """
        self._library = library
        self._process_from = _PROCESS_FROM if process_from is None else process_from
        self._start = start or _started
        self._seconds = seconds
        self._batch: Sequence[File] | None = None
        self._has_no_processes = False
        self._process: WorkerProcess | None = None

    def __enter__(self) -> ParsePool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, files: Sequence[File]) -> None:
        """Starts to parse a batch; `answer` must have returned the last one."""
        self._batch = files
        is_much = len(files) >= self._process_from or sum(file.size for file in files) > LARGE
        if self._process or is_much or any(is_page_file(file.path) for file in files):
            with suppress(_EndedError):
                self._send(files)

    def answer(self) -> list[tuple[File, ParsedFile]]:
        """Returns each file of the last batch with its row or error; nothing where none was asked for."""
        batch, self._batch = self._batch or (), None
        if self._process is not None:
            try:
                return list(zip(batch, self._receive(batch), strict=True))
            except _EndedError:
                return list(zip(batch, self._one_by_one(batch), strict=True))
        return list(zip(batch, self._parsed_here(batch), strict=True))

    def close(self) -> None:
        """Ends the process at once."""
        if self._process is not None:
            self._process.kill()
            self._process = None

    def _send(self, files: Sequence[File]) -> None:
        """Raises _EndedError."""
        if self._has_no_processes:
            raise _EndedError
        try:
            self._process = self._process or self._start(__name__, str(self._library.root))
        except OSError as error:
            self._has_no_processes = True
            raise _EndedError from error
        with suppress(OSError):  # it has ended: there will be no answer
            self._process.send(json.dumps(files).encode())

    def _receive(self, files: Sequence[File]) -> list[ParsedFile]:
        """Waits for the answer about these files. Raises _EndedError; then the process is gone."""
        process = self._process
        if process is None:
            raise _EndedError
        seconds = self._seconds + sum(file.size for file in files) / _BYTES_A_SECOND
        try:
            sizes = map(int, process.receive(seconds=seconds).split())
            parsed = [row for size in sizes for row in _unpacked(process.receive_bytes(size))]
        except (OSError, EOFError, ValueError, TypeError):
            parsed = []
        if len(parsed) != len(files):
            self.close()
            raise _EndedError
        return parsed

    def _one_by_one(self, batch: Sequence[File]) -> Iterator[ParsedFile]:
        """Yields the row or error of each file of a batch on which a process ended."""
        in_vain = 0
        for file in batch:
            if in_vain < _IN_VAIN and not self._has_no_processes:
                try:
                    self._send([file])
                    yield from self._receive([file])
                    in_vain = -1  # processes work: it is the files
                except _EndedError:
                    in_vain += in_vain >= 0
                    yield StorageError(f"{file.path} cannot be read: newstui's parser ends on it", hint=_BROKEN)
            else:
                self._has_no_processes = True
                yield from self._parsed_here([file])

    def _parsed_here(self, files: Sequence[File]) -> Iterator[ParsedFile]:
        """Yields the row or error of each file; pages are not parsed in this process."""
        for file in files:
            if is_page_file(file.path):
                sentence = f"{file.path} cannot be read now: the process that reads pages cannot be started"
                yield StorageError(sentence, hint="close some programs, and try again")
            else:
                yield from read_index_rows(self._library, [file])


class _EndedError(Exception):
    """The process has ended, or there is none."""


def _started(module: str, argument: str) -> WorkerProcess:
    """Raises OSError."""
    from newstui.sandbox.process import WorkerProcess  # few runs need a process

    return WorkerProcess(module, argument)


def _packed(parsed: Sequence[ParsedFile]) -> bytes:
    """Returns rows and errors as plain tuples in Python's own notation, which is as fast as pickle and runs no code."""
    return marshal.dumps([(str(row), row.hint) if isinstance(row, StorageError) else tuple(row) for row in parsed])


def _unpacked(packed: bytes) -> list[ParsedFile]:
    """Returns what `_packed` was given. Raises ValueError, TypeError, EOFError for anything else."""
    return [
        StorageError(values[0], hint=values[1]) if len(values) == 2 else IndexRow(*values)
        for values in marshal.loads(packed)
    ]


def serve(library: Library, requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers each line, a batch of files, until the input ends.

    An answer is a line with the sizes of its parts, and then the parts: packed rows, a hundred in each. So the rows
    of a batch are in memory only once.
    """
    for line in requests:
        files = [File(*values) for values in json.loads(line)]
        parts = [_packed(read_index_rows(library, files[at : at + _PART])) for at in range(0, len(files), _PART)]
        answers.write(" ".join(str(len(part)) for part in parts).encode() + b"\n")
        for part in parts:
            answers.write(part)
        answers.flush()


def main() -> None:
    """Runs the process."""
    from newstui.sandbox.process import lower_priority

    lower_priority()
    with suppress(BrokenPipeError):
        serve(Library(Path(sys.argv[1])), sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
