"""Pocket: its last export (a table, with highlights in JSON), and the web page that it exported before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.formats.exports.fields import (
    annotated,
    article_at,
    export,
    highlights,
    line,
    moment,
    tags_of,
    text,
)
from newstui.formats.exports.headed_links import headed_links
from newstui.formats.exports.kind import Kind, list_kind, table_kind

if TYPE_CHECKING:
    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row
    from newstui.formats.exports.headed_links import HeadedLink

_READ = frozenset(("archive", "archived", "read", "1"))
_TAG_BREAK = re.compile(r"[|,]")


def _is_html(html: str) -> bool:
    start = html[:4096].lower()
    return "<title>pocket export" in start or ("time_added=" in start and "<h1>" in start)


def _article(row: Row) -> Parsed:
    status = line(row.get("status")).lower()
    return article_at(
        row["url"],
        row.get("title"),
        saved=moment(row.get("time_added")),
        read=status in _READ if status else None,
        bookmarked=True if row.get("favorite") == "1" else None,
        tagged=tags_of(_TAG_BREAK.split(text(row.get("tags")))),
    )


def _read_html(html: str) -> Export:
    return export("Pocket HTML", map(_link, headed_links(html)))


def _link(link: HeadedLink) -> Parsed:
    """Returns a link below a heading `Unread` or `Read Archive`."""
    return article_at(
        link.attributes.get("href"),
        link.words,
        saved=moment(link.attributes.get("time_added")),
        read="archive" in link.heading.lower() if link.heading else None,
        tagged=tags_of(_TAG_BREAK.split(link.attributes.get("tags", ""))),
    )


def _highlighted(row: Row) -> Parsed:
    return article_at(row.get("url"), row.get("title"), **annotated(highlights(row.get("highlights"), "note")))


CSV = table_kind("Pocket CSV", _article, "url, time_added")
HIGHLIGHTS = list_kind("Pocket highlights", _highlighted, "url, highlights", without="bookmarked")
HTML = Kind("Pocket HTML", "markup", _is_html, _read_html)
