"""The screen that a terminal would show: as pyte shows it, but drawn line by line where pyte goes letter by letter.

One rule: it shows what pyte would show, without the colours, which nobody looks at here.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

import pyte
from pyte import modes
from wcwidth import wcwidth

if TYPE_CHECKING:
    from pyte.screens import Char

_ODD = r"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b[_P][^\x1b]*\x1b\\"
"""Sequences that pyte would show as text: the keyboard protocol, questions about modes, pictures."""
_WRITTEN = re.compile(
    rf"(?P<odd>{_ODD})|\x1b\[(?P<style>[0-9;]*)m|\x1b\[(?P<line>[0-9]+);(?P<column>[0-9]+)H"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)|(?P<other>\x1b[^\x1b]*|[\x00-\x1a\x1c-\x1f\x7f-\x9f]+)"
)
_COLOUR = re.compile(r"(?:(?<=;)|^)[34]8;(?:2;[0-9]+;[0-9]+;[0-9]+|5;[0-9]+)")
_LEFT_OUT = "colour"
_CUT = re.compile(rb"\x1b(?:\[[<>=?0-9;$]*|\][^\x07]*|[_P][^\x1b]*\x1b?)?\Z")


class Screen(pyte.Screen):
    """The lines of the screen."""

    def __init__(self, columns: int, lines: int) -> None:
        self._cells: dict[Char, dict[str, Char]] = {}
        self._rendered: dict[int, str] = {}
        self._styles: dict[tuple[Char, str], Char] = {}
        self._decoded = getincrementaldecoder("utf-8")("replace").decode
        super().__init__(columns, lines)
        self._stream = pyte.Stream(self)

    @property
    def display(self) -> list[str]:
        """Reads again only the lines that have changed since the last look."""
        across = range(self.columns)
        for number in self.dirty:
            line = self.buffer[number]
            self._rendered[number] = "".join([line[at].data for at in across])
        self.dirty.clear()
        return [self._rendered[number] for number in range(self.lines)]

    def show(self, raw: bytes) -> int:
        """Shows what was written, up to a sequence that is not complete yet, and returns how many bytes that were."""
        at = raw.rfind(b"\x1b")
        opens = raw.rfind(b"\x1b", 0, at) if raw.endswith(b"\x1b") else -1
        if opens >= 0 and raw[opens + 1 : opens + 2] in (b"_", b"P"):
            at = opens  # the last byte begins the end of a picture
        end = at if at >= 0 and _CUT.match(raw, at) else len(raw)
        for found in _WRITTEN.finditer(self._decoded(raw[:end])):
            if found["text"] is not None:
                self.draw(found["text"])
            elif found["style"] is not None:
                self._style(found["style"])
            elif found["line"] is not None:
                self.cursor_position(int(found["line"]), int(found["column"]))
            elif found["other"] is not None:
                self._stream.feed(found["other"])
        return end

    def draw(self, data: str) -> None:
        """Draws text as pyte does, but without a new cell for each letter: most letters take one cell."""
        at = self.cursor.x
        is_plain = data.isascii() or all(wcwidth(each) == 1 for each in set(data))
        if not is_plain or at + len(data) > self.columns or modes.IRM in self.mode or self.charset:
            self.dirty.update(range(max(self.cursor.y - 1, 0), self.cursor.y))  # an accent may belong to its end
            super().draw(data)
            return
        attributes = self.cursor.attrs
        cells = self._cells.setdefault(attributes, {})
        for letter in set(data).difference(cells):
            cells[letter] = attributes._replace(data=letter)
        self.buffer[self.cursor.y].update(zip(range(at, at + len(data)), map(cells.__getitem__, data), strict=False))
        self.cursor.x = at + len(data)
        self.dirty.add(self.cursor.y)

    def _style(self, numbers: str) -> None:
        known = self._styles.get((self.cursor.attrs, numbers))
        if known is None:
            before = self.cursor.attrs
            left = _COLOUR.sub(_LEFT_OUT, numbers).split(";")
            if kept := [int(number or 0) for number in left if number != _LEFT_OUT]:
                self.select_graphic_rendition(*kept)
            known = self._styles[before, numbers] = self.cursor.attrs
        self.cursor.attrs = known
