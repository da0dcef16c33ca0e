"""Decodes pictures, in the sandbox: whatever a file claims to be, it costs no more than its picture.

Pillow is imported here alone, and only in the process that decodes.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from newstui.domain.errors import UnreadableError
from newstui.domain.picture import HALVES, Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.picture import PictureRoom
    from newstui.sandbox.client import Sandbox

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")
_MOST_PIXELS = 40_000_000
"""Pixels of a picture that is decoded: more are a bomb, or a map."""
_SECONDS, _MEMORY = 5.0, 400 << 20


def decoded(sandbox: Sandbox, raw: bytes, name: str, room: PictureRoom, is_cancelled: Callable[[], bool]) -> Picture:
    """Returns a picture that fits its room. Raises what `ask` raises."""
    picture = sandbox.ask(
        Picture, "picture", raw, what=name, deadline=_SECONDS, memory=_MEMORY, is_cancelled=is_cancelled,
        columns=room.columns, lines=room.lines, under=room.under, across=room.cell[0], down=room.cell[1],
        colours=room.colours,
    )  # fmt: skip
    fits = picture.cell == room.cell and picture.columns <= room.columns and picture.lines <= room.lines
    if not fits or not picture.is_sound:
        raise UnreadableError(f"{name} is no picture that newstui can show.")
    return picture


def decode(
    raw: bytes, columns: int, lines: int, under: str, across: int = HALVES[0], down: int = HALVES[1], colours: int = 256
) -> Picture:
    """Decodes a picture for so many cells at most, each of so many pixels. Runs in the sandbox.

    `under`: the colour under what is transparent, as `#102030`.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # type: ignore[import-not-found,unused-ignore]

    Image.MAX_IMAGE_PIXELS = None  # newstui counts them itself
    try:
        with Image.open(BytesIO(raw), formats=_FORMATS) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise UnreadableError("this picture has too many pixels", hint="Open it elsewhere.")
            image.draft("RGB", (2 * columns * across, 2 * lines * down))  # of a JPEG no more is decoded than is shown
            turned = ImageOps.exif_transpose(image).convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise UnreadableError("this picture cannot be read", hint="It may be damaged.") from error
    share = min(1.0, columns * across / turned.width, lines * down / turned.height)
    small = turned.resize(
        (max(1, round(turned.width * share)), max(1, round(turned.height * share))), Image.Resampling.BOX
    )
    flat = Image.new("RGBA", (_whole(small.width, across), _whole(small.height, down)), under)
    flat.alpha_composite(small)
    few = flat.convert("RGB").quantize(colours)  # neighbours that share a colour cost few bytes on their way
    numbers, palette = few.tobytes().hex(), few.getpalette() or []
    digits = 2 * flat.width
    return Picture(
        flat.width,
        tuple(bytes(palette[at : at + 3]).hex() for at in range(0, len(palette), 3)),
        tuple(numbers[at : at + digits] for at in range(0, len(numbers), digits)),
        (across, down),
    )


def _whole(pixels: int, of_cell: int) -> int:
    """Returns the pixels of whole cells; the last cell may be filled in part."""
    return -(-pixels // of_cell) * of_cell
