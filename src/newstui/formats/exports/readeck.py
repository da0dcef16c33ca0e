"""Readeck: an archive with a folder for each bookmark: its metadata in JSON and its text in HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Incoming, Refused
from newstui.domain.errors import NewstuiError
from newstui.formats.exports.fields import (
    annotated,
    article_at,
    export,
    is_yes,
    line,
    listed,
    markdown,
    moment,
    paragraphs,
    parsed_json,
    quotation,
    refused,
    share_of,
    tags_of,
    text,
)
from newstui.formats.exports.kind import Kind
from newstui.formats.text.decode import decode
from newstui.formats.text.language import language_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row
    from newstui.formats.zip_archive import ZipArchive

_NAME = "Readeck"
_METADATA = re.compile(r"(?:.*/)?bookmarks/[^/]+/(?:info|bookmark)\.json")
_PAGE = "index.html"
_WHOLE = 100
_IN_NAME = re.compile(r"(?<=[a-z])(?=[A-Z])")


def accepts(archive: ZipArchive) -> bool:
    return any(map(_METADATA.fullmatch, archive.names))


def read(archive: ZipArchive) -> Export:
    return export(_NAME, _articles(archive))


def _articles(archive: ZipArchive) -> Iterator[Parsed]:
    pages = {_bookmark(name): name for name in archive.names if name.rpartition("/")[2] == _PAGE}
    taken = 0
    for name in filter(_METADATA.fullmatch, archive.names):
        try:
            row = parsed_json(decode(archive.read(name), uncut=True).text, name)
            page = pages.get(_bookmark(name))
            html = decode(archive.read(page), html=True, uncut=True).text if page else ""
        except NewstuiError as error:
            yield refused(name, error)
            continue
        taken += 1 + bool(page)
        if not isinstance(row, dict):
            yield Refused(name, "it is not a JSON object")
            continue
        parsed = _article(_named(row))
        yield replace(parsed, body=markdown(html, parsed.url)) if isinstance(parsed, Incoming) else parsed
    rest = sum("/bookmarks/" in f"/{name}" and not name.endswith("/") for name in archive.names) - taken
    if rest > 0:
        files = "1 file" if rest == 1 else f"{rest:,} files"
        yield Refused(f"{files} of bookmarks", "newstui takes their text; pictures are fetched from the web")


def _bookmark(name: str) -> str:
    """Returns the folder of a bookmark, by the name of a file in it."""
    before, _, inside = f"/{name}".rpartition("/bookmarks/")
    return f"{before}/{inside.partition('/')[0]}"


def _named(value: object) -> Row:
    """Returns an object under the names of Readeck's API: a whole backup has `IsArchived` for `is_archived`."""
    return {_IN_NAME.sub("_", name).lower(): each for name, each in value.items()} if isinstance(value, dict) else {}


def _article(row: Row) -> Parsed:
    position = share_of(row.get("read_progress"), _WHOLE)
    return article_at(
        row.get("url"),
        row.get("title"),
        author=", ".join(tags_of(listed(row.get("authors"), "name"))) or None,
        source=line(row.get("site_name")) or None,
        published=moment(row.get("published")),
        saved=moment(row.get("created")),
        summary=line(row.get("description")) or None,
        lang=language_tag(line(row.get("lang"))),
        read=is_yes(row.get("is_archived")) or position == 1,
        bookmarked=True if is_yes(row.get("is_marked")) else None,
        position=position,
        tagged=tags_of(listed(row.get("labels"), "name")),
        **annotated(_annotations(row.get("annotations"))),
    )


def _annotations(value: object) -> str:
    annotations = map(_named, value) if isinstance(value, list) else ()
    return paragraphs(*(paragraphs(quotation(each.get("text")), text(each.get("note"))) for each in annotations))


KIND = Kind(_NAME, "archive", accepts, read)
