"""Readeck's archive."""

from __future__ import annotations

import json

from newstui.domain.articles.incoming import Incoming, Refused
from newstui.formats.exports.fields import annotated
from tests.formats.exports.samples import AT, archive, read

INFO = {
    "id": "a", "url": "https://e.org/a", "title": "A", "created": "2023-11-14T22:13:20Z", "is_archived": False,
    "is_marked": True, "labels": ["sea"], "authors": ["Ann", "Bo"], "read_progress": 50, "site_name": "Post",
    "annotations": [{"text": "ferry", "note": "Which?"}], "lang": "en",
}  # fmt: skip


def test_bookmarks_come_with_text_labels_and_highlights() -> None:
    export = read(
        archive(
            info_dot_json="{}",
            bookmarks__a__info_dot_json=json.dumps(INFO),
            bookmarks__a__container__index_dot_html="<section><p>The ferry.</p></section>",
            bookmarks__a__container___resources__x_dot_png=b"png",
            bookmarks__b__info_dot_json=json.dumps({**INFO, "url": "https://e.org/b", "is_archived": True}),
            bookmarks__c__info_dot_json="{",
        )
    )
    first, second = export.articles
    assert first == Incoming(
        "A", "The ferry.", url="https://e.org/a", author="Ann, Bo", source="Post", saved=AT, lang="en", read=False,
        bookmarked=True, position=0.5, tagged=("sea",), **annotated("> ferry\n\nWhich?"),
    )  # fmt: skip
    assert (second.read, second.body) == (True, "")
    assert [each.what for each in export.refused] == ["bookmarks/c/info.json", "2 files of bookmarks"]
    assert isinstance(export.refused[0], Refused)


def test_a_whole_backup_has_other_names_for_the_same() -> None:
    names = {"url": "URL", "is_archived": "IsArchived", "is_marked": "IsMarked", "read_progress": "ReadProgress"}
    backup = {names.get(name, name.title().replace("_", "")): value for name, value in INFO.items()}
    assert (backup["URL"], backup["SiteName"]) == ("https://e.org/a", "Post")
    same = [read(archive(bookmarks__a__info_dot_json=json.dumps(info))).articles for info in (INFO, backup)]
    assert same[0] == same[1]
