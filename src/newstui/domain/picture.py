"""A picture as a terminal draws it: small enough for a column of text."""

from __future__ import annotations

import re
from dataclasses import dataclass

LEAD = ""
"""The name of the lead image among the pictures of an article; others are named as they stand in its text."""
HALVES = (1, 2)
"""The pixels (across, down) of a cell that shows two halves, each in one colour."""
_MOST_COLOURS = 256


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in pixels that fills whole cells."""

    width: int
    palette: tuple[str, ...]
    """Its colours, six hexadecimal digits each."""
    rows: tuple[str, ...]
    """The pixels of each row: the number of a colour in the palette, two hexadecimal digits each."""
    cell: tuple[int, int] = HALVES
    """The pixels (across, down) of a cell."""
    number: int = 0
    """The number under which the terminal draws it; 0: it is drawn in halves of cells."""

    @property
    def columns(self) -> int:
        return self.width // self.cell[0]

    @property
    def lines(self) -> int:
        return len(self.rows) // self.cell[1]

    @property
    def is_sound(self) -> bool:
        """True where each part is what it should be: the picture comes from a process that is not trusted."""
        across, down = self.cell
        return (
            min(self.width, len(self.rows), across, down) > 0 and self.number == 0
            and self.width % across == 0 and len(self.rows) % down == 0
            and 0 < len(self.palette) <= _MOST_COLOURS
            and all(re.fullmatch("[0-9a-f]{6}", colour) for colour in self.palette)
            and all(map(re.compile(f"[0-9a-f]{{{2 * self.width}}}").fullmatch, self.rows))
            and max(max(bytes.fromhex(row)) for row in self.rows) < len(self.palette)
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PictureRoom:
    """The room that a picture has, and how the terminal draws it there."""

    columns: int
    """At most so many cells across."""
    lines: int
    under: str
    """The colour under what is transparent, as `#102030`."""
    cell: tuple[int, int] = HALVES
    """The pixels (across, down) of a cell."""
    colours: int = 256
