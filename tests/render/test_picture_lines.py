"""A picture in lines of half blocks, alone and in a text."""

from __future__ import annotations

from newstui.domain.picture import Picture
from newstui.render.picture_cells import PLACEHOLDER_ROLE, picture_cells
from newstui.render.picture_lines import picture_lines
from newstui.render.typeset import typeset

R, G, B = "ff0000", "00ff00", "0000ff"
PICTURE = Picture(4, (R, G, B), ("00" * 4, "01" * 4, "00000202", "01010202"))
DRAWN = Picture(4, (R,), ("00" * 4,) * 4, (2, 2), number=7)


def test_two_pixels_stand_in_each_cell_and_neighbours_that_are_alike_in_one_span() -> None:
    lines = [[(span.text, span.role) for span in line.spans] for line in picture_lines(PICTURE, 10)]
    assert lines == [[("▀▀▀▀", f"#{R}#{G}")], [("▀▀", f"#{R}#{G}"), ("▀▀", f"#{B}#{B}")]]


def test_in_a_narrow_place_a_picture_is_smaller() -> None:
    lines = [*picture_lines(PICTURE, 2)]
    assert [sum(len(span.text) for span in line.spans) for line in lines] == [2]
    assert [len([*picture_lines(PICTURE, width)]) for width in (1, 3)] == [1, 2]


def test_a_picture_stands_above_its_description_within_what_is_around_it() -> None:
    markdown = 'Text.\n\n> ![A map](a.png "In 1871")'
    plain = typeset(markdown, 20)
    drawn = typeset(markdown, 20, pictures={"a.png": PICTURE})
    assert plain.pictures == drawn.pictures == ("a.png",)
    assert [line.text for line in drawn.lines] == [
        "Text.", "", "│ ▀▀▀▀", "│ ▀▀▀▀", "│ ▣ A map", "│ └ In 1871",
    ]  # fmt: skip
    assert drawn.characters == plain.characters


def test_a_picture_that_the_terminal_draws_takes_a_cell_for_each_of_its_parts() -> None:
    lines = [[(span.text, span.role) for span in line.spans] for line in picture_lines(DRAWN, 10)]
    assert lines == [[(picture_cells(7, line, 2), PLACEHOLDER_ROLE)] for line in (0, 1)]


def test_where_it_does_not_fit_it_is_drawn_in_half_blocks() -> None:
    lines = [[(span.text, span.role) for span in line.spans] for line in picture_lines(DRAWN, 1)]
    assert lines == [[("▀", f"#{R}#{R}")]]
