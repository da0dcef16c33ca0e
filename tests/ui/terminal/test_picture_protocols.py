"""What is written of a picture is that picture: read back, it has the same pixels."""

from __future__ import annotations

import random
import re
from base64 import b64decode
from io import BytesIO

import pytest

from newstui.domain.picture import Picture
from newstui.ui.terminal.picture_protocols import iterm2, kitty, kitty_forgotten, png, sixel
from tests.terminal.drawn_pictures import Kitty, Pixels, sixel_pixels

DICE = random.Random(5)
PALETTE = ("ff0000", "00ff00", "0000ff", "000000", "ffffff")
PICTURE = Picture(12, PALETTE, tuple(bytes(DICE.choices(range(5), k=12)).hex() for _ in range(16)), (4, 8))


def pixels(picture: Picture, left: int = 0, right: int = 12, top: int = 0, bottom: int = 16) -> Pixels:
    rows = [[picture.palette[number] for number in bytes.fromhex(row)] for row in picture.rows]
    return [row[left:right] for row in rows[top:bottom]]


def pixels_of_file(raw: bytes) -> Pixels:
    image = pytest.importorskip("PIL.Image").open(BytesIO(raw)).convert("RGB")
    data = image.tobytes().hex()
    colours = [data[at : at + 6] for at in range(0, len(data), 6)]
    return [colours[at : at + image.width] for at in range(0, len(colours), image.width)]


def test_a_file_has_all_pixels() -> None:
    assert pixels_of_file(png(PICTURE, PICTURE.rows)) == pixels(PICTURE)


def test_sixel_draws_a_line_of_cells_or_some_of_them() -> None:
    assert sixel_pixels(sixel(PICTURE, 1, 0, 3)) == pixels(PICTURE, top=8)
    assert sixel_pixels(sixel(PICTURE, 0, 1, 2)) == pixels(PICTURE, 4, 8, 0, 8)


def test_sixel_says_what_repeats_once() -> None:
    plain = Picture(400, ("102030",), ("00" * 400,) * 20, (10, 20))
    written = sixel(plain, 0, 0, 40)
    assert len(written) < 100
    assert {colour for row in sixel_pixels(written) for colour in row} == {"0f2130"}  # sixel counts to a hundred


def test_iterm2_gets_a_file_of_some_cells() -> None:
    written = re.fullmatch(r"\x1b\]1337;File=([^:]*):([^\x07]*)\x07", iterm2(PICTURE, 1, 1, 3))
    assert written is not None
    assert {"inline=1", "width=2", "height=1", "doNotMoveCursor=1"} <= set(written[1].split(";"))
    assert pixels_of_file(b64decode(written[2])) == pixels(PICTURE, 4, 12, 8, 16)


def test_kitty_gets_a_picture_in_pieces_and_forgets_it() -> None:
    noise = tuple(DICE.randbytes(200).hex() for _ in range(40))
    large = Picture(200, PALETTE * 51 + ("ffffff",), noise, (10, 20))
    written = kitty(large, 77)
    assert written.count("\x1b_G") > 1 and "c=20,r=2" in written
    assert max(map(len, re.findall(r";([^\x1b]*)\x1b", written))) <= 4096
    assert pixels_of_file(Kitty(written.encode()).pictures[77]) == pixels(large, 0, 200, 0, 40)
    assert Kitty((written + kitty_forgotten(77)).encode()).pictures == {}
