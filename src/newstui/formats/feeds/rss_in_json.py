"""RSS 2.0 as JSON (github.com/scripting/Scripting-News, rss-in-json), told in the fields of JSON Feed.

What stands in an attribute of RSS is a field of the object; what stands in its element is `#value`.
"""

from __future__ import annotations

from typing import Any

Fields = dict[str, Any]


def as_json_feed(channel: Fields) -> Fields:
    """A channel as a JSON Feed. Fields of the wrong kind stay as they are: whoever reads them tells."""
    return {
        "title": channel.get("title"),
        "home_page_url": channel.get("link"),
        "description": channel.get("description"),
        "language": channel.get("language"),
        "items": [_item(each) for each in _each(channel.get("item")) if isinstance(each, dict)],
    }


def _item(item: Fields) -> Fields:
    enclosures = (each for each in _each(item.get("enclosure")) if isinstance(each, dict))
    return {
        "id": _value(item.get("guid")),
        "url": item.get("link"),
        "title": item.get("title"),
        "content_html": item.get("content:encoded") or item.get("description"),
        "date_published": item.get("pubDate"),
        "authors": [{"name": item.get("dc:creator") or item.get("author")}],
        "tags": [_value(each) for each in _each(item.get("category"))],
        "attachments": [{"url": each.get("url"), "mime_type": each.get("type")} for each in enclosures],
    }


def _each(value: object) -> list[Any]:
    """What may stand once or in a list."""
    return value if isinstance(value, list) else [value]


def _value(value: object) -> object:
    return value.get("#value") if isinstance(value, dict) else value
