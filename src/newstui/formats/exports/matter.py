"""Matter: a table of its reader's history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.exports.fields import article_at, is_yes, line, moment, tags_in
from newstui.formats.exports.kind import table_kind

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Parsed, Row


def _article(row: Row) -> Parsed:
    is_archived = line(row.get("in queue")).lower() == "false"
    return article_at(
        row["url"],
        row.get("title"),
        author=line(row.get("author")) or None,
        source=line(row.get("publisher")) or None,
        saved=moment(row.get("last interaction date")),
        read=is_yes(row.get("read")) or is_archived,
        bookmarked=True if is_yes(row.get("favorited")) else None,
        tagged=tags_in(row.get("tags")),
    )


KIND = table_kind("Matter CSV", _article, "url, in queue, favorited")
