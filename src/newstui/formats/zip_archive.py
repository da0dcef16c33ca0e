"""ZIP archives, read in memory. Member names are only looked up, never used as paths on the disk.

The size of a member is counted while it is unpacked; the sizes that the archive states are not trusted.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from newstui.domain.errors import NewstuiError
from newstui.formats.text.plain import shortened

START = b"PK"
"""The first bytes of every ZIP archive."""
_UNREADABLE = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, OverflowError)
"""The errors of zipfile for archives that are damaged, encrypted or compressed in an unknown way."""


class ZipLimits(NamedTuple):
    """The most that is read of one archive."""

    members: int = 200_000
    member_bytes: int = 64 * 1024 * 1024
    """Bytes of one member, unpacked."""
    total_bytes: int = 1024 * 1024 * 1024
    """Bytes of all members that are read, unpacked."""


EXPORT_LIMITS = ZipLimits()
BOOK_LIMITS = ZipLimits(20_000, 16 * 1024 * 1024, 256 * 1024 * 1024)


class ZipMemberError(NewstuiError):
    """One member of an archive cannot be read; the others may be fine."""

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = shortened(name, 100), reason
        super().__init__(f"{self.name}: {reason}", hint="download or export the archive again")


class ZipArchive:
    """The members of an archive by name. Keeps count of the bytes that may still be unpacked."""

    def __init__(self, raw: bytes, called: str, limits: ZipLimits = EXPORT_LIMITS) -> None:
        """`called`: its name in messages. Raises NewstuiError where the bytes are not an archive."""
        try:
            self._zip = ZipFile(BytesIO(raw))
            self.names = dict.fromkeys(self._zip.namelist()[: limits.members])
        except _UNREADABLE as error:
            raise NewstuiError(
                f"{called} is not a ZIP archive, or a damaged one", hint="download or export it again"
            ) from error
        self._member_bytes, self._bytes_left = limits.member_bytes, limits.total_bytes

    def read(self, name: str) -> bytes:
        """Returns the content of a member; empty where there is no such member. Raises ZipMemberError."""
        if name not in self.names:
            return b""
        most = min(self._bytes_left, self._member_bytes)
        try:
            with self._zip.open(name) as member:
                content = member.read(most + 1)
        except _UNREADABLE as error:
            raise ZipMemberError(name, "it is damaged, locked, or compressed in an unknown way") from error
        self._bytes_left = max(self._bytes_left - len(content), 0)
        if len(content) > most:
            raise ZipMemberError(name, "it is too large when it is unpacked")
        return content
