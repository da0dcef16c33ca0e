"""Wallabag: articles with their text in JSON, in the forms of versions 1 and 2, in XML, or in a table without marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Incoming
from newstui.domain.urls import web_url
from newstui.formats.exports.fields import (
    annotated,
    article_at,
    day_first,
    export,
    highlights,
    is_yes,
    line,
    listed,
    markdown,
    moment,
    tags_in,
    tags_of,
    text,
)
from newstui.formats.exports.kind import Kind, list_kind, table_kind
from newstui.formats.exports.xml_rows import row_of
from newstui.formats.text.language import language_tag

if TYPE_CHECKING:
    from lxml import etree

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row

_NO_TEXT = "wallabag can't retrieve contents for this article"


def _article_v1(row: Row) -> Parsed:
    tags = row.get("tags")
    return _with_text(
        row,
        article_at(
            row.get("url"),
            row.get("title"),
            read=is_yes(row.get("is_read")),
            bookmarked=is_yes(row.get("is_fav")),
            tagged=tags_of(text(tags).split(",") if isinstance(tags, str) else listed(tags)),
        ),
    )


def _article_v2(row: Row) -> Parsed:
    return _with_text(
        row,
        article_at(
            row.get("url"),
            row.get("title"),
            author=", ".join(tags_of(listed(row.get("published_by")))) or None,
            published=moment(row.get("published_at")),
            saved=moment(row.get("created_at")),
            lang=language_tag(line(row.get("language"))),
            image=web_url(text(row.get("preview_picture"))),
            read=is_yes(row.get("is_archived")),
            bookmarked=is_yes(row.get("is_starred")),
            tagged=tags_of(listed(row.get("tags"), "label")),
            **annotated(highlights(row.get("annotations"), "text")),
        ),
    )


def _with_text(row: Row, parsed: Parsed) -> Parsed:
    if not isinstance(parsed, Incoming) or _NO_TEXT in text(row.get("content"))[:400]:
        return parsed
    return replace(parsed, body=markdown(row.get("content"), parsed.url))


def _table_article(row: Row) -> Parsed:
    return _with_text(
        row,
        article_at(
            row["url"],
            row.get("title"),
            saved=moment(day_first(row.get("creation date"))),
            lang=language_tag(line(row.get("language"))),
            tagged=tags_in(row.get("tags")),
        ),
    )


def _is_xml(root: etree._Element) -> bool:
    first = next(root.iterchildren("entry"), None)
    return first is not None and first.find("url") is not None and first.find("is_archived") is not None


def _read_xml(root: etree._Element) -> Export:
    return export("Wallabag XML", (_article_v2(row_of(entry)) for entry in root.iterchildren("entry")))


JSON_1 = list_kind("Wallabag JSON, version 1", _article_v1, "url, is_read, is_fav")
JSON_2 = list_kind(
    "Wallabag JSON, version 2",
    _article_v2,
    "url, is_archived, content",
    "url, is_archived, is_starred",
    "url, is_archived, created_at",
)
CSV = table_kind("Wallabag CSV", _table_article, "title, url, content, mime type")
XML = Kind("Wallabag XML", "xml", _is_xml, _read_xml)
