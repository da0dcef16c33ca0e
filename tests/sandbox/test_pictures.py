"""Pictures decoded: as large as they are shown, and no harm where a file is not what it claims to be."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest

from newstui.domain.errors import UnreadableError
from newstui.domain.picture import Picture, PictureRoom
from newstui.sandbox.pictures import decode, decoded
from tests.pictures import png

pytest.importorskip("PIL")


def test_a_picture_is_made_as_small_as_its_place_and_never_larger() -> None:
    wide = decode(png(200, 100, "ff0000"), 40, 20, "#000000")
    assert (wide.width, len(wide.rows)) == (40, 20)
    assert (wide.palette, set(wide.rows)) == (("ff0000",), {"00" * 40})
    assert wide.is_sound
    high = decode(png(100, 400, "00ff00"), 40, 20, "#000000")
    assert (high.width, len(high.rows)) == (10, 40)
    small = decode(png(3, 4, "0000ff"), 40, 20, "#000000")
    assert (small.width, len(small.rows)) == (3, 4)
    thin = decode(png(30_000, 1, "0000ff"), 40, 20, "#000000")
    assert (thin.width, len(thin.rows)) == (40, 2)


def test_a_picture_that_the_terminal_draws_has_the_pixels_of_its_cells() -> None:
    wide = decode(png(2000, 500, "ff0000"), 40, 20, "#000000", 9, 18)
    assert (wide.columns, wide.lines, wide.width, len(wide.rows), wide.is_sound) == (40, 5, 360, 90, True)
    dot = decode(png(1, 1, "ff0000"), 40, 20, "#0000ff", 9, 18)
    assert (dot.columns, dot.lines) == (1, 1)
    assert [dot.palette[int(dot.rows[0][at : at + 2], 16)] for at in (0, 2)] == ["ff0000", "0000ff"]


def test_what_is_transparent_has_the_background() -> None:
    from PIL import Image

    file = BytesIO()
    Image.new("RGBA", (2, 2), (255, 0, 0, 0)).save(file, "PNG")
    shown = decode(file.getvalue(), 10, 10, "#102030")
    assert (shown.palette, shown.rows) == (("102030",), ("00" * 2,) * 2)


@pytest.mark.parametrize("form", ["JPEG", "GIF", "WEBP"])
def test_other_formats_are_read(form: str) -> None:
    from PIL import Image

    file = BytesIO()
    Image.new("RGB", (8, 8), (10, 200, 30)).save(file, form)
    assert decode(file.getvalue(), 8, 4, "#000000").width == 8


@pytest.mark.parametrize(
    "raw",
    [b"", b"\x89PNG\r\n\x1a\n", png(40, 40, "ff0000")[:60], b"<svg/>", b"P6 1 1 255 a"],
    ids=["nothing", "no picture", "cut off", "svg", "a format that is not kept"],
)  # fmt: skip
def test_what_is_no_picture_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableError, match="cannot be read"):
        decode(raw, 40, 20, "#000000")


def test_a_bomb_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(UnreadableError, match="too many pixels"):
        decode(png(60_000, 60_000), 40, 20, "#000000")


@pytest.mark.parametrize(
    "answer",
    [
        Picture(2, ("ff0000",), ("0000",)),
        Picture(1, ("ff0000",), ("0g",) * 2),
        Picture(50, ("ff0000",), ("00" * 50,) * 2),
        Picture(1, ("ff0000",), ("00",) * 42),
        Picture(2, ("ff0000",), ("0000",) * 2, (2, 2)),
    ],
)
def test_an_answer_that_is_no_picture_is_refused(answer: Picture) -> None:
    class Mad:
        def ask(self, *_: object, **__: object) -> Picture:
            return answer

    sandbox: Any = Mad()
    with pytest.raises(UnreadableError):
        decoded(sandbox, b"", "a.png", PictureRoom(40, 20, "#000000"), lambda: False)
