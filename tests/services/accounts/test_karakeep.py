"""Karakeep: archived is read, favourited is bookmarked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.services.accounts.saved_rounds import can_hold, go_both_ways

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.desk import Desk


def test_pages_come_here_and_marks_go_both_ways(desk: Callable[[], Desk]) -> None:
    go_both_ways(desk(), "karakeep")


def test_what_it_holds() -> None:
    assert can_hold("karakeep", "tag:Two words")
    assert not can_hold("karakeep", "note")
