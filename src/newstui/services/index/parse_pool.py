"""Parses article files for the index; many of them in a process of its own, so that no key waits for it."""

from __future__ import annotations

import json
import marshal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from newstui.domain.errors import StorageError
from newstui.services.core.article_reader import read_article
from newstui.store.catalogue.index_row import IndexRow, index_row_of
from newstui.store.library.library import File, Library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from newstui.sandbox.process import WorkerProcess

ParsedFile = IndexRow | StorageError
"""The row of a file, or why it could not be read."""

_PART = 100
"""Rows that are packed together."""
_PROCESS_FROM = 300
"""Files: parsing so many here takes some 40 ms, starting a process some 60."""


def read_index_row(library: Library, file: File) -> IndexRow:
    """Returns the catalogue's row of a file. Raises StorageError where it cannot be read."""
    return index_row_of(file, read_article(library, file))


def read_index_rows(library: Library, files: Sequence[File]) -> list[ParsedFile]:
    """Returns a row or an error for each file, in their order."""
    parsed: list[ParsedFile] = []
    for file in files:
        try:
            parsed.append(read_index_row(library, file))
        except StorageError as error:
            parsed.append(error)
    return parsed


class ParsePool:
    """Parses one batch while its caller stores the last one.

    From the first large batch on a process does it; small batches are parsed here, which is quicker than starting a
    process. Where it cannot be started or ends too soon, everything is parsed here.
    """

    def __init__(
        self,
        library: Library,
        process_from: int | None = None,
        start: Callable[[str, str], WorkerProcess] | None = None,
    ) -> None:
        """process_from: files of a batch from which a process parses. start: starts a worker with its argument."""
        self._library = library
        self._process_from = _PROCESS_FROM if process_from is None else process_from
        self._start = start or _started
        self._batch: Sequence[File] | None = None
        self._is_lost = False
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
        if (self._process or len(files) >= self._process_from) and not self._is_lost:
            try:
                self._process = self._process or self._start(__name__, str(self._library.root))
                self._process.send(json.dumps(files).encode())
            except OSError:
                self._lose()

    def answer(self) -> list[tuple[File, ParsedFile]]:
        """Returns each file of the last batch with its row or error; nothing where none was asked for."""
        batch, self._batch = self._batch or (), None
        if self._process is not None:
            try:
                sizes = map(int, self._process.receive().split())
                parsed = [row for size in sizes for row in _unpacked(self._process.receive_bytes(size))]
                return list(zip(batch, parsed, strict=True))
            except (OSError, EOFError, ValueError, TypeError):
                self._lose()
        return list(zip(batch, read_index_rows(self._library, batch), strict=True))

    def close(self) -> None:
        """Ends the process at once."""
        if self._process is not None:
            self._process.kill()
            self._process = None

    def _lose(self) -> None:
        self._is_lost = True
        self.close()


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
