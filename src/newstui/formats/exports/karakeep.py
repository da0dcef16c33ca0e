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
from newstui.formats.exports.folders import names_by_id
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
    by_hand = [each for each in rows(value.get("lists")) if isinstance(each, dict) and each.get("type") != "smart"]
    with_more = sum(bool(row.get("customMetadata")) for row in rows(value["bookmarks"]) if isinstance(row, dict))
    notes = (f"Metadata of your own is left out, of bookmarks: {with_more:,}.",) if with_more else ()
    return export(_NAME, _articles(value, names_by_id(by_hand)), notes=notes)


def _articles(value: Row, lists: dict[str, list[str]]) -> Iterator[Parsed]:
    for row in rows(value["bookmarks"]):
        yield row if isinstance(row, Refused) else _article(row, lists)


def _article(row: Row, lists: dict[str, list[str]]) -> Parsed:
    content = row.get("content")
    if not isinstance(content, dict):
        return Refused(line(row.get("title")) or "an entry without a title", "the export does not contain its file")
    folders = [name for each in listed(row.get("lists")) for name in lists.get(line(each), ())]
    known = {
        "saved": moment(row.get("createdAt")),
        "read": is_yes(row.get("archived")),
        "bookmarked": True if is_yes(row.get("favourited")) else None,
        "tagged": tags_of([*listed(row.get("tags"), "name"), *folders]),
        "note": text(row.get("note")).strip(),
    }
    if content.get("type") == "text":
        name = f"{line(row.get('createdAt'))} {line(row.get('title'))}"
        return text_article(_SERVICE, name, row.get("title"), body=text(content.get("text")).strip(), **known)
    return article_at(content.get("url"), row.get("title") or content.get("title"), **known)


KIND = Kind(_NAME, "object", accepts, read)
