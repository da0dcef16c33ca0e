"""Article files are read and parsed here; many of them in a process of their own, so that no key waits for it.

The process lives no longer than whoever asks it: it ends when its standard input does, also after a kill.
"""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from newstui.domain.errors import StorageError
from newstui.formats.articles.parse import parse_article
from newstui.store.catalogue.index_row import IndexRow, index_row_of
from newstui.store.library.library import File, Library

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence
    from types import TracebackType

    from newstui.domain.articles.article import Article

Read = IndexRow | StorageError
"""What was in a file, or why it could not be read."""

_WORTH_A_PROCESS = 300
"""Files: to read them here takes some 40 ms, to start a process some 60."""


def read_article(library: Library, file: File) -> Article:
    """The article in a file. Raises StorageError where it cannot be read."""
    modified = datetime.fromtimestamp(min(max(file.mtime_ns, 0) // 1_000_000_000, 250_000_000_000), UTC)
    return parse_article(library.read(file.path), file.path, modified)


def read_index_row(library: Library, file: File) -> IndexRow:
    """What the catalogue writes of a file. Raises StorageError where it cannot be read."""
    return index_row_of(file, read_article(library, file))


def read_index_rows(library: Library, files: Sequence[File]) -> list[Read]:
    """One for each file, in their order."""
    read: list[Read] = []
    for file in files:
        try:
            read.append(read_index_row(library, file))
        except StorageError as error:
            read.append(error)
    return read


class Parser:
    """One batch at a time is asked for, and answered while the next is still to be asked for.

    From the first large batch on they are parsed in the process; before that right here, which is quicker
    than to start one. Where it cannot be started or ends too soon, everything is parsed here.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._asked: Sequence[File] | None = None
        self._is_lost = False
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Parser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, files: Sequence[File]) -> None:
        """The answer to the last batch was taken before."""
        self._asked = files
        if (self._process or len(files) >= _WORTH_A_PROCESS) and not self._is_lost:
            try:
                self._process = self._process or _start(self._library.root)
                assert self._process.stdin is not None
                pickle.dump([tuple(file) for file in files], self._process.stdin)  # half the price of Files
                self._process.stdin.flush()
            except OSError:
                self._lose()

    def answer(self) -> list[tuple[File, Read]]:
        """The files of the last batch, and what was in each; nothing where none was asked for."""
        asked, self._asked = self._asked or (), None
        if self._process is not None:
            assert self._process.stdout is not None
            try:
                read: list[Read] = pickle.load(self._process.stdout)
                return list(zip(asked, read, strict=True))
            except (OSError, EOFError, pickle.UnpicklingError):
                self._lose()
        return list(zip(asked, read_index_rows(self._library, asked), strict=True))

    def close(self) -> None:
        """The process ends, whatever it is at."""
        if self._process is not None:
            self._process.kill()
            with suppress(OSError), self._process:  # what it was not told any more
                pass
            self._process = None

    def _lose(self) -> None:
        self._is_lost = True
        self.close()


def _start(root: Path) -> subprocess.Popen[bytes]:
    """Raises OSError."""
    from newstui.sandbox.process import begin  # most that is read is read here

    return begin(__name__, str(root))


def serve(library: Library, questions: BinaryIO, answers: BinaryIO) -> None:
    """The process: a pickled list of files in, what was in them out, until there are no more questions."""
    while True:
        try:
            files = [File(*values) for values in pickle.load(questions)]
        except EOFError:
            return
        pickle.dump(read_index_rows(library, files), answers)
        answers.flush()


def main() -> None:
    from newstui.sandbox.process import step_back

    step_back()
    with suppress(BrokenPipeError):
        serve(Library(Path(sys.argv[1])), sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
