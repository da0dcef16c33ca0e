"""Metadata in lines without a fence, and prose that only looks like it."""

from __future__ import annotations

import pytest

from newstui.formats.articles.property_lines import property_lines


@pytest.mark.parametrize(
    ("text", "fields", "below"),
    [
        (
            "Title: My post\nDate: 2010-12-03 10:20\nTags: a, b\nAuthor: Ida\n    Nord\n\nText.",
            {"Title": "My post", "Date": "2010-12-03 10:20", "Tags": "a, b", "Author": "Ida Nord"},
            "Text.",
        ),
        (
            "From: Ida Nord <ida@e.org>\nTo: Bo\nSubject: A boat\nDate: Mon, 6 May 2024 10:11:12 +0200\n\nText.",
            {"title": "A boat", "author": "Ida Nord", "To": "Bo", "Date": "Mon, 6 May 2024 10:11:12 +0200"},
            "Text.",
        ),
        ("\nTitle: My post\n\nText.", {"Title": "My post"}, "Text."),
        ("title:: A page\ntags:: [[sea]]\n- a\n- b", {"title": "A page", "tags": "[[sea]]"}, "- a\n- b"),
        ("icon:: x\n\nText.", {"icon": "x"}, "Text."),
        (
            "# A page\n\nURL: https://a.b/c\nStatus: Done\n\nText.",
            {"URL": "https://a.b/c", "Status": "Done"},
            "# A page\n\nText.",
        ),
        ("# A page\nCreated: May 1, 2024\nBy:\n\nText.", {"Created": "May 1, 2024", "By": ""}, "# A page\n\nText."),
        (
            "# A book\n\n![](https://a.b/c.png)\n\n## Metadata\n- Author: [[Ida]]\n- URL: https://a.b/c\n\n## Notes",
            {"Author": "[[Ida]]", "URL": "https://a.b/c"},
            "# A book\n\n![](https://a.b/c.png)\n\n## Notes",
        ),
        ("**Author:** Ida\n**URL:** https://a.b/c\n\nText.", {"Author": "Ida", "URL": "https://a.b/c"}, "Text."),
    ],
)
def test_lines_of_properties_are_fields(text: str, fields: dict[str, str], below: str) -> None:
    assert property_lines(text) == (fields, below)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Note: this is prose.\nIt goes on.",
        "Note: this is prose.\n\nMore.",
        "# A page\n\nAuthor: said so.\nReader: no.\n\nText.",
        "# A page\n\nTitle: of nobility\n\nText.",
        "# A page\n\n## Metadata\n\nProse about it.",
        "URL: https://a.b/c\n\nText.",
        "Title: A\nand prose\n\nText.",
        "Title:\n\nText.",
        "Author: " + "x" * 5000 + "\nDate: 2024-05-01",
    ],
)
def test_prose_is_text(text: str) -> None:
    assert property_lines(text) == ({}, text)
