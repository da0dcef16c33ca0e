"""Pinboard: a JSON list of bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.exports.fields import article_at, line, moment, row_format, tags_of, text

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Parsed, Row


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


JSON = row_format("Pinboard JSON", _article, "href")
