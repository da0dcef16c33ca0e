"""Archives of files. Nothing of one is unpacked onto the disk: its names are only looked up, never paths.

What an archive unpacks to is counted while it is read, whatever it says itself.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from newstui.domain.articles.incoming import Refused
from newstui.domain.errors import NewstuiError
from newstui.formats.text.titles import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

START = b"PK"
_MOST_NAMES = 200_000
_LONGEST_FILE = 64 * 1024 * 1024
_MOST_BYTES = 1024 * 1024 * 1024


class Archive:
    """Keeps how much may still be unpacked."""

    def __init__(self, raw: bytes, name: str) -> None:
        """Raises NewstuiError if it is no archive."""
        try:
            self._zip = ZipFile(BytesIO(raw))
        except (BadZipFile, ValueError, NotImplementedError, OverflowError) as fault:
            raise NewstuiError(f"{name} is a damaged archive", hint="take the export again") from fault
        self.names: Iterable[str] = dict.fromkeys(self._zip.namelist()[:_MOST_NAMES])
        self._room = _MOST_BYTES

    def read(self, name: str) -> bytes | Refused:
        what = shortened(name, 100)
        most = min(self._room, _LONGEST_FILE)
        try:
            with self._zip.open(name) as file:
                found = file.read(most + 1)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
            return Refused(what, "it is damaged, or packed in a way that newstui does not know")
        self._room -= len(found)
        if len(found) > most:
            self._room = max(self._room, 0)
            return Refused(what, "it unpacks to more than newstui takes")
        return found
