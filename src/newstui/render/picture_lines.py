"""A picture in lines: half blocks, each of which shows two pixels, one above the other.

They are text as all other lines are: they scroll with it, and nothing of them stays behind.
"""

from __future__ import annotations

from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from newstui.render.line import Span
from newstui.render.paragraph import SetLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newstui.domain.picture import Picture

_HALF = "▀"
NO_PICTURES: Mapping[str, Picture] = MappingProxyType({})


def picture_lines_of(pictures: Mapping[str, Picture], name: str, width: int) -> Iterator[SetLine]:
    """The lines of the picture of this name; none where there is none."""
    return picture_lines(pictures[name], width) if name in pictures else iter(())


def picture_lines(picture: Picture, width: int) -> Iterator[SetLine]:
    """The lines of a picture, at most `width` cells each: a wider one is made smaller, by leaving out pixels."""
    columns = min(width, picture.width)
    step = picture.width / columns
    lines = max(1, round(len(picture.rows) / 2 / step))
    places = [6 * int(column * step) for column in range(columns)]
    last = len(picture.rows) - 1
    for line in range(lines):
        above, below = (picture.rows[min(last, int((2 * line + half) * step))] for half in (0, 1))
        cells = ((above[at : at + 6], below[at : at + 6]) for at in places)
        spans = (Span(_HALF * len([*run]), f"#{top}#{bottom}") for (top, bottom), run in groupby(cells))
        yield SetLine(tuple(spans), 0)
