"""Pinboard: a JSON list of bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.exports.fields import article_at, export_rows, line, moment, rows, tags_of, text

if TYPE_CHECKING:
    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row


def is_json(first: object) -> bool:
    return isinstance(first, dict) and "href" in first


def read_json(value: object) -> Export:
    return export_rows("Pinboard JSON", rows(value), _article)


def _article(row: Row) -> Parsed:
    to_read = line(row.get("toread")).lower()
    return article_at(
        row.get("href"),
        row.get("description"),
        saved=moment(row.get("time")),
        read=to_read != "yes" if to_read else None,
        tagged=tags_of(text(row.get("tags")).split()),
        note=text(row.get("extended")).strip(),
    )
