"""Saved searches: queries with a name."""

from __future__ import annotations

from collections.abc import Callable

from newstui.domain.feed import SavedSearch
from newstui.services.desk import Desk

Open = Callable[[], Desk]


def test_searches_are_saved_by_name(desk: Open) -> None:
    one = desk()
    assert one.searches.add([SavedSearch("Sea", "tag:sea"), SavedSearch("Air", "tag:air")]) == 2
    assert one.searches.add([SavedSearch("Sea", "other"), SavedSearch("New", "x")], is_dry=True) == 1
    assert one.searches.all() == [SavedSearch("Air", "tag:air"), SavedSearch("Sea", "tag:sea")]
    one.marks.undo()
    assert one.searches.all() == []
