"""The table of Raindrop."""

from __future__ import annotations

from newstui.domain.articles.incoming import Export, Incoming
from newstui.formats.exports.fields import annotated
from tests.formats.exports.samples import AT, read, read_json


def test_collections_become_tags_and_highlights_come_one_by_one() -> None:
    export = read(
        "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
        '1,One,My note,Short.,https://e.org/1,Work / Boats,"sea, long read",2023-11-14T22:13:20.000Z,'
        'https://e.org/c.jpg,"Highlight:Said so.\nNote:True?\n\nHighlight:And this.",true\n'
        '2,Two,,,https://e.org/2,Unsorted,,1700000000,,"One line\n\nTwo lines",false\n'
    )
    assert export == Export(
        "Raindrop CSV",
        (
            Incoming("One", url="https://e.org/1", saved=AT, summary="Short.", image="https://e.org/c.jpg",
                     bookmarked=True, tagged=("sea", "long read", "Work", "Boats"),
                     **annotated("> Said so.\n\nTrue?\n\n> And this.", "My note")),
            Incoming("Two", url="https://e.org/2", saved=AT, bookmarked=False,
                     **annotated("> One line\n\n> Two lines")),
        ),
    )  # fmt: skip


def test_a_table_without_the_newer_columns_is_read() -> None:
    export = read("folder,url,title,note,tags,created\nBoats,https://e.org/1,One,,,1700000000\n")
    assert export.articles == (Incoming("One", url="https://e.org/1", saved=AT, tagged=("Boats",)),)


def test_bookmarks_of_the_api() -> None:
    item = {"_id": 1, "link": "https://e.org/1", "title": "One", "excerpt": "Short.", "note": "Mine", "tags": ["sea"],
            "important": True, "created": "2023-11-14T22:13:20.000Z", "collection": {"$id": 5},
            "highlights": [{"text": "Said so.", "note": "True?"}]}  # fmt: skip
    assert read_json({"result": True, "items": [item]}).articles == (
        Incoming("One", url="https://e.org/1", saved=AT, summary="Short.", bookmarked=True, tagged=("sea",),
                 **annotated("> Said so.\n\nTrue?", "Mine")),
    )  # fmt: skip
