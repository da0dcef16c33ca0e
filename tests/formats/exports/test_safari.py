"""Safari's bookmarks and reading list, in both forms of a property list."""

from __future__ import annotations

import plistlib
from datetime import datetime

import pytest

from newstui.domain.articles.incoming import Incoming, Refused
from newstui.domain.errors import NewstuiError
from tests.formats.exports.samples import AT, read


def leaf(url: str, title: str, **more: object) -> dict[str, object]:
    return {"WebBookmarkType": "WebBookmarkTypeLeaf", "URLString": url, "URIDictionary": {"title": title}, **more}


ADDED = datetime(2023, 11, 14, 22, 13, 20)
BOOKMARKS = {
    "Title": "",
    "Children": [
        {"Title": "History", "WebBookmarkType": "WebBookmarkTypeProxy"},
        {"Title": "BookmarksBar", "Children": [
            {"Title": "News", "Children": [leaf("https://e.org/a", "A"), leaf("javascript:x", "Script")]},
        ]},
        {"Title": "com.apple.ReadingList", "Children": [
            leaf("https://e.org/b", "B", ReadingList={"DateAdded": ADDED, "PreviewText": "Short."}),
            leaf("https://e.org/c", "", ReadingList={"DateAdded": ADDED, "DateLastViewed": ADDED},
                 ReadingListNonSync={"Title": "C"}),
        ]},
    ],
}  # fmt: skip


@pytest.mark.parametrize("form", [plistlib.FMT_XML, plistlib.FMT_BINARY])
def test_folders_are_tags_and_the_reading_list_knows_what_was_read(form: plistlib.PlistFormat) -> None:
    export = read(plistlib.dumps(BOOKMARKS, fmt=form))
    assert export.format == "Safari bookmarks"
    assert export.articles == (
        Incoming("A", url="https://e.org/a", tagged=("News",)),
        Incoming("B", url="https://e.org/b", saved=AT, summary="Short.", read=False),
        Incoming("C", url="https://e.org/c", saved=AT, read=True),
    )
    assert export.refused == (Refused("Script", "its address is not http or https: javascript:x"),)


@pytest.mark.parametrize(
    "raw",
    [
        b"bplist00",
        b"bplist00" + b"\xff" * 100,
        plistlib.dumps(BOOKMARKS, fmt=plistlib.FMT_BINARY)[:-20],
        b"<plist><dict><key>Children</key>",
        b'<!DOCTYPE plist [<!ENTITY a "aaaa">]><plist><string>&a;</string></plist>',
        b"<plist><dict><string>x</string></dict></plist>",
        b"<plist><array><date>yesterday</date></array></plist>",
    ],
)
def test_a_broken_property_list_costs_a_sentence(raw: bytes) -> None:
    with pytest.raises(NewstuiError):
        read(raw)


def test_a_list_that_holds_one_node_many_times_is_read_once() -> None:
    node: dict[str, object] = {"Title": "x", "Children": [leaf("https://e.org/a", "A")]}
    for _ in range(40):
        node = {"Title": "x", "Children": [node, node]}
    assert len(read(plistlib.dumps({"Children": [node]}, fmt=plistlib.FMT_BINARY)).articles) == 1
