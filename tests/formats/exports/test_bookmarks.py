"""Bookmarks of browsers and of services: HTML, Firefox, Chrome, Pinboard, and Pocket's older page."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.domain.feed import Feed
from newstui.formats.exports.detect import read_export

AT = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
"""1,700,000,000 seconds since 1970."""
MICROSECONDS = 1_700_000_000_123_457
EXACTLY = AT + timedelta(microseconds=123_457)


def read(text: str | bytes, name: str = "bookmarks") -> Export:
    return read_export(text if isinstance(text, bytes) else text.encode(), name)


def read_json(value: Any) -> Export:
    return read(json.dumps(value), "bookmarks.json")


def test_pockets_page() -> None:
    found = read(
        "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
        '<li><a href="https://e.org/?a=1&amp;b=2" time_added="1700000000" tags="sea,long read">A &amp; B</a></li>'
        '<li><a href="javascript:x" time_added="1" tags="">Script</a></ul>'
        '<h1>Read Archive</h1><ul><li><a href="https://e.org/2" time_added="1700000000" tags="">Two</a></li></ul>'
    )
    assert found == Export(
        "Pocket HTML",
        (
            Incoming("A & B", url="https://e.org/?a=1&b=2", saved=AT, read=False, tagged=("sea", "long read")),
            Incoming("Two", url="https://e.org/2", saved=AT, read=True),
        ),
        refused=(Refused("Script", "its address is not http or https: javascript:x"),),
    )


def test_a_browsers_page_of_bookmarks() -> None:
    found = read(
        """<!DOCTYPE NETSCAPE-Bookmark-file-1>
        <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
        <TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
        <DL><p>
          <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
          <DL><p>
            <DT><A HREF="https://e.org/1" ADD_DATE="1700000000" ICON="data:image/png;base64,AA">One</A>
            <DT><H3>Boats</H3><DD>A folder with a description
            <DL><p><DT><A HREF="https://e.org/2" ADD_DATE="1700000000" TAGS="sea,Boats">Two</A>
              <DD>Its reader says: why<br>not?
              <HR>
            </DL><p>
            <DT><A HREF="https://e.org/3">Three</A>
          </DL><p>
          <DT><A HREF="place:sort=8" ADD_DATE="1700000000">Recent</A>
          <DT><A FEEDURL="https://e.org/rss" HREF="https://e.org/">Courier</A>
          <DT><A HREF="https://e.org/4"></A>
        </DL><p><script>x</script>"""
    )
    assert found == Export(
        "Bookmarks HTML",
        (
            Incoming("One", url="https://e.org/1", saved=AT),
            Incoming(
                "Two", url="https://e.org/2", saved=AT, tagged=("sea", "Boats"), note="Its reader says: why\nnot?"
            ),
            Incoming("Three", url="https://e.org/3"),
            Incoming("https://e.org/4", url="https://e.org/4"),
        ),
        feeds=(Feed("https://e.org/rss", title="Courier", site="https://e.org/"),),
        refused=(Refused("Recent", "its address is not http or https: place:sort=8"),),
    )


def test_a_services_page_of_bookmarks_in_another_encoding() -> None:
    page = (
        '<!DOCTYPE NETSCAPE-Bookmark-file-1><META CONTENT="text/html; charset=windows-1251"><DL><p>'
        '<DT><A HREF="https://e.org/1" ADD_DATE="1700000000" PRIVATE="1" TOREAD="1" TAGS="море">Один</A>'
        '<DT><A HREF="https://e.org/2" TOREAD="0">Два</A>'
    )
    assert read(page.encode("windows-1251")).articles == (
        Incoming("Один", url="https://e.org/1", saved=AT, read=False, tagged=("море",)),
        Incoming("Два", url="https://e.org/2", read=True),
    )


def place(uri: str, title: str | None = None, **more: Any) -> dict[str, Any]:
    return {"type": "text/x-moz-place", "uri": uri, "title": title, "dateAdded": MICROSECONDS, **more}


def folder(title: str, *children: object, **more: Any) -> dict[str, Any]:
    return {"type": "text/x-moz-place-container", "title": title, "children": list(children), **more}


def test_firefox() -> None:
    feed = [{"name": "livemark/feedURI", "value": "https://e.org/rss"}]
    description = [{"name": "bookmarkProperties/description", "value": "Short."}]
    found = read_json(
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
    assert found == Export(
        "Firefox bookmarks",
        (
            Incoming("One", url="https://e.org/1", saved=EXACTLY, summary="Short.", tagged=("sea", "long read")),
            Incoming("Two", url="https://e.org/2", saved=EXACTLY, tagged=("old", "Boats", "Ferries")),
        ),
        feeds=(Feed("https://e.org/rss", title="Courier"),),
        refused=(Refused("Settings", "its address is not http or https: about:config"),),
    )


def test_chrome() -> None:
    since_1601 = str(MICROSECONDS + 11_644_473_600_000_000)

    def url(address: str, name: str, added: str = since_1601) -> dict[str, str]:
        return {"type": "url", "url": address, "name": name, "date_added": added}

    boats = {"type": "folder", "name": "Boats", "children": [url("https://e.org/2", "Two"), {"type": "odd"}, None]}
    found = read_json(
        {
            "checksum": "0",
            "roots": {
                "bookmark_bar": {"name": "Bar", "children": [url("https://e.org/1", "One"), boats]},
                "other": {
                    "name": "Other",
                    "children": [url("chrome://settings", "S"), url("https://e.org/3", "3", "0")],
                },
                "sync_transaction_version": "7",
            },
            "version": 1,
        }
    )
    assert found == Export(
        "Chrome bookmarks",
        (
            Incoming("One", url="https://e.org/1", saved=EXACTLY),
            Incoming("Two", url="https://e.org/2", saved=EXACTLY, tagged=("Boats",)),
            Incoming("3", url="https://e.org/3"),
        ),
        refused=(Refused("S", "its address is not http or https: chrome://settings"),),
    )


def test_pinboard() -> None:
    found = read_json(
        [
            {"href": "https://e.org/1", "description": "One", "extended": "Why\nnot?", "time": "2023-11-14T22:13:20Z",
             "toread": "yes", "tags": "sea boats sea"},
            {"href": "https://e.org/2", "description": False, "extended": "", "time": "never", "toread": "no",
             "tags": ""},
            {"href": "https://e.org/3", "tags": ["odd"]},
            ["no bookmark"],
        ]
    )  # fmt: skip
    assert found == Export(
        "Pinboard JSON",
        (
            Incoming("One", url="https://e.org/1", saved=AT, read=False, tagged=("sea", "boats"), note="Why\nnot?"),
            Incoming("https://e.org/2", url="https://e.org/2", read=True),
            Incoming("https://e.org/3", url="https://e.org/3"),
        ),
        refused=(Refused("entry 4", "it is not a JSON object"),),
    )


def test_bookmarks_in_folders_without_end_take_no_recursion() -> None:
    deep = "<DL><DT><H3>a</H3>" * 20_000
    assert len(read(f'<!DOCTYPE NETSCAPE-Bookmark-file-1>{deep}<DL><DT><A HREF="https://e.org/">A</A>').articles) == 1
    node: Any = place("https://e.org/", "A")
    for _ in range(150):
        node = folder("a", node, guid="b")
    assert read_json(node).articles[0].tagged == ("a",)
