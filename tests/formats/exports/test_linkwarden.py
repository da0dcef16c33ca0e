"""Linkwarden's backup."""

from __future__ import annotations

from newstui.domain.articles.incoming import Incoming, Refused
from tests.formats.exports.samples import AT, read_json


def test_links_have_tags_collections_and_pins() -> None:
    link = {"name": "A", "url": "https://e.org/a", "description": "Why.", "createdAt": "2023-11-14T22:13:20.000Z",
            "tags": [{"name": "sea"}]}  # fmt: skip
    backup = {
        "name": "me",
        "collections": [
            {"name": "News", "links": [link, {**link, "url": None}]},
            {"name": "Unorganized", "links": [{**link, "url": "https://e.org/b", "name": "", "tags": []}]},
        ],
        "pinnedLinks": [{"url": "https://e.org/a"}],
    }
    export = read_json(backup)
    assert export.articles == (
        Incoming("A", url="https://e.org/a", saved=AT, bookmarked=True, tagged=("sea", "News"), note="Why."),
        Incoming("Why.", url="https://e.org/b", saved=AT),
    )
    assert export.refused == (Refused("A", "it has no address"),)
