"""Unpacks gzip as it comes. One rule: never more at once than is still allowed.

urllib3 could unpack too, but it takes a body that is cut off for a whole one.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAGIC = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS


class UnreadableBodyError(ValueError):
    """The body cannot be unpacked; the message completes the sentence "the answer …"."""


def limited(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Yields the pieces unchanged. Raises UnreadableBodyError for more than `most` bytes."""
    left = most
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise _too_large(most)
        yield piece


def inflated(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Yields the unpacked body. Raises UnreadableBodyError for more than `most` bytes, and for damaged or cut off data.

    Like browsers it passes on a body that is not packed at all, and ignores bytes after the end.
    """
    beginning = b""
    coming = iter(pieces)
    for piece in coming:
        beginning += piece
        if len(beginning) >= len(MAGIC):
            break
    if not beginning.startswith(MAGIC):
        yield from limited(_with(beginning, coming), most)
        return
    stream = zlib.decompressobj(_GZIP)
    left = most
    for packed in _with(beginning, coming):
        rest = packed
        while rest:
            if stream.eof:
                if not MAGIC.startswith(rest[: len(MAGIC)]):
                    return
                stream = zlib.decompressobj(_GZIP)
            try:
                plain = stream.decompress(rest, left + 1)
            except zlib.error as error:
                raise UnreadableBodyError("is damaged") from error
            left -= len(plain)
            if left < 0:
                raise _too_large(most)
            yield plain
            # Less came out than was allowed, so nothing is left in the stream.
            rest = stream.unused_data
    if not stream.eof:
        raise UnreadableBodyError("is cut off")


def _with(beginning: bytes, coming: Iterator[bytes]) -> Iterator[bytes]:
    yield beginning
    yield from coming


def _too_large(most: int) -> UnreadableBodyError:
    return UnreadableBodyError(f"is larger than {most / 1024 / 1024:.3g} MB")
