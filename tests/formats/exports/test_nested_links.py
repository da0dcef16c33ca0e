"""Links are found wherever they stand in JSON, in their order, with the names around them as tags."""

from __future__ import annotations

import json

import pytest

from newstui.domain.errors import NewstuiError
from newstui.formats.exports.detect import read_export

TABS = [{"name": "Evening", "windows": {"1": {"7": {"url": "https://e.org/1", "title": "One", "lastAccessed": 17},
                                              "8": {"url": "about:blank", "title": "Blank"}},
                                        "2": {"9": {"url": "https://e.org/2", "title": "Two"}}}}]  # fmt: skip


def test_tabs_in_windows_in_sessions_are_taken_and_what_is_no_page_is_named() -> None:
    export = read_export(json.dumps(TABS).encode(), "tabs.json")
    assert [(each.title, each.url, each.tagged) for each in export.articles] == [
        ("One", "https://e.org/1", ("Evening",)),
        ("Two", "https://e.org/2", ("Evening",)),
    ]
    assert [each.what for each in export.refused] == ["Blank"]
    assert export.doubt


def test_the_name_of_the_whole_export_is_no_tag() -> None:
    lists = {"name": "Mine", "lists": [{"title": "Sea", "cards": [{"link": "https://e.org/1", "title": "One"}]}]}
    (article,) = read_export(json.dumps(lists).encode(), "cards.json").articles
    assert article.tagged == ("Sea",)


@pytest.mark.parametrize("value", [{"a": {"repository": {"url": "https://e.org/1"}}}, {"a": {"url": 5, "title": "x"}}])
def test_addresses_of_which_nothing_is_said_are_no_bookmarks(value: object) -> None:
    with pytest.raises(NewstuiError):
        read_export(json.dumps(value).encode(), "settings.json")
