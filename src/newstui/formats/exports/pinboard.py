"""Pinboard: a list of bookmarks in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Refused
from newstui.formats.exports.fields import export, line, moment, names, page, rows, text

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Row, Taken


def is_json(first: object) -> bool:
    return isinstance(first, dict) and "href" in first


def of_json(value: object) -> Export:
    return export("Pinboard JSON", (row if isinstance(row, Refused) else _article(row) for row in rows(value)))


def _article(row: Row) -> Taken:
    to_read = line(row.get("toread")).lower()
    return page(
        row.get("href"),
        row.get("description"),
        saved=moment(row.get("time")),
        read=to_read != "yes" if to_read else None,
        tagged=names(text(row.get("tags")).split()),
        note=text(row.get("extended")).strip(),
    )
