"""The pictures that the terminal draws: cells of the frame stand for their parts, and are drawn as it takes them."""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.render.picture_cells import MOST_CELLS, MOST_NUMBERS, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newstui.domain.picture import Picture
    from newstui.domain.settings import PictureKind

PICTURE_PEN = 16 + os.getpid() % 240
"""The colour of the cells, a number of 256: with the number of a picture it says to kitty which one stands there.

It is another one in each window that draws to the same terminal.
"""
_MOST_STRIPS = 500


class TerminalPictures:
    """The pictures that may be on the screen now, by their numbers."""

    def __init__(self) -> None:
        self.kind: PictureKind = "blocks"
        self._pictures: dict[int, Picture] = {}
        self._last = 0
        self._sent: set[int] = set()
        """Pictures that kitty has."""
        self._strips: OrderedDict[tuple[int, int, int, int], str] = OrderedDict()
        self._was_drawn = False

    def add(self, picture: Picture, kind: PictureKind) -> Picture:
        """Returns a picture with the number under which it is drawn from now on. Any thread may call it."""
        if max(picture.columns, picture.lines) > MOST_CELLS:
            return picture
        self.kind = kind
        self._last = self._last % MOST_NUMBERS + 1
        numbered = self._pictures[self._last] = replace(picture, number=self._last)
        if kind == "sixel":  # what takes long is done here
            for line in range(picture.lines):
                self._strip(numbered, line, 0, picture.columns)
        return numbered

    @property
    def scroll_with_text(self) -> bool:
        """True where lines with pictures may be moved as others are."""
        return self.kind == "kitty" or not self._pictures

    def drop(self, pictures: Iterable[Picture]) -> str:
        """Forgets pictures, and returns what has the terminal forget them."""
        dropped = ""
        for picture in pictures:
            self._pictures.pop(picture.number, None)
            if picture.number in self._sent:
                self._sent.remove(picture.number)
                dropped += self._forgotten(picture.number)
        if not self._pictures:
            self._strips.clear()
        return dropped

    def ended(self) -> str:
        """Returns what leaves nothing of them in the terminal; those that are drawn later are sent again."""
        left = "".join(map(self._forgotten, sorted(self._sent)))
        if self._was_drawn:
            left += "\x1b[2J"
        self._sent.clear()
        self._was_drawn = False
        return left

    def drawn(self, cells: Sequence[str]) -> str:
        """Returns what draws cells that lie side by side, at the cursor. What is not known any more is blank."""
        written, at = "", 0
        while at < len(cells):
            number, line, column = place_of(cells[at])
            end = at + 1
            while end < len(cells) and place_of(cells[end]) == (number, line, column + end - at):
                end += 1
            written += self._run(cells[at:end], number, line, column, end - at)
            at = end
        return written

    def _run(self, cells: Sequence[str], number: int, line: int, column: int, length: int) -> str:
        picture = self._pictures.get(number)
        if picture is None:
            return " " * length
        if self.kind == "kitty":
            return self._sent_first(picture) + "".join(cells)
        self._was_drawn = True
        # The place is blank before. Where the cursor is after a picture, terminals do not agree.
        return f"\x1b[{length}X\x1b7{self._strip(picture, line, column, column + length)}\x1b8\x1b[{length}C"

    def _sent_first(self, picture: Picture) -> str:
        if picture.number in self._sent:
            return ""
        from newstui.ui.terminal.picture_protocols import kitty

        self._sent.add(picture.number)
        return _handed_on(kitty(picture, _of_kitty(picture.number)))

    def _forgotten(self, number: int) -> str:
        from newstui.ui.terminal.picture_protocols import kitty_forgotten

        return _handed_on(kitty_forgotten(_of_kitty(number)))

    def _strip(self, picture: Picture, line: int, start: int, end: int) -> str:
        from newstui.ui.terminal.picture_protocols import iterm2, sixel

        key = (picture.number, line, start, end)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = (sixel if self.kind == "sixel" else iterm2)(picture, line, start, end)
            if len(self._strips) > _MOST_STRIPS:
                self._strips.popitem(last=False)
        return strip


def _of_kitty(number: int) -> int:
    """Returns kitty's number of a picture: its marks say the first byte, its colour the last."""
    return number << 24 | PICTURE_PEN


def _handed_on(sequences: str) -> str:
    """Returns sequences of kitty's as they reach the terminal, also through tmux."""
    if "TMUX" not in os.environ:
        return sequences
    from newstui.ui.terminal.picture_answers import through_tmux

    return "".join(through_tmux(f"{each}\x1b\\") for each in sequences.split("\x1b\\") if each)
