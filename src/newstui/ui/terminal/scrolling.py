"""Finding out that lines of the screen moved up or down: then the terminal moves them, and they need not be written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newstui.ui.terminal.cells import Row

_FEWEST = 4
"""Lines that moved, at least, before anything is moved for them."""


class Scroll(NamedTuple):
    """A move of the lines from `top` to `bottom`, both included: up by so many lines, or down where negative."""

    top: int
    bottom: int
    lines: int

    def applied(self, rows: Sequence[Row], new: Row) -> list[Row]:
        """Returns the rows after the move; `new` comes in where nothing is."""
        part = list(rows[self.top : self.bottom + 1])
        empty = [new] * abs(self.lines)
        part = [*part[self.lines :], *empty] if self.lines > 0 else [*empty, *part[: self.lines]]
        return [*rows[: self.top], *part, *rows[self.bottom + 1 :]]

    def sequence(self) -> str:
        """Returns what has the terminal do it. The terminal's pen must be the plain one."""
        kind = "M" if self.lines > 0 else "L"
        return f"\x1b[{self.top + 1};{self.bottom + 1}r\x1b[{self.top + 1};1H\x1b[{abs(self.lines)}{kind}\x1b[r"


def found_scroll(before: Sequence[Row], after: Sequence[Row], changed: Collection[int]) -> Scroll | None:
    """Returns the move that most of the changed lines made; None where too few did.

    The last cell of a line does not count: there the scrollbar is.
    """
    if len(changed) < _FEWEST:
        return None
    places: dict[object, int] = {}
    for y in changed:
        line = _without_last(before[y])
        places[line] = -1 if line in places else y  # a line that is there twice, as blank ones are, says nothing
    moves: dict[int, int] = {}
    for y in changed:
        was = places.get(_without_last(after[y]), -1)
        if was >= 0:
            moves[y] = was - y
    if not moves:
        return None
    lines, count = Counter(moves.values()).most_common(1)[0]
    if not lines or count < _FEWEST:
        return None
    moved = [y for y, by in moves.items() if by == lines]
    first, last = min(moved), max(moved)
    return Scroll(min(first, first + lines), max(last, last + lines), lines)


def _without_last(row: Row) -> tuple[object, str]:
    """Returns what a line shows but in its last cell; lines of a picture differ in nothing but their colours."""
    return row.text[:-1], row.pens[:-1]
