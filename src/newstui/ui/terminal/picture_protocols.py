"""The protocols in which terminals take pictures: pixels to what is written.

A picture was decoded in the sandbox; here it is numbers of colours, so no library is needed.
"""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newstui.domain.picture import Picture

_CHUNK = 4096
"""Characters of data in one sequence of kitty's."""
_BAND = 6
_ALIKE = re.compile(r"(.)\1{3,}")
_SIXEL_DIGITS = bytes(min(63 + bits, 126) for bits in range(256))


def kitty(picture: Picture, number: int) -> str:
    """Returns what sends a picture under a number, to be drawn where its placeholders stand."""
    data = b64encode(png(picture, picture.rows)).decode()
    chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
    first = f"a=T,U=1,i={number},f=100,c={picture.columns},r={picture.lines},"
    return "".join(
        f"\x1b_G{first if at == 0 else ''}q=2,m={int(at + 1 < len(chunks))};{chunk}\x1b\\"
        for at, chunk in enumerate(chunks)
    )


def kitty_forgotten(number: int) -> str:
    """Returns what deletes a picture and all that shows it."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"


def iterm2(picture: Picture, line: int, start: int, end: int) -> str:
    """Returns what draws some cells of a line of a picture at the cursor."""
    data = png(picture, _cut(picture, line, start, end))
    size = f"width={end - start};height=1;size={len(data)}"
    return f"\x1b]1337;File=inline=1;{size};preserveAspectRatio=0;doNotMoveCursor=1:{b64encode(data).decode()}\x07"


def sixel(picture: Picture, line: int, start: int, end: int) -> str:
    """Returns what draws some cells of a line of a picture at the cursor."""
    rows = [bytes.fromhex(row) for row in _cut(picture, line, start, end)]
    used = sorted(set().union(*rows))
    colours = "".join(f"#{colour};2;{_percents(picture.palette[colour])}" for colour in used)
    bands = "-".join(_band(rows[at : at + _BAND]) for at in range(0, len(rows), _BAND))
    return f'\x1bP0;1;0q"1;1;{len(rows[0])};{len(rows)}{colours}{bands}\x1b\\'


def png(picture: Picture, rows: Sequence[str]) -> bytes:
    """Returns rows of a picture as a file."""
    palette = bytes.fromhex("".join(picture.palette))
    pixels = zlib.compress(bytes.fromhex("".join(f"00{row}" for row in rows)))
    header = struct.pack(">IIBBBBB", len(rows[0]) // 2, len(rows), 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def _cut(picture: Picture, line: int, start: int, end: int) -> list[str]:
    """Returns the pixels of some cells of a line."""
    across, down = picture.cell
    left, right = 2 * across * start, 2 * across * end
    return [row[left:right] for row in picture.rows[line * down : (line + 1) * down]]


def _percents(colour: str) -> str:
    return ";".join(str(round(part / 2.55)) for part in bytes.fromhex(colour))


def _band(rows: Sequence[bytes]) -> str:
    """Returns a band of six rows, a pass for each colour."""
    return "$".join(_passes(rows))


def _passes(rows: Sequence[bytes]) -> Iterator[str]:
    for colour in sorted(set().union(*rows)):
        is_here = bytes(colour) + b"\1" + bytes(255 - colour)
        bits = 0
        for bit, row in enumerate(rows):
            bits |= int.from_bytes(row.translate(is_here), "big") << bit
        digits = bits.to_bytes(len(rows[0]), "big").translate(_SIXEL_DIGITS).decode().rstrip("?")
        yield f"#{colour}" + _ALIKE.sub(lambda run: f"!{len(run[0])}{run[1]}", digits)
