"""Exports that hold texts: Wallabag, Omnivore, and archives of files."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.domain.errors import NewstuiError
from newstui.formats.exports.detect import read_export
from newstui.formats.zip_archive import ZipLimits

AT = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


def read_json(value: Any) -> Export:
    return read_export(json.dumps(value).encode(), "export.json")


def archive(**files: str | bytes) -> bytes:
    """The files of an archive; `__` in their names stands for `/`, and the ending is written with `_dot_`."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return target.getvalue()


def test_wallabag_1() -> None:
    content = "<p>The <b>ferry</b> stops.</p>"
    old = {"0": "1", "id": "1", "title": "One", "url": "https://e.org/1", "is_read": "1", "is_fav": "0",
           "content": content, "user_id": "1", "tags": "sea,long read"}  # fmt: skip
    found = read_json([old, {**old, "is_read": "0", "is_fav": "1", "tags": "", "content": ""}, "odd"])
    assert found.format == "Wallabag JSON, version 1"
    one, two = found.articles
    assert (one.title, one.url, one.read, one.bookmarked, one.tagged) == (
        "One", "https://e.org/1", True, False, ("sea", "long read"),
    )  # fmt: skip
    assert "ferry" in one.body and "<" not in one.body
    assert (two.body, two.read, two.bookmarked, two.tagged) == ("", False, True, ())
    assert found.refused == (Refused("entry 3", "it is not a JSON object"),)


def test_wallabag_2() -> None:
    entry = {
        "id": 7, "title": "One", "url": "https://e.org/a/1", "is_archived": 1, "is_starred": True, "reading_time": 3,
        "content": '<p>The <a href="/b">ferry</a> stops.</p>', "created_at": "2023-11-14T23:13:20+0100",
        "published_at": "2023-11-14 22:13:20", "published_by": ["A. Author", "", "B. Author"], "language": "pt_BR",
        "preview_picture": "https://e.org/p.jpg", "tags": ["sea", {"label": "long read", "slug": "x"}, None],
        "annotations": [{"text": "True?", "quote": "The ferry\nstops"}, {"quote": "", "text": "A note"}, "odd"],
    }  # fmt: skip
    found = read_json([entry])
    assert found.format == "Wallabag JSON, version 2"
    assert "(https://e.org/b)" in found.articles[0].body
    assert found.articles[0] == Incoming(
        "One", body=found.articles[0].body, url="https://e.org/a/1", author="A. Author, B. Author", published=AT,
        saved=AT, lang="pt-br", image="https://e.org/p.jpg", read=True, bookmarked=True, tagged=("sea", "long read"),
        note="> The ferry\n> stops\n\nTrue?\n\nA note",
    )  # fmt: skip


def test_wallabag_where_it_found_no_text_leaves_the_text_to_be_fetched() -> None:
    failed = "wallabag can't retrieve contents for this article. Please <a href='x'>report this issue to us</a>."
    entries = [
        {"title": "A", "url": "https://e.org/", "is_archived": False, "content": text} for text in (failed, None, 5)
    ]
    assert [article.body for article in read_json(entries).articles] == ["", "", "5"]


OMNIVORE = {
    "id": "1", "slug": "one", "title": "One", "description": "Short.", "author": "A. Author", "url": "https://e.org/1",
    "state": "Archived", "readingProgress": 25, "thumbnail": "https://e.org/p.jpg",
    "labels": ["sea", {"name": "long read"}], "savedAt": "2023-11-14T22:13:20.000Z",
    "updatedAt": "2024-01-01T00:00:00.000Z", "publishedAt": "2023-11-14T22:13:20Z",
}  # fmt: skip
ACTIVE = {**OMNIVORE, "slug": "two", "title": "Two", "state": "Active", "labels": [], "author": None, "thumbnail": "",
          "description": "", "publishedAt": None}  # fmt: skip


@pytest.mark.parametrize("folder", ["", "export__"])
def test_omnivore(folder: str) -> None:
    files: dict[str, str | bytes] = {
        "metadata_0_to_20_dot_json": json.dumps([OMNIVORE, {**ACTIVE, "readingProgress": 100}]),
        "metadata_20_to_40_dot_json": json.dumps([{**ACTIVE, "slug": "three", "readingProgress": 0}, 5]),
        "content__one_dot_html": "<p>The <b>ferry</b> stops.</p>",
        "content__three_dot_pdf": b"%PDF",
        "highlights__one_dot_md": "> The ferry\n\nTrue?\n",
    }
    found = read_export(archive(**{folder + name: content for name, content in files.items()}), "omnivore.zip")
    one, two, three = found.articles
    assert "ferry" in one.body and "<" not in one.body
    assert one == Incoming(
        "One", body=one.body, url="https://e.org/1", author="A. Author", published=AT, saved=AT, summary="Short.",
        image="https://e.org/p.jpg", read=True, position=0.25, tagged=("sea", "long read"), note="> The ferry\n\nTrue?",
    )  # fmt: skip
    assert two == Incoming("Two", url="https://e.org/1", saved=AT, read=True, position=1.0)
    assert (three.read, three.position, three.body) == (False, 0.0, "")
    assert found.format == "Omnivore"
    assert found.refused == (
        Refused("content/three.pdf", "it is a PDF: newstui keeps its address, not its text"),
        Refused("entry 2", "it is not a JSON object"),
    )


def test_a_file_of_omnivore_alone_gives_articles_to_be_fetched() -> None:
    found = read_json([OMNIVORE])
    assert (found.format, found.articles[0].position, found.articles[0].body) == ("Omnivore", 0.25, "")


def test_what_is_damaged_in_an_archive_costs_only_itself() -> None:
    raw = bytearray(
        archive(
            metadata_0_to_20_dot_json=json.dumps([OMNIVORE]), metadata_1_dot_json="[", content__one_dot_html="x" * 5000
        )
    )
    content = raw.index(b"content/one.html") + len("content/one.html")
    raw[content : content + 5] = b"\xff\xff\xff\xff\xff"
    found = read_export(bytes(raw), "omnivore.zip")
    assert [article.title for article in found.articles] == ["One"]
    assert found.refused == (
        Refused("content/one.html", "it is damaged, locked, or compressed in an unknown way"),
        Refused("metadata_1.json", "metadata_1.json is JSON that is broken at line 1, column 2"),
    )


def test_an_archive_that_is_too_large_is_read_up_to_the_limits() -> None:
    rows = [{**ACTIVE, "slug": str(number)} for number in range(5)]
    bombs = {f"content__{number}_dot_html": "x" * 9_000 for number in range(4)}
    raw = archive(
        metadata_0_dot_json=json.dumps(rows),
        content__4_dot_html="x" * 20_000,
        metadata_1_dot_json="x" * 20_000,
        **bombs,
    )
    found = read_export(raw, "omnivore.zip", ZipLimits(member_bytes=10_000, total_bytes=20_000))
    assert [bool(article.body) for article in found.articles] == [True, True, False, False, False]
    assert {each.why for each in found.refused} == {"it is too large when it is unpacked"}
    assert len(found.refused) == 4


def test_names_in_an_archive_are_never_paths() -> None:
    rows = [{**ACTIVE, "slug": "../../../etc/passwd"}, {**ACTIVE, "slug": "/etc/passwd"}, {**ACTIVE, "slug": 5}]
    found = read_export(archive(**{"metadata_0_dot_json": json.dumps(rows), "..__x_dot_html": "x"}), "omnivore.zip")
    assert [article.body for article in found.articles] == ["", "", ""]


def test_pockets_archive_is_read_with_its_highlights() -> None:
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
    found = read_export(raw, "pocket.zip")
    assert found == Export(
        "Pocket CSV and Pocket highlights",
        (
            Incoming("One", url="https://e.org/1", saved=AT, read=False, note="> Said so."),
            Incoming("Two", url="https://e.org/2", read=True),
            Incoming("Nine", url="https://e.org/9", note="> And\n> this.\n\nTrue?"),
            Incoming("Eight", url="https://e.org/8"),
        ),
        refused=(
            Refused("entry 4", "it is not a JSON object"),
            Refused("picture.png", "newstui does not know what it is"),
            Refused("empty.csv", "empty.csv is empty"),
        ),
    )


def test_an_archive_without_an_export_says_so() -> None:
    with pytest.raises(NewstuiError, match=r"pictures\.zip is an archive without an export that newstui can read"):
        read_export(archive(a_dot_png=b"x"), "/home/me/pictures.zip")
    with pytest.raises(NewstuiError, match=r"broken\.zip is not a ZIP archive, or a damaged one"):
        read_export(b"PK\x03\x04 and so on", "broken.zip")
