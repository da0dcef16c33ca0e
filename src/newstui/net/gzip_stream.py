"""What a server sends, packed with gzip or not, as it comes. One rule: never more at once than is still allowed."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAGIC = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS


class UnreadableBodyError(ValueError):
    """Its text is the end of a sentence about what was sent."""


def limited(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The pieces as they are. Raises UnreadableBodyError for more than `most` bytes."""
    left = most
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise _too_large(most)
        yield piece


def inflated(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """What was packed, at most `most` bytes in all. Raises UnreadableBodyError for more, and for what is none.

    Like browsers it takes what is not packed at all as it stands, and leaves out what follows the end.
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
            # Less came than was allowed, so nothing of it waits in the stream.
            rest = stream.unused_data
    if not stream.eof:
        raise UnreadableBodyError("is cut off")


def _with(beginning: bytes, coming: Iterator[bytes]) -> Iterator[bytes]:
    yield beginning
    yield from coming


def _too_large(most: int) -> UnreadableBodyError:
    return UnreadableBodyError(f"is larger than {most / 1024 / 1024:.3g} MB")
