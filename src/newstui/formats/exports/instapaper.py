"""Instapaper: a table. The folder of an article says whether it was read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newstui.formats.exports.fields import article_at, line, listed, moment, quotation, row_format, tags_of, text

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Parsed, Row

_READ = {"unread": False, "archive": True}
_STARRED = "starred"


def _article(row: Row) -> Parsed:
    folder = line(row.get("folder"))
    is_standard = folder.lower() in _READ or folder.lower() == _STARRED
    return article_at(
        row["url"],
        row.get("title"),
        saved=moment(row.get("timestamp")),
        read=_READ.get(folder.lower()),
        bookmarked=True if folder.lower() == _STARRED else None,
        tagged=tags_of([*([] if is_standard else [folder]), *_tags(text(row.get("tags")))]),
        note=quotation(row.get("selection")),
    )


def _tags(written: str) -> list[object]:
    """Reads a JSON list, or names separated by commas."""
    try:
        return listed(json.loads(written))
    except (ValueError, RecursionError):
        return [*written.split(",")]


CSV = row_format("Instapaper CSV", _article, "url, selection, folder")
