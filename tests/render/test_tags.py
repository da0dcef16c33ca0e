"""Tags beside each other, each in its colour."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.render.tags import tag_colour, tag_lines
from tests.render.texts import TEXTS, WIDTHS, fit


def test_a_line_ends_between_tags() -> None:
    lines = tag_lines(("sea", "food", "drink"), 12)
    assert [line.text for line in lines] == ["#sea  #food", "#drink"]
    assert [line.text for line in tag_lines(("a tag of many words", "sea"), 12)] == ["#a tag of", "many words", "#sea"]
    assert tag_lines((), 12) == []


def test_a_tag_has_one_colour_however_it_is_written() -> None:
    assert tag_colour("Énergie") == tag_colour("energie")
    assert len({tag_colour(str(number)) for number in range(50)}) == 5


@given(st.lists(TEXTS, max_size=5), WIDTHS)
def test_no_line_is_wider_than_the_column(tags: list[str], width: int) -> None:
    assert fit(tag_lines(tags, width), max(width, 2))
