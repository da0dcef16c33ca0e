"""Files on their way into the library. One rule: a former text is on disk before the text that replaces it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from newstui.store.library.write import REVISIONS, can_hold, content, put, remove_drafts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from newstui.store.atomic import Disk


class StagedFiles:
    """Writes files at once, or together at the end of a block."""

    def __init__(self, root: Path, *, is_dry: bool = False, disk: Disk | None = None) -> None:
        """`is_dry`: nothing is written, and `content` gives what would be."""
        self._root, self._is_dry, self._disk = root, is_dry, disk
        self._staged: dict[str, bytes] | None = None
        """Path → bytes of the files that are written together; None where each is written at once."""
        self._unwritten: dict[str, bytes] = {}
        """Path → bytes of the files of a dry run."""
        self._tidied: set[str] = set()
        """Folders in which the drafts of killed runs were looked for."""

    @contextmanager
    def together(self) -> Iterator[None]:
        """Writes at the end of the block what was put within: many files at once take little longer than one."""
        self._staged = {}
        try:
            yield
            staged = self._staged
        finally:
            self._staged = None
        for is_former in (True, False):
            self._write([file for file in staged.items() if file[0].startswith(REVISIONS) is is_former])

    def put(self, path: str, raw: bytes) -> None:
        """Writes a file, or stages it; `path` is relative to the library. Raises StorageError."""
        if self._staged is not None:
            self._staged[path] = raw
        else:
            self._write([(path, raw)])

    def content(self, path: str) -> bytes | None:
        """Returns the bytes of a file as it is, or as it is about to be; None where there is none.

        Raises StorageError.
        """
        staged = self._staged.get(path) if self._staged else None
        staged = self._unwritten.get(path) if staged is None else staged
        return content(self._root, path) if staged is None else staged

    def can_hold(self, folder: str) -> bool:
        """Returns True where files can be put into a folder, which need not exist."""
        return can_hold(self._root, folder)

    def _write(self, files: Sequence[tuple[str, bytes]]) -> None:
        if self._is_dry:
            self._unwritten.update(files)
            return
        put(self._root, files, self._disk)
        for folder in {path.rpartition("/")[0] for path, _ in files} - self._tidied:
            remove_drafts(self._root, folder)
            self._tidied.add(folder)
