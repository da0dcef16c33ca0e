"""Lists of articles: what the front page leaves out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import NewstuiError, StorageError
from newstui.domain.feed import Feed
from newstui.domain.search.parser import QueryError
from newstui.services.desk import Desk
from tests.services.core.three import ids_of

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


def _matching(desk: Desk, query: str) -> set[str]:
    return set(desk.articles.ids(desk.articles.listing(query).rows))


def test_a_query_says_what_is_wrong_with_it(three: Desk) -> None:
    assert three.articles.query_fault("") == three.articles.query_fault("tag:own") == ""
    assert "stranger" in three.articles.query_fault("is:stranger")


def test_articles_of_hidden_feeds_are_not_on_the_front_page(news: Desk) -> None:
    assert _matching(news, "") == _matching(news, "  ") == {"wire", "own"}


@pytest.mark.parametrize("query", ["loud", "source:Loud", f"feed:{LOUD.url}", "tag:noise", "title:loud is:unread"])
def test_every_query_finds_articles_of_hidden_feeds(news: Desk, query: str) -> None:
    assert _matching(news, query) == {"loud"}


def test_a_hidden_feed_that_moved_stays_hidden(news: Desk) -> None:
    news.feeds.move(LOUD, "https://loud.example/new")
    assert _matching(news, "") == {"wire", "own"}


def test_a_feed_that_is_hidden_no_more_is_on_the_front_page_and_undo_hides_it_again(news: Desk) -> None:
    news.feeds.change(Feed(LOUD.url, title="Loud"))
    assert _matching(news, "") == {"loud", "wire", "own"}
    news.marks.undo()
    assert _matching(news, "") == {"wire", "own"}


def test_a_feed_whose_title_speaks_of_hiding_is_not_hidden(news: Desk) -> None:
    news.feeds.change(Feed(WIRE.url, title='"is_hidden": true'))
    assert "wire" in _matching(news, "")


def test_a_listing_has_its_days(three: Desk) -> None:
    listing = three.articles.listing()
    assert three.articles.ids(listing.rows) == ["c", "b", "a"]
    assert len(listing.days) == 3
    assert not len(three.articles.listing(sort="title").days)
    assert three.articles.ids(three.articles.listing("a OR b", "oldest", limit=1).rows) == ["a"]
    with pytest.raises(QueryError):
        three.articles.listing("is:")


def test_a_listing_is_stored_for_the_first_paint(three: Desk) -> None:
    assert three.articles.stored_listing("x\ud800") is None
    three.articles.store_listing("x\ud800", three.articles.listing())
    assert three.articles.stored_listing("x\ud800") == three.articles.listing()


def test_an_article_has_its_text(three: Desk) -> None:
    article = three.articles.read("b")
    assert (article.id, article.title, article.body, article.tags) == ("b", "B", "body of b", ("own",))
    assert three.articles.find("b.md").article.id == "b"
    with pytest.raises(NewstuiError, match="no article"):
        three.articles.read("nobody")
    (three.library.root / "b.md").unlink()
    with pytest.raises(StorageError, match="gone"):
        three.articles.read("b")


def test_the_next_unread_is_found_past_this_instants_marks(three: Desk) -> None:
    rows = three.articles.listing().rows
    assert three.articles.next_unread(rows, 0) == 0
    three.marks.set("read", ["c"], True)
    assert three.articles.next_unread(rows, 0) == 1
    three.marks.set("read", ["a", "b"], True)
    assert three.articles.next_unread(rows, 0) is None
    three.flush()
    three.marks.set("read", ["a"], False)
    assert three.articles.next_unread(rows, 0) == 2
    assert three.articles.next_unread(rows[:2], 0, lambda row: rows[2:] if row == rows[1] else ()) == 1


def test_the_unread_of_a_list_are_counted_up_to_this_instant(three: Desk) -> None:
    rows = three.articles.listing().rows
    three.flush()
    assert [three.articles.unread_among(rows), three.articles.unread_among(rows[:2])] == [3, 2]
    three.marks.set("read", ["b", "c"], True)  # on its way to the catalogue, or just there
    assert three.articles.unread_among(rows) == 1
    three.flush()
    assert three.articles.unread_among(rows) == 1
    three.marks.set("read", ["c"], False)
    assert [three.articles.unread_among(rows), three.articles.unread_among(rows[1:])] == [2, 1]
    three.marks.set("discarded", ["a"], True)
    three.flush()
    assert three.articles.unread_among(three.articles.listing("is:discarded").rows) == 1


def test_counts_and_titles(three: Desk) -> None:
    three.marks.set("read", ["a"], True)
    three.flush()
    assert (three.articles.unread_count(), three.articles.count()) == (2, 3)
    assert [each.article.title for each in three.articles.listed(three.articles.listing().rows)] == ["C", "B", "A"]


@pytest.mark.parametrize("tag", ["Ü & ß", "50%_", "a'b\"c", "日本", "x*"])
def test_any_tag_can_be_given_and_asked_for(three: Desk, tag: str) -> None:
    three.marks.set(f"tag: {tag} ", ["b"], True)
    assert three.marks.of("b").tagged == {tag}
    if '"' not in tag:
        assert ids_of(three, f'tag:"{tag}"') == ids_of(three, f'tag:"{tag.upper()}"') == ["b"]


def test_discarded_articles_are_out_of_sight_until_asked_for(three: Desk) -> None:
    three.marks.set("discarded", ["b"], True)
    assert ids_of(three) == ["c", "a"]
    assert ids_of(three, "is:discarded") == ["b"]
    assert ids_of(three, "body") == ["c", "a"]
