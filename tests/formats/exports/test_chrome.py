"""Bookmarks of Chrome."""

from __future__ import annotations

from newstui.domain.articles.incoming import Export, Incoming, Refused
from tests.formats.exports.samples import EXACTLY, MICROSECONDS, read_json


def test_folders_become_tags_except_the_standard_ones() -> None:
    since_1601 = str(MICROSECONDS + 11_644_473_600_000_000)

    def url(address: str, name: str, added: str = since_1601) -> dict[str, str]:
        return {"type": "url", "url": address, "name": name, "date_added": added}

    boats = {"type": "folder", "name": "Boats", "children": [url("https://e.org/2", "Two"), {"type": "odd"}, None]}
    export = read_json(
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
    assert export == Export(
        "Chrome bookmarks",
        (
            Incoming("One", url="https://e.org/1", saved=EXACTLY),
            Incoming("Two", url="https://e.org/2", saved=EXACTLY, tagged=("Boats",)),
            Incoming("3", url="https://e.org/3"),
        ),
        refused=(Refused("S", "its address is not http or https: chrome://settings"),),
    )
