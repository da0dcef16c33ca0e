"""Reports: the parts follow what was written on disk."""

from __future__ import annotations

from unittest.mock import Mock, call

import pytest

from newstui.domain.marks.change import Change, Stamp
from newstui.ui.screens.browse.reports import Reports


def change(field: str, to: bool = True, *articles: str) -> Change:
    return Change(Stamp(1, "s", 1), field, articles or ("a",), (not to,), (to,))


@pytest.mark.parametrize(
    ("changes", "calls"),
    [
        ([change("position")], [call.sections.count_later()]),
        ([change("read")], [call.sections.count(has_new_feeds=False)]),
        ([change("read", True, "a", "b")], [call.sections.count(has_new_feeds=False), call.marking.count()]),
        (
            [change("read")._replace(act="undo")],
            [call.sections.count(has_new_feeds=False), call.lists.ask_again()],
        ),
        ([change("position")._replace(act="undo")], [call.sections.count_later()]),
        ([change("subscription")], [call.sections.count(has_new_feeds=True), call.lists.ask_again()]),
        (
            [change("discarded")],
            [call.sections.count(has_new_feeds=False), call.lists.ask_after([change("discarded")])],
        ),
    ],
)
def test_what_was_saved_is_counted_and_listed_again(changes: list[Change], calls: list[object]) -> None:
    parts = Mock()
    Reports(parts.lists, parts.sections, parts.marking).changes_saved(changes)
    assert [each for each in parts.mock_calls if each != call.marking.show_writing()] == calls


def test_articles_that_came_are_listed_and_counted() -> None:
    parts = Mock()
    Reports(parts.lists, parts.sections, parts.marking).library_changed()
    assert [call.lists.ask_again(), call.sections.count(has_new_feeds=True)] == parts.mock_calls[:2]
