"""Cells of pictures: each is one cell wide, stays whole when it is cut, and says which part it stands for."""

from __future__ import annotations

from rich.cells import cell_len

from newstui.render.picture_cells import MOST_CELLS, MOST_NUMBERS, picture_cells, place_of


def test_a_cell_says_which_part_of_which_picture_it_is() -> None:
    cells = picture_cells(MOST_NUMBERS, MOST_CELLS - 1, MOST_CELLS)
    assert cell_len(cells) == MOST_CELLS
    places = [place_of(cells[at : at + 4]) for at in range(0, len(cells), 4)]
    assert places == [(MOST_NUMBERS, MOST_CELLS - 1, column) for column in range(MOST_CELLS)]


def test_the_marks_are_those_of_kitty() -> None:
    assert picture_cells(2, 0, 2) == "\U0010eeee\u0305\u0305\u030e\U0010eeee\u0305\u030d\u030e"
