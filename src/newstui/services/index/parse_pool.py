"""Parses article files for the index; many of them in a process of its own, so that no key waits for it."""

from __future__ import annotations

import base64
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from newstui.domain.errors import StorageError
from newstui.services.core.article_reader import read_article
from newstui.store.catalogue.index_row import IndexRow, index_row_of
from newstui.store.library.library import File, Library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from newstui.sandbox.process import WorkerProcess
    from newstui.store.catalogue.index_row import SqlValue

ParsedFile = IndexRow | StorageError
"""The row of a file, or why it could not be read."""

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
                parsed = [_unpacked(data) for data in json.loads(self._process.receive())]
                return list(zip(batch, parsed, strict=True))
            except (OSError, ValueError, KeyError, TypeError):
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


def _packed(parsed: ParsedFile) -> list[Any]:
    """Returns a row or an error as `json.dumps` takes it."""
    if isinstance(parsed, StorageError):
        return [str(parsed), parsed.hint]
    columns = [_base64(value) if type(value) is bytes else value for value in parsed.columns]
    return [parsed.id, columns, parsed.text.hex(), parsed.title, parsed.body, parsed.notes]


def _unpacked(data: Any) -> ParsedFile:
    """Returns the row or the error. Raises ValueError, KeyError, TypeError for anything else."""
    if len(data) == 2:
        return StorageError(data[0], hint=data[1])
    id_, columns, text, title, body, notes = data
    values: list[SqlValue] = [base64.b64decode(value["b"]) if type(value) is dict else value for value in columns]
    return IndexRow(id_, tuple(values), bytes.fromhex(text), title, body, notes)


def _base64(value: bytes) -> dict[str, str]:
    return {"b": base64.b64encode(value).decode()}


def serve(library: Library, requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers each line, a batch of files, with a line of rows, until the input ends."""
    for line in requests:
        files = [File(*values) for values in json.loads(line)]
        rows = [_packed(parsed) for parsed in read_index_rows(library, files)]
        # Text as it is takes half the time of text with escapes; surrogates stand for odd bytes in file names.
        answers.write(json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        answers.flush()


def main() -> None:
    """Runs the process."""
    from newstui.sandbox.process import lower_priority

    lower_priority()
    with suppress(BrokenPipeError):
        serve(Library(Path(sys.argv[1])), sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
