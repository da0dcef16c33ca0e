"""The geometry of a list of headlines, against a list that is written out line by line."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.search.listing import Listing
from newstui.ui.widgets.list_geometry import ListGeometry


def geometry(days: list[int], height: int = 2) -> ListGeometry:
    """Returns a list with so many headlines on each day."""
    starts = [sum(days[:index]) for index in range(len(days))]
    rows = array("q", range(sum(days)))
    return ListGeometry(Listing(rows, array("q", starts), array("q", range(len(days)))), height)


def written_out(days: list[int], height: int) -> list[tuple[int, int]]:
    """Returns (index, line of the headline) for each line of the page; -1 is the day, -2 the blank line above it."""
    lines: list[tuple[int, int]] = []
    index = 0
    for day, number in enumerate(days):
        lines += [(index, -2), (index, -1)] if day else [(index, -1)]
        for _ in range(number):
            lines += [(index, line) for line in range(height)]
            index += 1
    return lines


@given(st.lists(st.integers(1, 6), min_size=1, max_size=6), st.sampled_from([2, 4]))
def test_each_line_belongs_to_the_headline_that_is_drawn_on_it(days: list[int], height: int) -> None:
    shown = geometry(days, height)
    lines = written_out(days, height)
    assert [shown.at(line) for line in range(len(lines))] == lines
    assert [shown.top(index) for index in range(sum(days))] == [
        line for line, (_, offset) in enumerate(lines) if offset == 0
    ]


def test_a_list_without_days_has_headlines_alone() -> None:
    shown = ListGeometry(Listing(array("q", range(3))), 2)
    assert [shown.top(index) for index in range(3)] == [0, 2, 4]
    assert shown.at(3) == (1, 1)


@pytest.mark.parametrize(
    ("index", "scroll", "expected"),
    [(0, 5, 0), (1, 0, 0), (1, 5, 3), (2, 9, 5), (4, 0, 5), (4, 5, 5)],
    ids=["with its day", "in view", "above", "with the blank line and the day", "below", "just in view"],
)
def test_the_list_scrolls_no_further_than_a_headline_needs(index: int, scroll: int, expected: int) -> None:
    shown = geometry([2, 3])  # tops: 1, 3, 7, 9, 11
    assert shown.scroll_to_show(index, scroll, 8) == expected


@pytest.mark.parametrize(("index", "down", "expected"), [(1, True, 0), (40, True, 79), (40, False, 75)])
def test_a_far_headline_is_shown_with_room_beyond_it(index: int, down: bool, expected: int) -> None:
    assert geometry([50]).scroll_far(index, 0, 8, down=down) == expected
