"""Wallabag: archived is read, tags are lower case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.services.accounts.saved_rounds import can_hold, go_both_ways

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.desk import Desk


def test_pages_come_here_and_marks_go_both_ways(desk: Callable[[], Desk]) -> None:
    go_both_ways(desk(), "wallabag")


def test_what_it_holds() -> None:
    assert can_hold("wallabag", "tag:two words")
    assert not can_hold("wallabag", "tag:Upper")
    assert not can_hold("wallabag", "tag:one,two")
