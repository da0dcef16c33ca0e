"""Rows of cells: what a line of the screen shows, in a form that is compared and cut as fast as strings are."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import split_graphemes

from newstui.render.picture_cells import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.segment import Segment
    from rich.style import Style

    from newstui.ui.terminal.pens import Pens

UNKNOWN = "\0"
"""The text of a cell of which nobody knows what it shows, and its pen."""
_NARROW = (
    r"\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e"
    r"\u2070-\u209c\u20a0-\u20bf\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc\u2713\u2717\u2800-\u28ff"
)
_PLAIN_TEXT = f"[{_NARROW}●★☆○◦]*+"
_SURE = (
    rf"[{_NARROW}\u2e80-\u2fd5\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff"
    r"\uac00-\ud7a3\uf900-\ufa6d\uff01-\uff60\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3●★☆○◦]"
)
"""Characters of which every terminal has the same width in mind."""
_LATIN = frozenset(map(chr, {*range(0x20, 0x7F), *range(0xA0, 0x180)} - {0xAD})) | frozenset(
    "–—‘’“”…•●★☆○◦│─▁▂▃▄▅▆▇▌▎▏▕›"
)
"""Characters of plain text that nearly all of it is made of."""
_UNSURE = "⏎"
"""Stands in the line of keys, and is none of them."""
_compiled = cache(re.compile)
"""Patterns are compiled when they are first needed: 3 ms that the first paint does not wait for."""
_MOST_STRIPS = 250
"""Two to three screens: each strip takes 3 KB with what Textual keeps of it."""


class Row(NamedTuple):
    """The cells of a line, or of a part of it."""

    text: str | tuple[str, ...]
    """A string where every character takes one cell; else what each cell shows, "" for the right half of a wide one."""
    pens: str


def unknown_row(width: int) -> Row:
    return Row(UNKNOWN * width, UNKNOWN * width)


def is_sure(cell: str) -> bool:
    """Returns True where every terminal takes this cell for as wide as we do."""
    return cell in _LATIN or (cell != _UNSURE and _compiled(_SURE).fullmatch(cell) is not None)


def _is_plain(text: str) -> bool:
    """Returns True for a text of which each character takes one cell on every terminal."""
    if text.isascii() or _LATIN.issuperset(text):
        return True
    return _UNSURE not in text and _compiled(_PLAIN_TEXT).fullmatch(text) is not None


def _is_mark(character: str) -> bool:
    return (
        character in " ·›…•"
        or "\u2190" <= character <= "\u21ff"
        or "\u2300" <= character <= "\u23ff"
        or "\u2500" <= character <= "\u27bf"
    )


def is_of_picture(cell: str) -> bool:
    """Returns True for a cell that stands for a part of a picture."""
    return cell[:1] == PLACEHOLDER


def is_even(row: Row) -> bool:
    """Returns True where every terminal takes each cell for one: any of them can be written alone."""
    return isinstance(row.text, str) or all(
        is_of_picture(cell) or (cell > UNKNOWN and _is_plain(cell)) for cell in row.text
    )


def spliced(row: Row, at: int, part: Row) -> Row:
    """Returns a row with a part of it replaced."""
    width, end = len(row.pens), at + len(part.pens)
    if at == 0 and end == width:
        return part
    pens = row.pens[:at] + part.pens + row.pens[end:]
    if isinstance(row.text, str) and isinstance(part.text, str):
        return Row(row.text[:at] + part.text + row.text[end:], pens)
    cells = [*row.text[:at], *part.text, *row.text[end:]]
    joined = "".join(cells)
    if len(joined) == width and _is_plain(joined):
        return Row(joined, pens)
    # Half of a wide character was replaced: what the terminal makes of its other half is not known.
    if end < width and not row.text[end]:
        cells[end], pens = UNKNOWN, f"{pens[:end]}{UNKNOWN}{pens[end + 1 :]}"
    if at > 0 and not row.text[at]:
        cells[at - 1], pens = UNKNOWN, f"{pens[: at - 1]}{UNKNOWN}{pens[at:]}"
    return Row(tuple(cells), pens)


class CellMaker:
    """Makes cells of strips, and keeps them as long as the strips are drawn again and again."""

    def __init__(self, pens: Pens) -> None:
        self._pens = pens
        self._known: dict[int, tuple[object, Row]] = {}
        self._before: dict[int, tuple[object, Row]] = {}
        """Those known before `_known` was full: what is drawn again comes over."""

    def cells(self, strip: Iterable[Segment]) -> Row:
        known = self._known.get(id(strip))
        if known is None or known[0] is not strip:
            if len(self._known) > _MOST_STRIPS:
                self._before, self._known = self._known, {}
            known = self._before.get(id(strip))
            if known is None or known[0] is not strip:
                known = (strip, self._made(strip))
            self._known[id(strip)] = known
        return known[1]

    def _made(self, strip: Iterable[Segment]) -> Row:
        texts: list[str] = []
        cells: list[str] = []
        pens: list[str] = []
        for text, style, control in strip:
            if not text or control:
                continue
            if _is_plain(text):
                pens.append(self._pens_of(text, style))
                texts.append(text)
                if cells:
                    cells.extend(text)
                continue
            if not cells:
                cells.extend("".join(texts))
            wide = _wide_cells(text)
            cells.extend(wide)
            pens.append(self._pens.of(style) * len(wide))
        return Row(tuple(cells) if cells else "".join(texts), "".join(pens))

    def _pens_of(self, text: str, style: Style | None) -> str:
        """Returns the pens of a text; those of blanks at its ends say nothing but their background."""
        pen = self._pens.of(style, is_mark=not text.isascii() and all(map(_is_mark, text)))
        length = len(text)
        if text[0] != " " and text[-1] != " ":
            return pen * length
        blank = self._pens.blank(pen)
        left = length - len(text.lstrip(" "))
        if left == length:
            return blank * length
        right = length - len(text.rstrip(" "))
        return blank * left + pen * (length - left - right) + blank * right


def _wide_cells(text: str) -> list[str]:
    cells: list[str] = []
    for start, end, width in split_graphemes(text)[0]:
        if width == 0:
            if cells:
                cells[-1 if cells[-1] else -2] += text[start:end]
        else:
            cells.append(text[start:end])
            cells.extend([""] * (width - 1))
    return cells
