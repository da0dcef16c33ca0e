"""A picture in lines: half blocks, each of which shows two pixels, or cells that the terminal itself fills.

They are text as all other lines are: they scroll with it, and nothing of them stays behind.
"""

from __future__ import annotations

from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from newstui.render.line import Span
from newstui.render.paragraph import SetLine
from newstui.render.picture_cells import PLACEHOLDER_ROLE, picture_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newstui.domain.picture import Picture

_HALF = "▀"
NO_PICTURES: Mapping[str, Picture] = MappingProxyType({})


def picture_lines_of(pictures: Mapping[str, Picture], name: str, width: int) -> Iterator[SetLine]:
    """The lines of the picture of this name; none where there is none."""
    return picture_lines(pictures[name], width) if name in pictures else iter(())


def picture_lines(picture: Picture, width: int) -> Iterator[SetLine]:
    """The lines of a picture, at most `width` cells each: a wider one is made smaller, in half blocks."""
    if picture.number and picture.columns <= width:
        for line in range(picture.lines):
            yield SetLine((Span(picture_cells(picture.number, line, picture.columns), PLACEHOLDER_ROLE),), 0)
        return
    columns = min(width, picture.columns)
    step = picture.columns / columns
    lines = max(1, round(picture.lines / step))
    places = [int(column * picture.width / columns) for column in range(columns)]
    rows = [bytes.fromhex(picture.rows[half * len(picture.rows) // (2 * lines)]) for half in range(2 * lines)]
    for above, below in zip(rows[::2], rows[1::2], strict=True):
        cells = ((picture.palette[above[at]], picture.palette[below[at]]) for at in places)
        spans = (Span(_HALF * len([*run]), f"#{top}#{bottom}") for (top, bottom), run in groupby(cells))
        yield SetLine(tuple(spans), 0)
