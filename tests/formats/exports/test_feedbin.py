"""Feedbin: starred entries, one JSON object after the other, and the entries of its API."""

from __future__ import annotations

import json

from newstui.domain.articles.incoming import Incoming
from newstui.domain.enclosure import Enclosure
from tests.formats.exports.samples import AT, read, read_json

ENTRY = {
    "id": 1, "title": "A", "author": None, "content": "<p>The ferry.", "url": "https://e.org/a",
    "published": "2023-11-14T22:13:20.000000Z", "created_at": "2023-11-14T22:13:20.000000Z",
}  # fmt: skip


def test_objects_without_a_list_around_them_are_read() -> None:
    one = Incoming("A", "The ferry.", url="https://e.org/a", published=AT, saved=AT, bookmarked=True)
    assert read(json.dumps(ENTRY) + json.dumps({**ENTRY, "url": "https://e.org/b"})).articles[0] == one
    assert len(read(json.dumps(ENTRY) + "\n" + json.dumps({**ENTRY, "url": "https://e.org/b"}) + "\n").articles) == 2
    assert read(json.dumps(ENTRY)).articles == (one,)


def test_an_entry_without_a_title_has_its_first_words() -> None:
    (article,) = read_json([{**ENTRY, "title": None}]).articles
    assert article.title == "The ferry."


def test_an_entry_of_the_api_need_not_be_starred() -> None:
    (article,) = read_json([{**ENTRY, "summary": "The", "feed": {"title": "Post"}}]).articles
    assert (article.bookmarked, article.source) == (None, "Post")


def test_the_recording_of_an_entry_comes_along() -> None:
    sound = {"enclosure_url": "https://e.org/a.mp3", "enclosure_type": "audio/mpeg", "enclosure_length": "12"}
    (article,) = read_json([{**ENTRY, "enclosure": sound}]).articles
    assert article.enclosures == (Enclosure("https://e.org/a.mp3", "audio/mpeg", 12),)
