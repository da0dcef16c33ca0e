"""Titles of lists that the reader named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.feed import Feed, SavedSearch

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.desk import Desk


def test_a_feed_and_a_saved_search_give_a_list_their_names(desk: Callable[[], Desk]) -> None:
    here = desk()
    here.feeds.add([Feed("https://canal.example/feed", "Canal")])
    here.searches.add([SavedSearch("Waterways", "canal OR river")])
    assert here.title_of("feed:=https://canal.example/feed") == "Feed: Canal"
    assert here.title_of("canal OR river") == "Search: Waterways"
    assert [here.title_of(query) for query in ("", "river", "feed:=https://gone.example/")] == ["", "", ""]
