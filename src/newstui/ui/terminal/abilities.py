"""The abilities of the terminal beyond writing text, as its description (terminfo) says."""

from __future__ import annotations

from typing import NamedTuple

_REGION = b"\x1b[%i%p1%d;%p2%dr"
_DELETE_LINES, _INSERT_LINES = b"\x1b[%p1%dM", b"\x1b[%p1%dL"
_ERASE_LINE, _ERASE_CELLS = b"\x1b[K", b"\x1b[%p1%dX"


class Abilities(NamedTuple):
    """The things that may be asked of a terminal."""

    erases: bool = False
    """It fills cells with the background colour that is set."""
    scrolls: bool = False
    """It moves some lines up or down, and leaves the others."""


def abilities_of(name: str) -> Abilities:
    """Returns what a terminal of this name (TERM) can do; nothing where it is not described on this machine."""
    try:
        import _curses as curses  # the package would also import what only programs with windows of curses need
    except ImportError:
        return Abilities()
    try:
        curses.setupterm(name, 1)
        return Abilities(
            erases=curses.tigetflag("bce") > 0
            and curses.tigetstr("el") == _ERASE_LINE
            and curses.tigetstr("ech") == _ERASE_CELLS,
            scrolls=curses.tigetstr("csr") == _REGION
            and curses.tigetstr("dl") == _DELETE_LINES
            and curses.tigetstr("il") == _INSERT_LINES,
        )
    except curses.error:
        return Abilities()
