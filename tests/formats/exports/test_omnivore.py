"""The archive of Omnivore; a broken file in it costs only itself."""

from __future__ import annotations

import json

import pytest

from newstui.domain.articles.incoming import Incoming, Refused
from newstui.formats.exports.detect import read_export
from newstui.formats.exports.fields import annotated
from newstui.formats.zip_archive import ZipLimits
from tests.formats.exports.samples import AT, archive, read_json

OMNIVORE = {
    "id": "1", "slug": "one", "title": "One", "description": "Short.", "author": "A. Author", "url": "https://e.org/1",
    "state": "Archived", "readingProgress": 25, "thumbnail": "https://e.org/p.jpg",
    "labels": ["sea", {"name": "long read"}], "savedAt": "2023-11-14T22:13:20.000Z",
    "updatedAt": "2024-01-01T00:00:00.000Z", "publishedAt": "2023-11-14T22:13:20Z",
}  # fmt: skip


ACTIVE = {**OMNIVORE, "slug": "two", "title": "Two", "state": "Active", "labels": [], "author": None, "thumbnail": "",
          "description": "", "publishedAt": None}  # fmt: skip


@pytest.mark.parametrize("folder", ["", "export__"])
def test_metadata_texts_and_highlights_are_joined(folder: str) -> None:
    files: dict[str, str | bytes] = {
        "metadata_0_to_20_dot_json": json.dumps([OMNIVORE, {**ACTIVE, "readingProgress": 100}]),
        "metadata_20_to_40_dot_json": json.dumps([{**ACTIVE, "slug": "three", "readingProgress": 0}, 5]),
        "content__one_dot_html": "<p>The <b>ferry</b> stops.</p>",
        "content__three_dot_pdf": b"%PDF",
        "highlights__one_dot_md": "> The ferry\n\nTrue?\n",
    }
    export = read_export(archive(**{folder + name: content for name, content in files.items()}), "omnivore.zip")
    one, two, three = export.articles
    assert "ferry" in one.body and "<" not in one.body
    assert one == Incoming(
        "One", body=one.body, url="https://e.org/1", author="A. Author", published=AT, saved=AT, summary="Short.",
        image="https://e.org/p.jpg", read=True, position=0.25, tagged=("sea", "long read"),
        **annotated("> The ferry\n\nTrue?"),
    )  # fmt: skip
    assert two == Incoming("Two", url="https://e.org/1", saved=AT, read=True, position=1.0)
    assert (three.read, three.position, three.body) == (False, 0.0, "")
    assert export.format == "Omnivore"
    assert export.refused == (
        Refused("content/three.pdf", "it is a PDF: newstui keeps its address, not its text"),
        Refused("entry 2", "it is not a JSON object"),
    )


def test_a_metadata_file_alone_gives_articles_without_texts() -> None:
    export = read_json([OMNIVORE])
    assert (export.format, export.articles[0].position, export.articles[0].body) == ("Omnivore", 0.25, "")


def test_a_damaged_file_in_an_archive_costs_only_itself() -> None:
    raw = bytearray(
        archive(
            metadata_0_to_20_dot_json=json.dumps([OMNIVORE]), metadata_1_dot_json="[", content__one_dot_html="x" * 5000
        )
    )
    content = raw.index(b"content/one.html") + len("content/one.html")
    raw[content : content + 5] = b"\xff\xff\xff\xff\xff"
    export = read_export(bytes(raw), "omnivore.zip")
    assert [article.title for article in export.articles] == ["One"]
    assert export.refused == (
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
    export = read_export(raw, "omnivore.zip", ZipLimits(member_bytes=10_000, total_bytes=20_000))
    assert [bool(article.body) for article in export.articles] == [True, True, False, False, False]
    assert {each.why for each in export.refused} == {"it is too large when it is unpacked"}
    assert len(export.refused) == 4


def test_names_in_an_archive_are_never_paths() -> None:
    rows = [{**ACTIVE, "slug": "../../../etc/passwd"}, {**ACTIVE, "slug": "/etc/passwd"}, {**ACTIVE, "slug": 5}]
    export = read_export(archive(**{"metadata_0_dot_json": json.dumps(rows), "..__x_dot_html": "x"}), "omnivore.zip")
    assert [article.body for article in export.articles] == ["", "", ""]
