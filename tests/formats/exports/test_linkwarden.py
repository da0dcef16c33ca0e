"""Linkwarden's backup."""

from __future__ import annotations

from newstui.domain.articles.incoming import Incoming, Refused
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.feed import Feed
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


def test_collections_lie_in_each_other_and_have_feeds_and_texts() -> None:
    link = {"name": "A", "url": "https://e.org/a", "textContent": " All of its words. "}
    feeds = [{"name": "E", "url": "https://e.org/rss"}, {"name": "F", "url": "ftp://e.org/rss"}]
    backup = {
        "name": "me",
        "collections": [
            {"id": 1, "name": "Code", "parentId": 2, "links": []},
            {"id": 2, "name": "Rust", "parentId": 1, "links": [link], "rssSubscriptions": feeds},
        ],
    }
    export = read_json(backup)
    assert export.articles == (
        Incoming(
            "A", "All of its words.", url="https://e.org/a", tagged=("Code", "Rust"), page_status=PageStatus("wanted")
        ),
    )
    assert export.feeds == (Feed("https://e.org/rss", title="E", tags=("Code", "Rust")),)
    assert export.refused == (Refused("F", "its address is not http or https"),)
