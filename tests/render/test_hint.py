"""The line below the field points at a mistake, or names the ways to go on, as many as fit."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from newstui.render.hint import completion_line, error_line, hint_line


def test_a_mistake_is_marked_under_its_character() -> None:
    assert error_line("no such field", 7, 40).text == "       ^ no such field"
    assert error_line("no such field", 36, 40).text == " " * 22 + "no such field ^"


def test_the_ways_to_go_on_stand_side_by_side() -> None:
    ways = [("source:", "a part of the name"), ("sort:", ""), ("so:", "x" * 50)]
    line = completion_line(ways, 1, 60)
    assert line.text == " source: a part of the name  sort:  so:  "
    assert [span.text for span in line.spans if span.role == "notice"] == ["sort:"]


@pytest.mark.parametrize("width", [1, 2, 10, 30])
@pytest.mark.parametrize("column", [0, 5, 500, -3])
def test_nothing_is_wider_than_the_screen(width: int, column: int) -> None:
    lines = error_line("it is wrong here", column, width), hint_line("words of the title", width)
    assert max(cell_len(line.text) for line in lines) <= width
