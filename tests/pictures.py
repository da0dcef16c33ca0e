"""Files of pictures for tests, made without a library."""

from __future__ import annotations

import struct
import zlib


def png(width: int, height: int, colour: str = "") -> bytes:
    """Returns a PNG of one colour; without a colour it has no pixels, whatever size it claims."""
    row = b"\0" + bytes.fromhex(colour) * width if colour else b""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(row * height if colour else b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
