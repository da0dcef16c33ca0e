"""Linkwarden: its backup in JSON. Collections become tags; pinned links are bookmarks; its feeds come along.

The text that it keeps of a page has no paragraphs: it stands until the page itself is fetched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Refused
from newstui.domain.articles.page_status import COMPLETE, PageStatus
from newstui.domain.feed import Feed
from newstui.domain.urls import web_url
from newstui.formats.exports.fields import NOT_WEB, article_at, export, line, listed, moment, rows, tags_of, text
from newstui.formats.exports.folders import names_by_id
from newstui.formats.exports.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    parsed = list(_parsed(value))
    articles = (each for each in parsed if not isinstance(each, Feed))
    return export(_NAME, articles, feeds=tuple(each for each in parsed if isinstance(each, Feed)))


def _parsed(value: Row) -> Iterator[Parsed | Feed]:
    pinned = {line(each) for each in listed(value.get("pinnedLinks"), "url")}
    names = names_by_id(rows(value["collections"]))
    for collection in rows(value["collections"]):
        if isinstance(collection, Refused):
            yield collection
            continue
        inside = names.get(line(collection.get("id"))) or [line(collection.get("name"))]
        folders = [name for name in inside if name.lower() != _NO_COLLECTION]
        for row in rows(collection.get("links")):
            yield row if isinstance(row, Refused) else _article(row, folders, pinned)
        for row in rows(collection.get("rssSubscriptions")):
            yield row if isinstance(row, Refused) else _feed(row, folders)


def _article(row: Row, folders: Sequence[str], pinned: set[str]) -> Parsed:
    kept = text(row.get("textContent")).strip()
    return article_at(
        row.get("url"),
        row.get("name") or row.get("description"),
        saved=moment(row.get("importDate")) or moment(row.get("createdAt")),
        body=kept,
        page_status=PageStatus("wanted") if kept else COMPLETE,
        bookmarked=True if line(row.get("url")) in pinned else None,
        tagged=tags_of([*listed(row.get("tags"), "name"), *folders]),
        note=text(row.get("description")).strip() if row.get("name") else "",
    )


def _feed(row: Row, folders: Sequence[str]) -> Feed | Refused:
    url, title = web_url(line(row.get("url"))), line(row.get("name"))
    return Feed(url, title=title, tags=tags_of(folders)) if url else Refused(title or line(row.get("url")), NOT_WEB)


KIND = Kind(_NAME, "object", accepts, read)
