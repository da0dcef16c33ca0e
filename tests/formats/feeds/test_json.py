"""JSON Feed."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.domain.feed import Enclosure, Entry
from newstui.formats.feeds.parse import parse_feed


def test_every_field_of_a_json_feed_is_read() -> None:
    raw = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour &amp; News", "language": "en-GB",
    "feed_url": "https://e.org/feed.json", "description": "All <b>of it</b>", "authors": [{"name": "The Editors"}],
    "items": [3, {"id": 17, "url": "fog", "content_text": "1 < 2\\n\\nmore", "summary": "In short", "language": "de",
      "date_published": "2024-05-03T08:00:00+02:00", "date_modified": "2024-05-04T08:00:00+02:00", "image": "fog.png",
      "tags": ["sea", "sea", 4], "author": {"name": "Ada Lund"}, "title": null,
      "attachments": [{"url": "fog.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 9}, {"url": 1}, "x"]},
     {"id": true, "authors": "x", "tags": {}, "external_url": "https://o.org/", "content_html": "<b>x</b>"},
     {"attachments": [{"url": "https://e.org/a.mp3", "size_in_bytes": -1}]}]}"""
    feed = parse_feed(raw)
    assert (feed.title, feed.url, feed.description) == (
        "Harbour & News", "https://e.org/feed.json", "<p>All &lt;b&gt;of it&lt;/b&gt;</p>"
    )  # fmt: skip
    assert feed.entries == (
        Entry(
            title="1 < 2 more", url="https://e.org/fog", guid="17", author="Ada Lund", lang="de",
            published=datetime(2024, 5, 3, 6, tzinfo=UTC), updated=datetime(2024, 5, 4, 6, tzinfo=UTC),
            summary="<p>In short</p>", content="<p>1 &lt; 2</p>\n<p>more</p>", categories=("sea",),
            enclosures=(Enclosure("https://e.org/fog.mp3", "audio/mpeg", 9),), image="https://e.org/fog.png",
        ),
        Entry(title="x", url="https://o.org/", author="The Editors", content="<b>x</b>", lang="en-gb"),
        Entry(
            title="A", url="https://e.org/a.mp3", author="The Editors", lang="en-gb",
            enclosures=(Enclosure("https://e.org/a.mp3"),),
        ),
    )  # fmt: skip
