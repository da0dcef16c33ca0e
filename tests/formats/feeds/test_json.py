"""JSON Feed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.domain.enclosure import Enclosure
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Entry
from newstui.formats.feeds.parse import parse_feed
from tests.formats.feeds.samples import entry_of


def test_every_field_of_a_json_feed_is_read() -> None:
    raw = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour &amp; News", "language": "en-GB",
    "feed_url": "https://e.org/feed.json", "description": "All <b>of it</b>", "authors": [{"name": "The Editors"}],
    "items": [3, {"id": 17, "url": "fog", "content_text": "1 < 2\\n\\nmore", "summary": "In short", "language": "de",
      "date_published": "2024-05-03T08:00:00+02:00", "date_modified": "2024-05-04T08:00:00+02:00", "image": "fog.png",
      "tags": ["sea", "sea", 4], "author": {"name": "Ada Lund"}, "title": null,
      "attachments": [{"url": "fog.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 9}, {"url": 1}, "x"]},
     {"id": true, "authors": {"name": 3}, "tags": {}, "external_url": "https://o.org/", "content_html": "<b>x</b>"},
     {"attachments": [{"url": "https://e.org/a.mp3", "size_in_bytes": -1}]}]}"""
    feed = parse_feed(raw)
    assert (feed.title, feed.url, feed.description) == (
        "Harbour & News", "https://e.org/feed.json", "All <b>of it</b>"
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


@pytest.mark.parametrize(
    ("authors", "author"),
    [
        ('{"name": "Ada Lund"}', "Ada Lund"),
        ('["Ada Lund", {"name": "Bo Ek"}]', "Ada Lund, Bo Ek"),
        ('"Ada Lund"', "Ada Lund"),
        ('[{"name": "<b>Ada</b> Lund"}, {"name": "Ada Lund"}]', "Ada Lund"),
        ("[]", None),
    ],
)
def test_authors_of_any_shape_are_read(authors: str, author: str | None) -> None:
    raw = f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"id": "1", "authors": {authors}}}]}}'
    assert entry_of(raw.encode()).author == author


def test_an_empty_address_gives_way_to_the_id() -> None:
    raw = b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "https://e.org/1", "url": "#"}]}'
    assert entry_of(raw, "https://e.org/feed.json").url == "https://e.org/1"


def test_an_attachment_has_its_duration() -> None:
    raw = b"""{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "attachments":
        {"url": "https://e.org/1.mp3", "duration_in_seconds": 61.5, "size_in_bytes": "9"}}]}"""
    assert entry_of(raw).enclosures == (Enclosure("https://e.org/1.mp3", "", 9, 61),)


def test_an_item_that_is_one_player_leads_to_it() -> None:
    raw = b"""{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1",
        "content_html": "<iframe src='https://player.vimeo.com/video/123456'></iframe>"}]}"""
    assert entry_of(raw).url == "https://vimeo.com/123456"


def test_a_feed_whose_items_are_null_is_empty() -> None:
    assert parse_feed(b'{"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": null}').entries == ()
    with pytest.raises(NewstuiError):
        parse_feed(b'{"title": "A", "items": null}')
