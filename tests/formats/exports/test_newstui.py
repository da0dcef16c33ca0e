"""newstui's own JSON Lines: nothing is lost, and nothing in a foreign file of this form does harm."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.domain.articles.article import Article
from newstui.domain.enclosure import Enclosure
from newstui.domain.marks.fields import Mark
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.formats.writers.record import json_line, record_of
from tests.formats.exports.samples import read, read_json

DAY = datetime(2024, 5, 1, 6, 30, tzinfo=UTC)
FERRY = Article(
    id="f1", title="The last ferry", source="Post", published=DAY, body="It left.\n\n> Now.", words=3,
    tags=("sea", "mine"), feed="https://e.org/f", extra=(("guid", "g 1"),), lang="en", book="B", chapter=2, place=7,
    enclosures=(Enclosure("https://e.org/a.mp3", "audio/mpeg", 5, 9),), summary="S", author="A", url="https://e.org/1",
)  # fmt: skip
MARKED = MarkedArticle(FERRY, Mark(read=True, position=0.5, note="n\n\nm", tagged=frozenset(("mine",))), DAY)


def test_an_article_comes_back_whole() -> None:
    export = read(json_line(MARKED) * 2)
    assert export.format == "newstui JSON"
    assert export.notes == ()  # it looks like no other kind
    article = export.articles[0]
    assert (article.id, article.title, article.body, article.published) == ("f1", FERRY.title, FERRY.body, DAY)
    assert (article.feed, article.guid, article.book, article.chapter, article.place) == (FERRY.feed, "g 1", "B", 2, 7)
    assert (article.tags, article.tagged, article.note) == (("sea",), ("mine",), "n\n\nm")
    assert (article.read, article.bookmarked, article.position) == (True, None, 0.5)
    assert article.enclosures == FERRY.enclosures


def test_odd_values_are_left_out() -> None:
    odd = {**record_of(MARKED), "id": "../x y", "url": "javascript:x", "published": [], "tags": "x", "enclosures": [1],
           "chapter": True, "position": "far", "image": 3}  # fmt: skip
    (article,) = read_json([odd]).articles
    assert {article.id, article.url, article.published, article.chapter, article.image} == {None}
    assert (article.tags, article.enclosures, article.position) == ((), (), None)
    nothing = read_json([{**odd, "title": ""}])
    assert [each.why for each in nothing.refused] == ["it has no title and no address"]


def test_saved_searches_come_back() -> None:
    (search,) = read_json([{"search": "Sea", "query": "sea OR ocean"}]).searches
    assert (search.name, search.query) == ("Sea", "sea OR ocean")
