"""Wallabag: articles with their text in JSON, as versions 1 and 2 export them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.domain.urls import web_url
from newstui.formats.articles.front_matter import language
from newstui.formats.exports.fields import (
    export,
    is_yes,
    line,
    listed,
    markdown,
    moment,
    names,
    page,
    paragraphs,
    quotation,
    rows,
    text,
)  # fmt: skip

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Row, Taken

_NO_TEXT = "wallabag can't retrieve contents for this article"


def is_v1(first: object) -> bool:
    return isinstance(first, dict) and {"url", "is_read", "is_fav"} <= first.keys()


def is_v2(first: object) -> bool:
    return isinstance(first, dict) and {"url", "is_archived"} <= first.keys()


def of_v1(value: object) -> Export:
    return export("Wallabag JSON, version 1", (row if isinstance(row, Refused) else _of_v1(row) for row in rows(value)))


def of_v2(value: object) -> Export:
    return export("Wallabag JSON, version 2", (row if isinstance(row, Refused) else _of_v2(row) for row in rows(value)))


def _of_v1(row: Row) -> Taken:
    tags = row.get("tags")
    return _with_text(
        row,
        page(
            row.get("url"),
            row.get("title"),
            read=is_yes(row.get("is_read")),
            bookmarked=is_yes(row.get("is_fav")),
            tagged=names(text(tags).split(",") if isinstance(tags, str) else listed(tags)),
        ),
    )


def _of_v2(row: Row) -> Taken:
    return _with_text(
        row,
        page(
            row.get("url"),
            row.get("title"),
            author=", ".join(names(listed(row.get("published_by")))) or None,
            published=moment(row.get("published_at")),
            saved=moment(row.get("created_at")),
            lang=language(line(row.get("language"))),
            image=web_url(text(row.get("preview_picture"))),
            read=is_yes(row.get("is_archived")),
            bookmarked=is_yes(row.get("is_starred")),
            tagged=names(listed(row.get("tags"), "label")),
            note=paragraphs(*map(_annotation, _items(row.get("annotations")))),
        ),
    )


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _annotation(said: object) -> str:
    """What was highlighted, and what its reader wrote to it."""
    return paragraphs(quotation(said.get("quote")), text(said.get("text"))) if isinstance(said, dict) else ""


def _with_text(row: Row, taken: Taken) -> Taken:
    if not isinstance(taken, Incoming) or _NO_TEXT in text(row.get("content"))[:400]:
        return taken
    return replace(taken, body=markdown(row.get("content"), taken.url))
