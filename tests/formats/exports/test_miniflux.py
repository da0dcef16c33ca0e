"""Miniflux' entries."""

from __future__ import annotations

from newstui.domain.articles.incoming import Incoming, Refused
from newstui.domain.enclosure import Enclosure
from tests.formats.exports.samples import AT, read_json


def test_entries_have_states_and_removed_ones_are_named() -> None:
    entry = {
        "id": 1, "title": "A", "url": "https://e.org/a", "author": "Ann", "content": "<p>The ferry.", "status": "read",
        "published_at": "2023-11-14T22:13:20Z", "created_at": "2023-11-14T22:13:20Z", "starred": True,
        "tags": ["Boats"], "feed": {"title": "Post"},
        "enclosures": [{"url": "https://e.org/a.mp3", "mime_type": "audio/mpeg", "size": 9}],
    }  # fmt: skip
    export = read_json({"total": 2, "entries": [entry, {**entry, "title": "B", "status": "removed"}]})
    assert export.articles == (
        Incoming(
            "A", "The ferry.", url="https://e.org/a", author="Ann", source="Post", published=AT, saved=AT,
            tags=("Boats",), enclosures=(Enclosure("https://e.org/a.mp3", "audio/mpeg", 9),),
            read=True, bookmarked=True,
        ),
    )  # fmt: skip
    assert export.refused == (Refused("B", "you removed it there"),)
