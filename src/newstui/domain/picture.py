"""A picture as a terminal draws it: small enough for a column of text."""

from __future__ import annotations

import re
from dataclasses import dataclass

LEAD = ""
"""The name of the lead image among the pictures of an article; others are named as they stand in its text."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in pixels, two of which stand above each other in a cell."""

    width: int
    rows: tuple[str, ...]
    """The pixels of each row, six hexadecimal digits each; an even number of rows."""

    @property
    def is_sound(self) -> bool:
        """True where each row is what it should be: the picture comes from a process that is not trusted."""
        pixels = re.compile(f"[0-9a-f]{{{6 * self.width}}}")
        return self.width > 0 and len(self.rows) % 2 == 0 and all(pixels.fullmatch(row) for row in self.rows)
