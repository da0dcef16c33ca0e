"""ArchiveBox: its list of snapshots in JSON. `is_archived` says that it saved the page, not that somebody read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.exports.fields import article_at, moment, tags_in
from newstui.formats.exports.kind import list_kind

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Parsed, Row


def _article(row: Row) -> Parsed:
    return article_at(
        row.get("url"),
        row.get("title"),
        saved=moment(row.get("bookmarked_at")) or moment(row.get("timestamp")) or moment(row.get("bookmarked_date")),
        tagged=tags_in(row.get("tags")),
    )


KIND = list_kind(
    "ArchiveBox JSON",
    _article,
    "url, timestamp, bookmarked_date",
    "url, timestamp, bookmarked_at",
    "url, timestamp, archive_path",
    "url, timestamp, is_static",
    "url, timestamp, sources",
)
