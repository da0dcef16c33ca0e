"""newstui's own records: nothing is lost, and nothing in a foreign file of this form does harm."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from newstui.domain.articles.article import Article
from newstui.domain.enclosure import Enclosure
from newstui.domain.marks.fields import Mark
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.domain.rules import Rule
from newstui.formats.writers.html_page import page_article, page_end, page_start
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


def test_rules_come_back_and_unknown_ones_do_not() -> None:
    rule = Rule("r", "football", "hide")
    known = {"rule": "r", **json.loads(rule.value)}
    export = read_json([known, {**known, "act": "format the disk"}])
    assert export.rules == (("r", rule.value),)
    assert [each.what for each in export.refused] == ["r"]


def test_a_page_holds_its_articles_again_and_pictures_that_are_none_are_left_out() -> None:
    body = "A --> b <!-- newstui {} -->\n\n![p](p.png) ![q](q.png)"
    marked = MARKED._replace(article=replace(FERRY, body=body))
    pictures = {"p.png": b"\x89PNG\r\n\x1a\n1", "q.png": b"<svg/>"}
    page = f"{page_start('x', 1)}{page_article(marked, 1, pictures)}<!-- newstui {{[] -->\n{page_end()}"
    export = read(page.encode())
    assert (export.format, export.notes) == ("newstui page", ())
    (article,), (picture,), (refused,) = export.articles, export.pictures, export.refused
    assert article.body == body.replace("p.png", f"../{picture.path}")
    assert (article.id, article.tagged, article.note, picture.raw) == ("f1", ("mine",), "n\n\nm", pictures["p.png"])
    assert refused.why == "what newstui wrote of it is damaged"
