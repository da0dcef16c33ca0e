"""Lists of articles: what the front page leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.feed import Feed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

LOUD = Feed("https://loud.example/feed", title="Loud", is_hidden=True)
WIRE = Feed("https://wire.example/feed", title="Wire")


@pytest.fixture
def news(desk: Callable[[], Desk], write: Callable[..., Path]) -> Desk:
    """An article of a hidden feed, one of a feed that is shown, and one of no feed."""
    write("loud.md", title="Loud news", id="loud", source="Loud", feed=LOUD.url, tags="[noise]")
    write("wire.md", title="Wire news", id="wire", source="Wire", feed=WIRE.url)
    write("own.md", title="Own notes", id="own")
    opened = desk()
    opened.feeds.add([LOUD, WIRE])
    list(opened.index.reconcile())
    return opened


def _ids(desk: Desk, query: str) -> set[str]:
    return set(desk.articles.ids(desk.articles.listing(query).rows))


def test_articles_of_hidden_feeds_are_not_on_the_front_page(news: Desk) -> None:
    assert _ids(news, "") == _ids(news, "  ") == {"wire", "own"}


def test_sources_of_hidden_feeds_are_not_offered(news: Desk) -> None:
    assert dict(news.articles.counts_by("source")) == {"Wire": 1, "Library": 1}
    assert dict(news.articles.counts_by("tag")) == {"noise": 1}


@pytest.mark.parametrize("query", ["loud", "source:Loud", f"feed:{LOUD.url}", "tag:noise", "title:loud is:unread"])
def test_every_query_finds_articles_of_hidden_feeds(news: Desk, query: str) -> None:
    assert _ids(news, query) == {"loud"}


def test_a_hidden_feed_that_moved_stays_hidden(news: Desk) -> None:
    news.feeds.move(LOUD, "https://loud.example/new")
    assert _ids(news, "") == {"wire", "own"}


def test_a_feed_that_is_hidden_no_more_is_on_the_front_page_and_undo_hides_it_again(news: Desk) -> None:
    news.feeds.change(Feed(LOUD.url, title="Loud"))
    assert _ids(news, "") == {"loud", "wire", "own"}
    news.marks.undo()
    assert _ids(news, "") == {"wire", "own"}


def test_a_feed_whose_title_speaks_of_hiding_is_not_hidden(news: Desk) -> None:
    news.feeds.change(Feed(WIRE.url, title='"is_hidden": true'))
    assert "wire" in _ids(news, "")
