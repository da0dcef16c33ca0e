"""RSS in JSON becomes a JSON Feed."""

from __future__ import annotations

from newstui.formats.feeds.rss_in_json import as_json_feed


def test_every_field_is_converted() -> None:
    item = {
        "guid": {"#value": "fog-1", "isPermaLink": "false"},
        "link": "https://e.org/fog",
        "title": "Fog",
        "description": "Short",
        "content:encoded": "<p>At length",
        "pubDate": "Fri, 03 May 2024 08:00:00 GMT",
        "author": "Ada Lund",
        "category": [{"#value": "sea"}, "weather"],
        "enclosure": {"url": "https://e.org/fog.mp3", "type": "audio/mpeg", "length": "9"},
    }
    channel = {"title": "News", "link": "https://e.org/", "description": "All", "language": "en", "item": item}
    assert as_json_feed(channel) == {
        "title": "News",
        "home_page_url": "https://e.org/",
        "description": "All",
        "language": "en",
        "items": [
            {
                "id": "fog-1",
                "url": "https://e.org/fog",
                "title": "Fog",
                "content_html": "<p>At length",
                "date_published": "Fri, 03 May 2024 08:00:00 GMT",
                "authors": [{"name": "Ada Lund"}],
                "tags": ["sea", "weather"],
                "attachments": [
                    {"url": "https://e.org/fog.mp3", "mime_type": "audio/mpeg", "size_in_bytes": "9"},
                ],
            }
        ],
    }


def test_items_of_a_wrong_type_are_left_out() -> None:
    assert as_json_feed({"item": [3, None, {"enclosure": "x"}]})["items"][0]["attachments"] == []
    assert as_json_feed({})["items"] == []
