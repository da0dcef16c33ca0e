"""Cells that stand for parts of a picture which the terminal itself draws.

They are kitty's placeholders: one character, with marks that say which line and column of which picture it is. So they
are text as all other text is: they scroll with it, are cut with it and drawn over.
"""

from __future__ import annotations

from functools import cache

PLACEHOLDER = "\U0010eeee"
PLACEHOLDER_ROLE = "#"
"""The role of such cells."""
MOST_NUMBERS = 255
MOST_CELLS = 256
"""Cells of a picture, across or down."""
_MARKS = (
    "305 30d-30e 310 312 33d-33f 346 34a-34c 350-352 357 35b 363-36f 483-487 592-595 597-599 59c-5a1 5a8-5a9 5ab-5ac "
    "5af 5c4 610-617 657-65b 65d-65e 6d6-6dc 6df-6e2 6e4 6e7-6e8 6eb-6ec 730 732-733 735-736 73a 73d 73f-741 743 745 "
    "747 749-74a 7eb-7f1 7f3 816-819 81b-823 825-827 829-82d 951 953-954 f82-f83 f86-f87 135d-135f 17dd 193a 1a17 "
    "1a75-1a7c 1b6b 1b6d-1b73 1cd0-1cd2 1cda-1cdb 1ce0 1dc0-1dc1 1dc3-1dc9 1dcb-1dcc 1dd1-1de6 1dfe 20d0-20d1 "
    "20d4-20d7 20db-20dc 20e1 20e7 20e9 20f0 2cef-2cf1 2de0-2dff a66f a67c-a67d a6f0-a6f1 a8e0-a8f1 aab0 aab2-aab3 "
    "aab7-aab8 aabe-aabf aac1 fe20-fe26 10a0f 10a38 1d185-1d189 1d1aa-1d1ad 1d242-1d244"
)
"""The marks that stand for 0, 1, 2 …, as kitty's documentation lists them."""


@cache
def _marks() -> str:
    ranges = [(part.partition("-")[0], part.rpartition("-")[2]) for part in _MARKS.split()]
    return "".join(chr(code) for first, last in ranges for code in range(int(first, 16), int(last, 16) + 1))


def picture_cells(number: int, line: int, columns: int) -> str:
    """Returns the cells of a line of a picture."""
    marks = _marks()
    return "".join(f"{PLACEHOLDER}{marks[line]}{marks[column]}{marks[number]}" for column in range(columns))


@cache
def place_of(cell: str) -> tuple[int, int, int]:
    """Returns (number of the picture, line, column) of a cell."""
    line, column, number = map(_marks().index, cell[1:])
    return number, line, column
