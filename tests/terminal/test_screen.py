"""The screen of these tests is what pyte shows, however what was written is cut into pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyte
from hypothesis import given
from hypothesis import strategies as st

from tests.terminal.screen import Screen

if TYPE_CHECKING:
    from pyte.screens import Char

COLUMNS, LINES = 12, 4
WRITTEN = st.one_of(
    st.text("ab │●…霧e\u0301", min_size=1, max_size=16),
    st.builds("\x1b[{};{}H".format, st.integers(1, LINES), st.integers(1, COLUMNS)),
    st.sampled_from(["0", "", "1", "7", "4;1", "0;7", ";1", "1;24;27"]).map("\x1b[{}m".format),
    st.sampled_from(
        ["\r\n", "\n", "\b", "\t", "\x1b[2J", "\x1b[K", "\x1b[?25l", "\x1b[2L", "\x1b[P", "\x1b[4h", "\x1b[4l"]
    ),
    st.sampled_from(["\x1b]0;a title\x07", "\x1b]8;;https://e.org/\x1b\\", "\x1b7", "\x1b8", "\x1bM"]),
)


@given(st.lists(WRITTEN, max_size=30), st.data())
def test_it_shows_what_pyte_shows(pieces: list[str], data: st.DataObject) -> None:
    raw = "".join(pieces).encode()
    whole = pyte.Screen(COLUMNS, LINES)
    pyte.ByteStream(whole).feed(raw)
    screen, shown = Screen(COLUMNS, LINES), 0
    for cut in sorted(data.draw(st.lists(st.integers(0, len(raw)), max_size=6))):
        shown += screen.show(raw[shown:cut])
        assert len(screen.display) == LINES
    assert shown + screen.show(raw[shown:]) == len(raw)
    assert cells(screen) == cells(whole)
    assert screen.display == ["".join(cell.data for cell in line) for line in cells(whole)]
    assert where_it_draws(screen) == where_it_draws(whole)


def cells(screen: pyte.Screen) -> list[list[Char]]:
    return [[screen.buffer[line][at] for at in range(COLUMNS)] for line in range(LINES)]


def where_it_draws(screen: pyte.Screen) -> tuple[int, int, Char]:
    return screen.cursor.x, screen.cursor.y, screen.cursor.attrs


@given(st.lists(st.sampled_from(["38;2;1;2;3", "48;5;17", "1", "0", "7", "24"]), min_size=1))
def test_a_colour_is_left_out_and_all_else_of_a_style_kept(numbers: list[str]) -> None:
    coloured, plain = Screen(1, 1), Screen(1, 1)
    coloured.show(f"\x1b[{';'.join(numbers)}mx".encode())
    if kept := [number for number in numbers if "8;" not in number]:
        plain.show(f"\x1b[{';'.join(kept)}m".encode())
    plain.show(b"x")
    assert coloured.buffer[0][0] == plain.buffer[0][0]


def test_questions_to_a_terminal_and_its_modes_are_not_shown() -> None:
    screen = Screen(COLUMNS, LINES)
    screen.show(b"\x1b[?2026$p\x1b[>1ua\x1b[<u")
    assert screen.display[0].rstrip() == "a"
