"""RSS 2.0 as JSON (github.com/scripting/Scripting-News, rss-in-json), converted to JSON Feed.

Attributes of RSS are fields of an object; the text of an element is its field `#value`.
"""

from __future__ import annotations

from typing import Any

Fields = dict[str, Any]


def as_json_feed(channel: Fields) -> Fields:
    """Returns a channel as a JSON Feed. Fields of the wrong type stay as they are, for the reader of JSON Feed."""
    return {
        "title": channel.get("title"),
        "home_page_url": channel.get("link"),
        "description": channel.get("description"),
        "language": channel.get("language"),
        "items": [_item(each) for each in _items(channel.get("item")) if isinstance(each, dict)],
    }


def _item(item: Fields) -> Fields:
    enclosures = (each for each in _items(item.get("enclosure")) if isinstance(each, dict))
    return {
        "id": _value(item.get("guid")),
        "url": item.get("link"),
        "title": item.get("title"),
        "content_html": item.get("content:encoded") or item.get("description"),
        "date_published": item.get("pubDate"),
        "authors": [{"name": item.get("dc:creator") or item.get("author")}],
        "tags": [_value(each) for each in _items(item.get("category"))],
        "attachments": [
            {"url": each.get("url"), "mime_type": each.get("type"), "size_in_bytes": each.get("length")}
            for each in enclosures
        ],
    }


def _items(value: object) -> list[Any]:
    """Returns a list of the items, where a single item need not be in a list."""
    return value if isinstance(value, list) else [value]


def _value(value: object) -> object:
    return value.get("#value") if isinstance(value, dict) else value
