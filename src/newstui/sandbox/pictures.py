"""Decodes pictures, in the sandbox: whatever a file claims to be, it costs no more than its picture.

Pillow is imported here alone, and only in the process that decodes.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from newstui.domain.errors import UnreadableError
from newstui.domain.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.sandbox.client import Sandbox

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")
_MOST_PIXELS = 40_000_000
"""Pixels of a picture that is decoded: more are a bomb, or a map."""
_SECONDS, _MEMORY = 5.0, 400 << 20
_COLOURS = 256
"""Colours of a picture: neighbours that share one cost few bytes on the way to the terminal."""


def decoded(
    sandbox: Sandbox, raw: bytes, name: str, size: tuple[int, int], under: str, is_cancelled: Callable[[], bool]
) -> Picture:
    """Returns a picture for so many (columns, lines) of cells at most, on a background. Raises what `ask` raises."""
    picture = sandbox.ask(
        Picture, "picture", raw, what=name, deadline=_SECONDS, memory=_MEMORY, is_cancelled=is_cancelled,
        columns=size[0], lines=size[1], under=under,
    )  # fmt: skip
    if not picture.is_sound or picture.width > size[0] or len(picture.rows) > 2 * size[1]:
        raise UnreadableError(f"{name} is no picture that newstui can show.")
    return picture


def decode(raw: bytes, columns: int, lines: int, under: str) -> Picture:
    """Decodes a picture. `under`: the colour under what is transparent, as `#102030`. Runs in the sandbox."""
    from PIL import Image, ImageOps, UnidentifiedImageError  # type: ignore[import-not-found,unused-ignore]

    Image.MAX_IMAGE_PIXELS = None  # newstui counts them itself
    try:
        with Image.open(BytesIO(raw), formats=_FORMATS) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise UnreadableError("this picture has too many pixels", hint="Open it elsewhere.")
            image.draft("RGB", (2 * columns, 4 * lines))  # of a JPEG no more is decoded than is shown
            turned = ImageOps.exif_transpose(image).convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise UnreadableError("this picture cannot be read", hint="It may be damaged.") from error
    width, height = _fitting(turned.width, turned.height, columns, 2 * lines)
    small = turned.resize((width, height), Image.Resampling.BOX)
    flat = Image.new("RGBA", small.size, under)
    flat.alpha_composite(small)
    pixels = flat.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).convert("RGB").tobytes().hex()
    return Picture(width, tuple(pixels[at : at + 6 * width] for at in range(0, len(pixels), 6 * width)))


def _fitting(width: int, height: int, columns: int, rows: int) -> tuple[int, int]:
    """Returns the size in pixels: none is made larger, and the rows are even."""
    share = min(1.0, columns / width, rows / height)
    return max(1, min(columns, round(width * share))), max(2, min(rows, round(height * share / 2) * 2))
