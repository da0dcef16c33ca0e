"""The largest screen that is drawn."""

from __future__ import annotations

from newstui.domain.screen_size import MOST_COLUMNS, MOST_LINES, bounded


def test_a_size_is_at_least_one_cell_and_at_most_what_can_be_drawn() -> None:
    assert bounded(120, 40) == (120, 40)
    assert bounded(0, -1) == (1, 1)
    assert bounded(10**8, 10**8) == (MOST_COLUMNS, MOST_LINES)
