"""Paragraphs that are written from right to left: aligned right, with what stands beside them."""

from __future__ import annotations

from rich.cells import cell_len

from newstui.render.direction import is_right_to_left
from tests.render.markup import lines

ARABIC = "مرحبا بالعالم"


def test_the_first_letter_tells_the_direction() -> None:
    assert is_right_to_left(f"12. “{ARABIC}” in English")
    assert is_right_to_left("שלום")
    assert not is_right_to_left(f"The word {ARABIC}")
    assert not is_right_to_left("12 – 字")


def test_paragraphs_headings_and_items_are_aligned_right_and_others_are_not() -> None:
    markdown = f"# {ARABIC}\n\n{ARABIC * 3}\n\nleft\n\n> {ARABIC}\n\n1. {ARABIC}\n2. left"
    page = lines(markdown, 30)
    right = [line for line in page if ARABIC in line]
    assert all(cell_len(line) == 30 for line in right)
    assert all(line.endswith(("ا", "م", " │", " 1.")) for line in right)
    assert [line for line in page if "left" in line] == ["left", "2. left"]


def test_cells_are_aligned_right_where_the_table_does_not_say_otherwise() -> None:
    assert lines(f"| {ARABIC} | a |\n|---|:--|\n| سلام | b |", 40)[3].startswith("│  ")
