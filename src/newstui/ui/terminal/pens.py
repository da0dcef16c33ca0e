"""Pens: the styles that a terminal writes with, and the shortest change from one to another.

A pen is one character, so that the pens of a line are a string: two lines are compared as fast as strings are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color

from newstui.ui.terminal.contrast import MARK, TEXT, readable
from newstui.ui.terminal.pictures import PICTURE_PEN

if TYPE_CHECKING:
    from rich.color import ColorSystem
    from rich.color_triplet import ColorTriplet
    from rich.style import Style

OF_PICTURE, DRAWN, HALVES = "picture", "drawn", "halves"
"""Said in the meta data of a style of which no colour may be changed, and how the picture is drawn."""
PLAIN = "\x01"
"""The pen of a terminal that was reset."""
_ATTRIBUTES = {
    "bold": ("1", "22"), "dim": ("2", "22"), "italic": ("3", "23"), "underline": ("4", "24"), "blink": ("5", "25"),
    "blink2": ("6", "25"), "reverse": ("7", "27"), "conceal": ("8", "28"), "strike": ("9", "29"),
    "underline2": ("21", "24"), "frame": ("51", "54"), "encircle": ("52", "54"), "overline": ("53", "55"),
}  # fmt: skip
"""Attribute → the numbers that switch it on and off."""
_ON = dict(_ATTRIBUTES.values())
_SEEN_ON_BLANKS = frozenset(("4", "7", "9", "21", "51", "52", "53"))


class _Pen(NamedTuple):
    attributes: frozenset[str] = frozenset()
    """The numbers that switch them on."""
    colour: str = ""
    background: str = ""
    link: str = ""


class Pens:
    """The pens that were used so far with one number of colours."""

    def __init__(self, system: ColorSystem, background: ColorTriplet | None = None) -> None:
        """`background`: the terminal's own, where it is known."""
        self.system, self._background = system, background
        self._pens: list[_Pen] = []
        self._numbers: dict[_Pen, str] = {}
        self._of_styles: dict[tuple[int, bool], tuple[Style, str]] = {}
        """(the style's own number, …) → the style, which keeps its number as long as it is here, and its pen."""
        self._blanks: dict[str, str] = {}
        self._changes: dict[str, str] = {}
        self._number(_Pen())

    def of(self, style: Style | None, *, is_mark: bool = False) -> str:
        """Returns the pen for a style. `is_mark`: what is written is no text but lines, bars or dots."""
        if style is None:
            return PLAIN
        known = self._of_styles.get((id(style), is_mark))
        if known is None:
            known = self._of_styles[id(style), is_mark] = (style, self._number(self._made(style, is_mark=is_mark)))
        return known[1]

    def blank(self, pen: str) -> str:
        """Returns the pen with which a blank looks as it does with this one."""
        blank = self._blanks.get(pen)
        if blank is None:
            full = self._pens[ord(pen) - 1]
            seen = full.attributes & _SEEN_ON_BLANKS
            made = _Pen(seen, full.colour if seen else "", full.background, full.link)
            blank = self._blanks[pen] = self._number(made)
        return blank

    def is_filled(self, pen: str) -> bool:
        """Returns True for a pen whose blanks are nothing but a background."""
        full = self._pens[ord(pen) - 1]
        return not (full.attributes or full.colour or full.link)

    def change(self, before: str, after: str) -> str:
        """Returns what changes the terminal from one pen to another."""
        change = self._changes.get(before + after)
        if change is None:
            change = self._changes[before + after] = _change(self._pens[ord(before) - 1], self._pens[ord(after) - 1])
        return change

    def _number(self, pen: _Pen) -> str:
        number = self._numbers.get(pen)
        if number is None:
            self._pens.append(pen)
            number = self._numbers[pen] = chr(len(self._pens))
        return number

    def _made(self, style: Style, *, is_mark: bool) -> _Pen:
        colour, on = style.color or Color.default(), style.bgcolor or Color.default()
        if (of_picture := style.meta.get(OF_PICTURE)) is not None:
            on = on.downgrade(self.system)
            shown = f"38;5;{PICTURE_PEN}"
            if of_picture == HALVES:
                shown = _codes(colour.downgrade(self.system), is_background=False)
            return _Pen(colour=shown, background=_codes(on, is_background=True))
        colour, on = readable(colour, on, self.system, MARK if is_mark else TEXT, self._background)
        return _Pen(
            frozenset(on for name, (on, _) in _ATTRIBUTES.items() if getattr(style, name)),
            _codes(colour, is_background=False),
            _codes(on, is_background=True),
            style.link or "",
        )


def _codes(colour: Color, *, is_background: bool) -> str:
    return "" if colour.is_default else ";".join(colour.get_ansi_codes(foreground=not is_background))


def _change(before: _Pen, after: _Pen) -> str:
    changed = _numbers_to(before, after)
    anew = ["", *_numbers_to(_Pen(), after)] if before != _Pen() else changed
    numbers = min(";".join(changed), ";".join(anew), key=len)
    link = f"\x1b]8;;{after.link}\x1b\\" if before.link != after.link else ""
    return link + (f"\x1b[{numbers}m" if changed else "")


def _numbers_to(before: _Pen, after: _Pen) -> list[str]:
    """Returns the numbers of the change, without a reset."""
    off = {_ON[on] for on in before.attributes - after.attributes}
    on = {on for on in after.attributes if on not in before.attributes or _ON[on] in off}
    numbers = [*sorted(off, key=int), *sorted(on, key=int)]
    if before.colour != after.colour:
        numbers.append(after.colour or "39")
    if before.background != after.background:
        numbers.append(after.background or "49")
    return numbers
