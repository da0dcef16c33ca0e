"""Pinboard and Delicious: bookmarks in JSON or XML, with the same fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.exports.fields import article_at, export, line, moment, tags_of, text
from newstui.formats.exports.kind import Kind, list_kind

if TYPE_CHECKING:
    from lxml import etree

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row


def _article(row: Row, default: str = "") -> Parsed:
    to_read = line(row.get("toread")).lower() or default
    return article_at(
        row.get("href"),
        row.get("description"),
        saved=moment(row.get("time")),
        read=to_read != "yes" if to_read else None,
        tagged=tags_of(text(row.get("tags") or row.get("tag")).split()),
        note=text(row.get("extended")).strip(),
    )


def _is_xml(root: etree._Element) -> bool:
    return root.tag == "posts" and (len(root) == 0 or root[0].get("href") is not None)


def _read_xml(root: etree._Element) -> Export:
    """Reads a backup. Pinboard writes `toread` only for what is to read; Delicious knew no such thing."""
    posts = [{str(key): value for key, value in post.items()} for post in root.iterchildren("post")]
    default = "no" if any("toread" in post for post in posts) else ""
    return export("Pinboard XML", (_article(post, default) for post in posts))


JSON = list_kind("Pinboard JSON", _article, "href, description", "href, tags, time")
XML = Kind("Pinboard XML", "xml", _is_xml, _read_xml)
