"""Pocket: the table, the page, and the archive with highlights."""

from __future__ import annotations

import json

import pytest

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.formats.exports.detect import read_export
from newstui.formats.exports.fields import annotated
from tests.formats.exports.samples import AT, archive, read


def test_the_html_page_of_pocket() -> None:
    export = read(
        "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
        '<li><a href="https://e.org/?a=1&amp;b=2" time_added="1700000000" tags="sea,long read">A &amp; B</a></li>'
        '<li><a href="javascript:x" time_added="1" tags="">Script</a></ul>'
        '<h1>Read Archive</h1><ul><li><a href="https://e.org/2" time_added="1700000000" tags="">Two</a></li></ul>'
    )
    assert export == Export(
        "Pocket HTML",
        (
            Incoming("A & B", url="https://e.org/?a=1&b=2", saved=AT, read=False, tagged=("sea", "long read")),
            Incoming("Two", url="https://e.org/2", saved=AT, read=True),
        ),
        refused=(Refused("Script", "its address is not http or https: javascript:x"),),
    )


@pytest.mark.parametrize(
    "header",
    ["title,url,time_added,tags,status", "title,url,time_added,cursor,tags,status", "url,title,tags,status,time_added"],
)
def test_the_table_of_pocket_in_each_shape(header: str) -> None:
    cells = {
        "title": '"The ferry, ""again"""', "url": "https://e.org/a?b=1", "time_added": "1700000000", "cursor": "",
        "tags": "sea|long read", "status": "archive",
    }  # fmt: skip
    row = ",".join(cells[column] for column in header.split(","))
    empty = ",".join({"url": "https://e.org/b", "status": "unread"}.get(column, "") for column in header.split(","))
    assert read(f"{header}\n{row}\n\n{empty}\n") == Export(
        "Pocket CSV",
        (
            Incoming('The ferry, "again"', url="https://e.org/a?b=1", saved=AT, read=True, tagged=("sea", "long read")),
            Incoming("https://e.org/b", url="https://e.org/b", read=False),
        ),
    )


def test_the_archive_of_pocket_is_read_with_its_highlights() -> None:
    header = "title,url,time_added,tags,status\n"
    highlights = [
        {"url": "https://e.org/1", "title": "One", "highlights": [{"quote": "Said so.", "created_at": 1}, "odd"]},
        {"url": "https://e.org/9", "title": "Nine", "highlights": [{"quote": "And\nthis.", "note": "True?"}]},
        {"url": "https://e.org/8", "title": "Eight", "highlights": None},
        "odd",
    ]
    raw = archive(
        part_000000_dot_csv=header + "One,https://e.org/1,1700000000,,unread\n",
        part_000001_dot_csv=header + "Two,https://e.org/2,,,archive\n,,,,\n",
        annotations__part_000000_dot_json=json.dumps(highlights),
        picture_dot_png=b"x",
        folder__="",
        empty_dot_csv="",
    )
    export = read_export(raw, "pocket.zip")
    assert export == Export(
        "Pocket CSV and Pocket highlights",
        (
            Incoming("One", url="https://e.org/1", saved=AT, read=False, **annotated("> Said so.")),
            Incoming("Two", url="https://e.org/2", read=True),
            Incoming("Nine", url="https://e.org/9", **annotated("> And\n> this.\n\nTrue?")),
            Incoming("Eight", url="https://e.org/8"),
        ),
        refused=(
            Refused("entry 4", "it is not a JSON object"),
            Refused("picture.png", "newstui does not know what it is"),
            Refused("empty.csv", "empty.csv is empty"),
        ),
    )
