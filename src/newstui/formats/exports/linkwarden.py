"""Linkwarden: its backup in JSON. Collections become tags; pinned links are bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Refused
from newstui.formats.exports.fields import article_at, export, line, listed, moment, rows, tags_of, text
from newstui.formats.exports.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row

_NAME = "Linkwarden JSON"
_NO_COLLECTION = "unorganized"


def accepts(value: Row) -> bool:
    collections = value.get("collections")
    is_backup = isinstance(collections, list) and any(
        isinstance(each, dict) and "links" in each for each in collections
    )
    return is_backup and ("pinnedLinks" in value or "name" in value)


def read(value: Row) -> Export:
    return export(_NAME, _articles(value))


def _articles(value: Row) -> Iterator[Parsed]:
    pinned = {line(each) for each in listed(value.get("pinnedLinks"), "url")}
    for collection in rows(value["collections"]):
        if isinstance(collection, Refused):
            yield collection
            continue
        name = line(collection.get("name"))
        folder = [] if name.lower() == _NO_COLLECTION else [name]
        for row in rows(collection.get("links")):
            yield row if isinstance(row, Refused) else _article(row, folder, pinned)


def _article(row: Row, folder: list[str], pinned: set[str]) -> Parsed:
    return article_at(
        row.get("url"),
        row.get("name") or row.get("description"),
        saved=moment(row.get("importDate")) or moment(row.get("createdAt")),
        bookmarked=True if line(row.get("url")) in pinned else None,
        tagged=tags_of([*listed(row.get("tags"), "name"), *folder]),
        note=text(row.get("description")).strip() if row.get("name") else "",
    )


KIND = Kind(_NAME, "object", accepts, read)
