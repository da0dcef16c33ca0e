"""The frame: what the terminal shows now, cell by cell. Of each update only the cells that differ are written.

Textual writes whole widgets. This hangs on App._display, which is private: textual is pinned below 9.
"""

from __future__ import annotations

import re
from operator import ne, or_
from typing import TYPE_CHECKING, Any

from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate

from newstui.ui.terminal.cells import UNKNOWN, CellMaker, Row, is_even, is_of_picture, is_sure, spliced, unknown_row
from newstui.ui.terminal.pens import PLAIN, Pens
from newstui.ui.terminal.pictures import TerminalPictures
from newstui.ui.terminal.scrolling import found_scroll

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.color_triplet import ColorTriplet
    from rich.console import Console, RenderableType
    from textual.strip import Strip

    from newstui.ui.terminal.abilities import Abilities

_STRETCHES = re.compile(rb"[^\x00](?:\x00{0,5}[^\x00])*")
"""Cells that differ; up to five that do not are written with them, because a move of the cursor costs as much."""
_LONG_BLANK = 12
_CLEAR = "\x1b[2J"
_NOTHING: tuple[Strip | None, int] = (None, -1)
_SCROLL_CELLS = 40
"""A scroll costs as much as so many cells."""


class Frame:
    """The screen of a terminal."""

    def __init__(self, abilities: Abilities) -> None:
        self._abilities = abilities
        self.pictures = TerminalPictures()
        """The pictures that the terminal itself draws."""
        self._rows: list[Row] = []
        self._is_known = False
        self._clears = False
        """True where the next update begins with an empty screen."""
        self._parts: list[dict[int, tuple[Strip, int]]] = []
        """For each line, column → what was put there, and where that ends: what is drawn again is known at once."""
        self._pens = Pens(ColorSystem.TRUECOLOR)
        self._makers: dict[ColorSystem, CellMaker] = {}
        self._background: ColorTriplet | None = None

    def forget(self, *, clears: bool = False) -> None:
        """Has everything written again: something else may have written to the terminal. Any thread may call it.

        clears: the terminal forgets what it shows first, whatever its cells hold.
        """
        self._is_known = False
        self._clears |= clears

    @property
    def background(self) -> ColorTriplet | None:
        """The terminal's own background; None where it is not known."""
        return self._background

    @background.setter
    def background(self, colour: ColorTriplet) -> None:
        self._background = colour
        self._makers.clear()
        self.forget()

    def update(self, drawn: RenderableType | None) -> Any:
        """Returns what writes of an update only what differs."""
        if isinstance(drawn, (LayoutUpdate, ChopsUpdate)):
            return _Difference(self, drawn)
        if drawn is not None:
            self.forget()
        return drawn

    def difference(self, drawn: LayoutUpdate | ChopsUpdate, console: Console) -> str:
        """Returns what the terminal must be sent to show an update, and takes it for shown."""
        width, height = _size(drawn)
        cells = self._maker(console).cells
        if not self._is_known or len(self._rows) != height or len(self._rows[0].pens) != width:
            self._rows = [unknown_row(width)] * height
            self._parts = [{} for _ in range(height)]
            self._is_known = True
        before, rows = self._rows, self._drawn_over(drawn, cells)
        writer = _Writer(self._pens, self._abilities, self.pictures)
        if self._clears:
            writer.put(_CLEAR)
            self._clears = False
        changed = [y for y in range(height) if rows[y] is not before[y] and rows[y] != before[y]]
        can_scroll = self._abilities.scrolls and self.pictures.scroll_with_text
        if can_scroll and (scroll := found_scroll(before, rows, changed)):
            moved = scroll.applied(before, unknown_row(width))
            if _differing(moved, rows) + _SCROLL_CELLS < _differing(before, rows):
                writer.put(scroll.sequence())
                before = moved
                changed = [y for y in range(height) if rows[y] != before[y]]
        for y in changed:
            writer.row(y, before[y], rows[y])
        self._rows = rows
        return writer.ended()

    def _drawn_over(self, drawn: LayoutUpdate | ChopsUpdate, cells: Callable[[Strip], Row]) -> list[Row]:
        """Returns the rows with an update drawn over them."""
        rows, parts = list(self._rows), self._parts
        width, height = len(rows[0].pens), len(rows)
        for x, y, strip in _placed(drawn):
            last = parts[y].get(x, _NOTHING) if y < height else _NOTHING
            if last[0] is strip:
                continue
            part = cells(strip)
            end = x + len(part.pens)
            if not (y < height and 0 <= x < end <= width):
                continue
            if last[1] != end:  # the line is divided in another way now
                parts[y] = {at: each for at, each in parts[y].items() if at >= end or each[1] <= x}
            parts[y][x] = (strip, end)
            rows[y] = spliced(rows[y], x, part)
        return rows

    def _maker(self, console: Console) -> CellMaker:
        system = console._color_system or ColorSystem.TRUECOLOR
        if system not in self._makers:
            self._pens = Pens(system, self._background)
            self._makers = {system: CellMaker(self._pens)}
            self._is_known = False
        return self._makers[system]


class _Difference(CompositorUpdate):
    """An update of the screen as what differs from what the terminal shows when it is written."""

    def __init__(self, frame: Frame, drawn: LayoutUpdate | ChopsUpdate) -> None:
        self._frame, self._drawn = frame, drawn

    def render_segments(self, console: Console) -> str:
        return self._frame.difference(self._drawn, console)


class _Writer:
    """Writes cells with as few bytes as it can."""

    def __init__(self, pens: Pens, abilities: Abilities, pictures: TerminalPictures) -> None:
        self._pens, self._abilities, self._pictures = pens, abilities, pictures
        self._written: list[str] = []
        self._pen = PLAIN
        self._cursor = (-1, -1)
        """The line and column where the terminal's cursor is; a column of -1 where that is not sure."""

    def put(self, sequence: str) -> None:
        self._written.append(sequence)

    def ended(self) -> str:
        """Returns everything, and leaves the terminal with the plain pen."""
        self._take(PLAIN)
        return "".join(self._written)

    def row(self, y: int, before: Row, after: Row) -> None:
        """Writes what differs on a line."""
        if is_even(before) and is_even(after):
            mask, text, pens = _mask(before, after), after.text, after.pens
            is_known = UNKNOWN not in pens
            for stretch in _STRETCHES.finditer(mask):
                span = stretch.span()
                for start, end in (span,) if is_known else _known_parts(pens, *span):
                    self._move(y, start)
                    if isinstance(text, str):
                        self._cells(text, pens, start, end)
                    else:
                        self._odd_cells(y, after, start, end)
                    self._cursor = (y, end if end < len(mask) else -1)
        else:
            # A terminal may have another opinion on the width of what is there: nothing behind it is sure.
            for start, end in _known_parts(after.pens, 0, len(after.pens)):
                self._move(y, start)
                self._odd_cells(y, after, start, end)
                self._cursor = (y, -1)

    def _move(self, y: int, x: int) -> None:
        line, column = self._cursor
        if y == line and 0 <= column < x:
            self._written.append(f"\x1b[{x - column}C")
        elif (y, x) != self._cursor:
            self._written.append(f"\x1b[{y + 1};{x + 1}H")
        self._cursor = (y, x)

    def _take(self, pen: str) -> None:
        if pen != self._pen:
            self._written.append(self._pens.change(self._pen, pen))
            self._pen = pen

    def _cells(self, text: str, pens: str, start: int, end: int) -> None:
        right = start
        while right < end:
            left, pen = right, pens[right]
            right = end - len(pens[left:end].lstrip(pen))
            shown = text[left:right]
            if shown.isspace() and not shown.strip(" "):
                if right - left >= _LONG_BLANK and self._abilities.erases and self._pens.is_filled(pen):
                    self._take(pen)
                    self._erase(right - left, is_to_end=right == len(pens))
                    continue
                if self._pens.blank(self._pen) == pen:  # it looks the same with the pen that is taken
                    self._written.append(shown)
                    continue
            self._take(pen)
            self._written.append(shown)

    def _erase(self, count: int, *, is_to_end: bool) -> None:
        self._written.append("\x1b[K" if is_to_end else f"\x1b[{count}X\x1b[{count}C")

    def _odd_cells(self, y: int, row: Row, start: int, end: int) -> None:
        drawn = start
        for x in range(start, end):
            cell = row.text[x]
            if not cell or x < drawn:
                continue
            self._take(row.pens[x])
            if is_of_picture(cell):
                drawn = next((at for at in range(x, end) if not is_of_picture(row.text[at])), end)
                self._written.append(self._pictures.drawn(row.text[x:drawn]))
                continue
            if is_sure(cell):
                self._written.append(cell)
                continue
            width = 1
            while x + width < end and not row.text[x + width]:
                width += 1
            # Whatever width it has there: its place is blank before, and the next cell stands where it belongs.
            self._written.append(f"{' ' * width}\x1b[{x + 1}G{cell}\x1b[{x + width + 1}G")


def _size(drawn: LayoutUpdate | ChopsUpdate) -> tuple[int, int]:
    if isinstance(drawn, LayoutUpdate):
        return drawn.region.right, drawn.region.bottom
    return drawn.chop_ends[0][-1], len(drawn.chops)


def _placed(drawn: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Gives (column, line, strip) for all that an update writes."""
    if isinstance(drawn, LayoutUpdate):
        for y, strips in enumerate(drawn.strips, drawn.region.y):
            x = drawn.region.x
            for strip in strips:
                yield x, y, strip
                x += strip.cell_length
        return
    for y, left, right in drawn.spans:
        for end, (x, chop) in zip(drawn.chop_ends[y], drawn.chops[y].items(), strict=False):
            if chop is not None and x < right and end > left:
                yield x, y, chop


def _mask(before: Row, after: Row) -> bytes:
    """Returns a byte for each cell; it is 0 where nothing differs."""
    width = len(after.pens)
    try:
        differing = _number(before.pens) ^ _number(after.pens)
        if before.text is not after.text:
            differing |= _number(before.text) ^ _number(after.text)
        pairs = differing.to_bytes(2 * width, "little")
    except (AttributeError, OverflowError):  # cells that hold no character of two bytes
        return bytes(map(or_, map(ne, before.text, after.text), map(ne, before.pens, after.pens)))
    return (int.from_bytes(pairs[::2], "little") | int.from_bytes(pairs[1::2], "little")).to_bytes(width, "little")


def _number(text: Any) -> int:
    """Returns a string, two bytes a character, as one number: Python has no faster way to compare each."""
    return int.from_bytes(text.encode("utf-16-le", "surrogatepass"), "little")


def _differing(before: list[Row], after: list[Row]) -> int:
    """Returns the number of cells that differ."""
    return sum(len(new.pens) - _mask(old, new).count(0) for old, new in zip(before, after, strict=True) if old != new)


def _known_parts(pens: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Gives the parts of a stretch of which it is known what they show."""
    while start < end:
        unknown = pens.find(UNKNOWN, start, end)
        if unknown < 0:
            yield start, end
            return
        if unknown > start:
            yield start, unknown
        start = unknown + 1
