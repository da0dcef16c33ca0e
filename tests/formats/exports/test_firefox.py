"""Bookmarks of Firefox."""

from __future__ import annotations

from typing import Any

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.domain.feed import Feed
from tests.formats.exports.samples import EXACTLY, MICROSECONDS, read_json


def place(uri: str, title: str | None = None, **more: Any) -> dict[str, Any]:
    return {"type": "text/x-moz-place", "uri": uri, "title": title, "dateAdded": MICROSECONDS, **more}


def folder(title: str, *children: object, **more: Any) -> dict[str, Any]:
    return {"type": "text/x-moz-place-container", "title": title, "children": list(children), **more}


def test_folders_become_tags_except_the_standard_ones() -> None:
    feed = [{"name": "livemark/feedURI", "value": "https://e.org/rss"}]
    description = [{"name": "bookmarkProperties/description", "value": "Short."}]
    export = read_json(
        folder(
            "",
            folder(
                "Bookmarks Menu",
                place("https://e.org/1", "One", tags="sea,long read", annos=description),
                folder(
                    "Boats", folder("Ferries", place("https://e.org/2", "Two"), guid="abc"), {"type": "x"}, 7, guid="d"
                ),
                place("about:config", "Settings"),
                {"type": "text/x-moz-place-separator"},
                {"type": "text/x-moz-place-container", "title": "Courier", "annos": feed, "children": []},
                guid="menu________",
            ),
            folder("Tags", folder("old", place("https://e.org/2")), root="tagsFolder"),
            root="placesRoot",
        )
    )
    assert export == Export(
        "Firefox bookmarks",
        (
            Incoming("One", url="https://e.org/1", saved=EXACTLY, summary="Short.", tagged=("sea", "long read")),
            Incoming("Two", url="https://e.org/2", saved=EXACTLY, tagged=("old", "Boats", "Ferries")),
        ),
        feeds=(Feed("https://e.org/rss", title="Courier"),),
        refused=(Refused("Settings", "its address is not http or https: about:config"),),
    )


def test_deeply_nested_folders_take_no_recursion() -> None:
    node: Any = place("https://e.org/", "A")
    for _ in range(150):
        node = folder("a", node, guid="b")
    assert read_json(node).articles[0].tagged == ("a",)
