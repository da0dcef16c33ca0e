"""Pictures in the frame: whatever is drawn over them or moves them, a terminal is sent what belongs there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newstui.domain.picture import Picture
from newstui.render.picture_cells import picture_cells
from newstui.ui.terminal.frame import Frame
from newstui.ui.terminal.pens import DRAWN, OF_PICTURE
from newstui.ui.terminal.pictures import PICTURE_PEN
from tests.terminal.drawn_pictures import Kitty, sixel_pixels
from tests.ui.terminal.test_frame import ALL, HEIGHT, WIDTH, whole, written

if TYPE_CHECKING:
    from newstui.domain.settings import PictureKind

OF_CELLS = Style(meta={OF_PICTURE: DRAWN})
COLUMNS = 30
PICTURE = Picture(4 * COLUMNS, ("ff0000", "0000ff"), ("0001" * 2 * COLUMNS,) * 24, (4, 6))
_STRIP = re.compile(r"\x1bP[^\x1b]*\x1b\\")


@pytest.fixture(autouse=True)
def _no_tmux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMUX", raising=False)


def page(number: int, top: int, over: str = "") -> list[Strip]:
    """Returns a page with the picture from line `top` on, and something over its second line."""
    lines = [Strip([Segment(f"line {y - top} of a text".ljust(WIDTH))], WIDTH) for y in range(HEIGHT)]
    for line in range(4):
        cells = picture_cells(number, line, COLUMNS)
        if line == 1 and over:
            cells = cells[:4] + over + cells[4 * (1 + len(over)) :]
        parts = [Segment(part, OF_CELLS if part > "z" else None) for part in re.split(r"([a-z]+)", cells) if part]
        lines[top + line] = Strip([Segment("  "), *parts]).adjust_cell_length(WIDTH)
    return lines


def shown(kind: PictureKind) -> tuple[Frame, int, str]:
    frame = Frame(ALL)
    number = frame.pictures.add(PICTURE, kind).number
    return frame, number, written(frame, whole(page(number, 3)))


def test_kitty_is_sent_a_picture_once_and_its_cells_move_as_text_does() -> None:
    frame, number, first = shown("kitty")
    assert Kitty(first.encode()).sent == [number << 24 | PICTURE_PEN]
    assert f"\x1b[38;5;{PICTURE_PEN}m{picture_cells(number, 1, COLUMNS)}" in first
    moved = written(frame, whole(page(number, 2)))
    assert "\x1b_G" not in moved and picture_cells(number, 0, 1) not in moved and "\x1b[1M" in moved
    over = written(frame, whole(page(number, 2, "xx")))
    assert "xx" in over and picture_cells(number, 1, 1)[0] not in over
    back = written(frame, whole(page(number, 2)))
    assert picture_cells(number, 1, COLUMNS)[4:12] in back and back.count(picture_cells(number, 0, 1)[0]) == 2


def test_kitty_forgets_what_is_not_shown_any_more_and_everything_at_the_end() -> None:
    frame, number, sent = shown("kitty")
    other = frame.pictures.add(PICTURE, "kitty")
    sent += written(frame, whole(page(other.number, 5)))
    assert len(Kitty(sent.encode()).pictures) == 2
    sent += frame.pictures.drop([PICTURE, Picture(1, (), (), number=number)])
    assert [*Kitty(sent.encode()).pictures] == [other.number << 24 | PICTURE_PEN]
    sent += frame.pictures.ended()
    assert Kitty(sent.encode()).pictures == {}
    frame.forget()
    assert len(Kitty(written(frame, whole(page(other.number, 5))).encode()).pictures) == 1  # as after Ctrl+Z
    frame.forget()
    assert Kitty(written(frame, whole(page(number, 5))).encode()).pictures == {}  # it is gone: its place is blank


def test_sixel_draws_each_line_where_it_stands_and_again_what_was_drawn_over() -> None:
    frame, number, first = shown("sixel")
    assert len(_STRIP.findall(first)) == 4
    assert {len(row) for strip in _STRIP.findall(first) for row in sixel_pixels(strip)} == {4 * COLUMNS}
    moved = written(frame, whole(page(number, 2)))
    assert "\x1b[1M" not in moved and len(_STRIP.findall(moved)) == 4
    over = written(frame, whole(page(number, 2, "xx")))
    assert "xx" in over and not _STRIP.findall(over)
    (back,) = _STRIP.findall(written(frame, whole(page(number, 2))))
    assert len(sixel_pixels(back)[0]) == 8
    assert frame.pictures.ended() == "\x1b[2J" and frame.pictures.ended() == ""


def test_iterm2_draws_each_line_where_it_stands() -> None:
    _, _, first = shown("iterm2")
    assert first.count("\x1b]1337;File=") == 4 and first.count(f"width={COLUMNS};height=1") == 4


def test_through_tmux_every_piece_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    frame, _, first = shown("kitty")
    assert first.count("\x1bPtmux;\x1b\x1b_G") == first.count("_G") == 1
    assert frame.pictures.ended().startswith("\x1bPtmux;\x1b\x1b_Ga=d")


def test_a_picture_with_more_cells_than_can_be_named_is_drawn_in_half_blocks() -> None:
    wide = Picture(300, ("ff0000",), ("00" * 300,), (1, 1))
    assert Frame(ALL).pictures.add(wide, "kitty").number == 0
