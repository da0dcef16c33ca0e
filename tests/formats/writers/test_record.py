"""Articles as JSON: its fields are a promise, and an article that is read again is the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from newstui.domain.articles.article import Article
from newstui.domain.enclosure import Enclosure
from newstui.domain.marks.fields import Mark
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.formats.writers.record import article_fields, enclosure_fields, json_line

DAY = datetime(2024, 5, 1, 6, 30, tzinfo=UTC)
FERRY = Article(
    id="f1", title="The last\tferry", source="", published=DAY, body="", words=400, path="caf\udce9.md", tags=("sea",)
)


def test_an_article_has_the_promised_fields() -> None:
    fields = article_fields(MarkedArticle(FERRY, Mark(read=True, position=0.5, note="n"), DAY))
    assert list(fields) == [
        *("id", "title", "source", "author", "published", "added", "url", "path", "words", "minutes"),
        *("minutes_left", "tags", "book", "chapter", "read", "bookmarked", "position", "note", "summary", "highlights"),
    ]
    assert fields["published"] == fields["added"] == "2024-05-01T06:30:00+00:00"
    assert (fields["minutes"], fields["minutes_left"]) == (2, 1)
    assert fields["path"] == "caf\ufffd.md", "a name that is not UTF-8 can be written all the same"
    assert (fields["tags"], fields["read"], fields["position"], fields["note"]) == (["sea"], True, 0.5, "n")


def test_a_record_is_one_line_with_the_text() -> None:
    article = replace(FERRY, body="One.\n\nTwo.")
    line = json_line(MarkedArticle(article, Mark(tagged=frozenset("ba")), DAY))
    assert line.count(b"\n") == 1
    record = json.loads(line)
    assert (record["body"], record["own_tags"], record["discarded"]) == ("One.\n\nTwo.", ["a", "b"], False)


def test_what_came_with_an_article_is_named() -> None:
    episode = Enclosure("https://e.org/a.mp3", "audio/mpeg", 2_000, 60)
    comments = Enclosure("https://e.org/7", "comments")
    assert enclosure_fields(replace(FERRY, enclosures=(episode, comments))) == [
        {"url": "https://e.org/a.mp3", "kind": "Audio", "type": "audio/mpeg", "length": 2_000, "duration": 60},
        {"url": "https://e.org/7", "kind": "Comments", "type": "comments", "length": None, "duration": None},
    ]
