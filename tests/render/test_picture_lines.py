"""A picture in lines of half blocks, alone and in a text."""

from __future__ import annotations

from newstui.domain.picture import Picture
from newstui.render.picture_lines import picture_lines
from newstui.render.typeset import typeset

R, G, B = "ff0000", "00ff00", "0000ff"
PICTURE = Picture(4, (R * 4, G * 4, R * 2 + B * 2, G * 2 + B * 2))


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
