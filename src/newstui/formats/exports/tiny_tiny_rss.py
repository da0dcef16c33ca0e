"""Tiny Tiny RSS: its export in XML, with starred and archived articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newstui.formats.exports.fields import (
    article_at,
    export,
    is_yes,
    line,
    listed,
    markdown,
    moment,
    read_unless,
    tags_in,
    tags_of,
    text,
)
from newstui.formats.exports.kind import Kind
from newstui.formats.exports.xml_rows import row_of

if TYPE_CHECKING:
    from lxml import etree

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row

_NAME = "Tiny Tiny RSS XML"


def _is_xml(root: etree._Element) -> bool:
    return root.tag == "articles" and "schema-version" in root.attrib


def _read(root: etree._Element) -> Export:
    return export(_NAME, (_article(row_of(each)) for each in root.iterchildren("article")))


def _article(row: Row) -> Parsed:
    url = line(row.get("link"))
    return article_at(
        url,
        row.get("title"),
        author=line(row.get("author")) or None,
        source=line(row.get("feed_title")) or None,
        published=moment(row.get("updated")),
        body=markdown(row.get("content"), url or None),
        read=read_unless(row.get("unread")),
        bookmarked=True if is_yes(row.get("marked")) else None,
        tagged=tags_of([*tags_in(row.get("tag_cache")), *_labels(text(row.get("label_cache")))]),
        note=text(row.get("note")).strip(),
    )


def _labels(written: str) -> list[object]:
    """Reads the names of labels, in a list of lists of their fields: number, name, colours."""
    try:
        labels = json.loads(written)
    except (ValueError, RecursionError):
        return []
    return [label[1] for label in listed(labels) if isinstance(label, list) and len(label) > 1]


KIND = Kind(_NAME, "xml", _is_xml, _read)
