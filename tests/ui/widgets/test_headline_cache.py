"""The cache of headlines: fetches many at a time, and each one once."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from newstui.domain.search.listing import Listing
from newstui.ui.widgets.headline_cache import HeadlineCache
from tests.ui.headlines import headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.articles.headline import Headline

LISTING = Listing(array("q", range(1000, 1100)))
GONE = 1013


class Catalogue:
    """Remembers which rows were asked for; one row is gone."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def fetch(self, rows: Sequence[int]) -> list[Headline]:
        self.asked.append(list(rows))
        return [headline(row) for row in rows if row != GONE]


def test_a_headline_is_fetched_with_those_around_it_and_only_once() -> None:
    catalogue = Catalogue()
    cache = HeadlineCache(catalogue.fetch)
    assert cache.headline(LISTING, 50, lambda: 5) == headline(1050)
    assert catalogue.asked == [list(range(1045, 1055))]
    assert [cache.headline(LISTING, index, lambda: 5) for index in range(45, 55)] == [
        headline(row) for row in range(1045, 1055)
    ]
    assert len(catalogue.asked) == 1


def test_beyond_the_ends_and_where_an_article_is_gone_there_is_no_headline() -> None:
    cache = HeadlineCache(Catalogue().fetch)
    assert [cache.headline(LISTING, index, lambda: 5) for index in (-1, 100, GONE - 1000)] == [None, None, None]


def test_a_forgotten_headline_alone_is_fetched_again() -> None:
    catalogue = Catalogue()
    cache = HeadlineCache(catalogue.fetch)
    cache.headline(LISTING, 50, lambda: 5)
    assert cache.forget(headline(1051).id) == [51]
    assert cache.headline(LISTING, 51, lambda: 5) == headline(1051)
    assert catalogue.asked[1:] == [[1051, 1055]]


def test_no_more_headlines_are_in_memory_than_a_reader_looks_at() -> None:
    cache = HeadlineCache(Catalogue().fetch)
    for index in range(100):
        cache.headline(LISTING, index, lambda: 1)
    assert len(cache._headlines) <= 42


def test_a_source_is_shared_where_headlines_all_over_the_list_have_it() -> None:
    catalogue = Catalogue()
    cache = HeadlineCache(catalogue.fetch)
    cache.headline(LISTING, 5, lambda: 5)
    assert cache.shared_source(LISTING) == headline(1000).source
    assert len(catalogue.asked) == 2
    far = HeadlineCache(lambda rows: [headline(row)._replace(source="Wire" if row > 1080 else "Post") for row in rows])
    far.headline(LISTING, 5, lambda: 5)
    assert far.shared_source(LISTING) == ""
    alone = Listing(array("q", [1000]))
    cache.clear()
    cache.headline(alone, 0, lambda: 5)
    assert cache.shared_source(alone) == ""
