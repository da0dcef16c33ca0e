"""Karakeep (once Hoarder): bookmarks and texts in JSON. Lists that were filled by hand become tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Refused
from newstui.formats.exports.fields import (
    article_at,
    export,
    is_yes,
    line,
    listed,
    moment,
    rows,
    tags_of,
    text,
    text_article,
)
from newstui.formats.exports.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row

_NAME = "Karakeep JSON"
_SERVICE = "https://karakeep.app/"


def accepts(value: Row) -> bool:
    bookmarks = value.get("bookmarks")
    first = bookmarks[0] if isinstance(bookmarks, list) and bookmarks else None
    return isinstance(first, dict) and "content" in first and "createdAt" in first


def read(value: Row) -> Export:
    lists = {
        line(each.get("id")): line(each.get("name"))
        for each in rows(value.get("lists"))
        if isinstance(each, dict) and each.get("type") != "smart"
    }
    return export(_NAME, _articles(value, lists))


def _articles(value: Row, lists: dict[str, str]) -> Iterator[Parsed]:
    for row in rows(value["bookmarks"]):
        yield row if isinstance(row, Refused) else _article(row, lists)


def _article(row: Row, lists: dict[str, str]) -> Parsed:
    content = row.get("content")
    if not isinstance(content, dict):
        return Refused(line(row.get("title")) or "an entry without a title", "the export does not contain its file")
    known = {
        "saved": moment(row.get("createdAt")),
        "read": is_yes(row.get("archived")),
        "bookmarked": True if is_yes(row.get("favourited")) else None,
        "tagged": tags_of(
            [*listed(row.get("tags"), "name"), *(lists.get(line(each)) for each in listed(row.get("lists")))]
        ),
        "note": text(row.get("note")).strip(),
    }
    if content.get("type") == "text":
        name = f"{line(row.get('createdAt'))} {line(row.get('title'))}"
        return text_article(_SERVICE, name, row.get("title"), body=text(content.get("text")).strip(), **known)
    return article_at(content.get("url"), row.get("title") or content.get("title"), **known)


KIND = Kind(_NAME, "object", accepts, read)
