"""Linkding: no stars, tags of one word, texts from the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.services.accounts.saved_rounds import can_hold, go_both_ways

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.desk import Desk


def test_pages_come_here_and_marks_go_both_ways(desk: Callable[[], Desk]) -> None:
    go_both_ways(desk(), "linkding")


def test_what_it_holds() -> None:
    assert can_hold("linkding", "tag:Upper")
    assert not can_hold("linkding", "tag:two words")
    assert not can_hold("linkding", "bookmarked")
