"""Google Reader's family: starred.json of Takeout, Inoreader and FreshRSS, and FreshRSS' archive."""

from __future__ import annotations

import json
from typing import Any

from newstui.domain.articles.incoming import Incoming
from newstui.domain.enclosure import Enclosure
from newstui.formats.exports.fields import annotated
from tests.formats.exports.samples import AT, archive, read, read_json

ITEM: dict[str, Any] = {
    "id": "tag:google.com,2005:reader/item/01", "crawlTimeMsec": "1700000000000", "published": 1700000000, "title": "A",
    "author": "Ann", "canonical": [{"href": "https://e.org/a"}], "alternate": [{"href": "https://e.org/a?x"}],
    "categories": ["user/7/state/com.google/starred", "user/7/state/com.google/read", "user/7/label/sea", "Boats"],
    "origin": {"streamId": "feed/https://e.org/feed", "title": "Post", "htmlUrl": "https://e.org/"},
    "summary": {"direction": "ltr", "content": "<p>The <b>ferry</b>.</p>"},
    "enclosure": [{"href": "https://e.org/a.mp3", "type": "audio/mpeg"}],
    "annotations": [{"text": "The ferry", "note": "Which?"}, {"content": "Of old."}],
}  # fmt: skip


def test_an_item_comes_with_its_states_labels_and_notes() -> None:
    export = read_json({"id": "user/7/state/com.google/starred", "items": [ITEM]})
    assert export.articles == (
        Incoming(
            "A", "The **ferry**.", url="https://e.org/a", author="Ann", source="Post", published=AT, saved=AT,
            tags=("Boats",), enclosures=(Enclosure("https://e.org/a.mp3", "audio/mpeg"),),
            read=True, bookmarked=True, tagged=("sea",),
            **annotated("> The ferry\n\nWhich?\n\nOf old."),
        ),
    )  # fmt: skip


def test_the_items_of_a_starred_stream_are_bookmarks_and_others_only_where_they_say_it() -> None:
    plain = {**ITEM, "categories": ["user/-/state/com.google/unread"]}
    (starred,) = read_json({"id": "user/7/state/com.google/starred", "items": [plain]}).articles
    (other,) = read_json({"id": "feed/1", "items": [plain]}).articles
    assert (starred.bookmarked, other.bookmarked, other.read) == (True, None, False)


def test_an_item_without_an_address_is_kept_with_its_text() -> None:
    (article,) = read_json({"id": "feed/1", "items": [{**ITEM, "canonical": [], "alternate": [{}]}]}).articles
    assert (article.url, article.feed, article.guid) == (None, "https://e.org/feed", ITEM["id"])


def test_the_archive_of_freshrss_gives_feeds_and_each_article_once() -> None:
    opml = (
        '<opml xmlns:frss="https://freshrss.org/opml"><body><outline text="News"><outline text="Post" type="rss" '
        'xmlUrl="https://e.org/feed"/><outline text="Made" type="HTML+XPath" xmlUrl="https://e.org/page" '
        'frss:xPathItem="//div"/></outline></body></opml>'
    )
    unstarred = {**ITEM, "content": ITEM["summary"], "categories": ["user/-/state/com.google/read"]}
    export = read(
        archive(
            feeds_dot_opml_dot_xml=opml,
            starred_dot_json=json.dumps({"id": "user/-/state/org.freshrss/starred", "items": [ITEM]}),
            feed_1_dot_json=json.dumps({"id": "feed/1", "items": [unstarred]}),
            empty_dot_json=json.dumps({"id": "feed/2", "title": "List", "items": []}),
        )
    )
    assert export.format == "OPML and Google Reader JSON"
    assert [(feed.title, feed.folder, feed.is_disabled) for feed in export.feeds] == [
        ("Post", "News", False),
        ("Made", "News", True),
    ]
    assert "made by FreshRSS" in export.notes[0]
    (article,) = export.articles
    assert (article.read, article.bookmarked, len(article.highlights)) == (True, True, 1)
