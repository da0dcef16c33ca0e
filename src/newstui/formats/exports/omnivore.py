"""Omnivore: an archive with the metadata of the articles in JSON, texts in HTML and highlights in Markdown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import clean
from newstui.domain.urls import web_url
from newstui.formats.exports.fields import (
    annotated,
    article_at,
    export,
    line,
    listed,
    markdown,
    moment,
    parsed_json,
    refused,
    rows,
    share_of,
    tags_of,
    text,
)
from newstui.formats.exports.kind import Kind, list_kind
from newstui.formats.text.decode import decode
from newstui.formats.zip_archive import ZipMemberError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.formats.exports.fields import Parsed, Row
    from newstui.formats.zip_archive import ZipArchive

_WHOLE = 100


def _is_archive(archive: ZipArchive) -> bool:
    return any(_is_metadata(name) for name in archive.names)


def _read_archive(archive: ZipArchive) -> Export:
    return export(JSON.name, _articles(archive))


def _is_metadata(name: str) -> bool:
    last = name.rpartition("/")[2]
    return last.startswith("metadata_") and last.endswith(".json")


def _articles(archive: ZipArchive) -> Iterator[Parsed]:
    for name in filter(_is_metadata, archive.names):
        folder = name.rpartition("/")[0]
        try:
            listing = parsed_json(decode(archive.read(name), uncut=True).text, name)
        except NewstuiError as error:
            yield refused(name, error)
            continue
        for row in rows(listing):
            if isinstance(row, Refused):
                yield row
            else:
                yield from _with_files(archive, f"{folder}/" if folder else "", row)


def _with_files(archive: ZipArchive, folder: str, row: Row) -> Iterator[Parsed]:
    parsed, slug = _article(row), text(row.get("slug"))
    if isinstance(parsed, Incoming):
        for name in (f"{folder}content/{slug}.html", f"{folder}highlights/{slug}.md"):
            is_page = name.endswith(".html")
            try:
                content = decode(archive.read(name), html=is_page, uncut=True).text
            except ZipMemberError as error:
                yield refused(name, error)
                continue
            if is_page:
                parsed = replace(parsed, body=markdown(content, parsed.url))
            else:
                parsed = replace(parsed, **annotated(clean(content).strip()))
        if f"{folder}content/{slug}.pdf" in archive.names:
            yield Refused(f"content/{slug}.pdf", "it is a PDF: newstui keeps its address, not its text")
    yield parsed


def _article(row: Row) -> Parsed:
    position = share_of(row.get("readingProgress"), _WHOLE)
    state = line(row.get("state")).lower()
    return article_at(
        row.get("url"),
        row.get("title"),
        author=line(row.get("author")) or None,
        published=moment(row.get("publishedAt")),
        saved=moment(row.get("savedAt")),
        summary=line(row.get("description")) or None,
        image=web_url(text(row.get("thumbnail"))),
        read=state == "archived" or position == 1,
        position=position,
        tagged=tags_of(listed(row.get("labels"), "name")),
    )


JSON = list_kind("Omnivore", _article, "url, slug, savedAt")
"""A metadata file alone, without texts."""
ARCHIVE = Kind("Omnivore", "archive", _is_archive, _read_archive)
