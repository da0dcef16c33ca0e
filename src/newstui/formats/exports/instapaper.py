"""Instapaper: a table whose folder says what was done with an article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Refused
from newstui.formats.exports.csv_table import Table, rows_of
from newstui.formats.exports.fields import export, line, listed, moment, names, page, quotation, text

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Row, Taken

_READ = {"unread": False, "archive": True}
_STARRED = "starred"


def is_csv(table: Table) -> bool:
    return {"url", "selection", "folder"} <= set(table.columns)


def of_csv(table: Table) -> Export:
    return export("Instapaper CSV", (row if isinstance(row, Refused) else _article(row) for row in rows_of(table)))


def _article(row: Row) -> Taken:
    folder = line(row.get("folder"))
    its_own = folder.lower() in _READ or folder.lower() == _STARRED
    return page(
        row["url"],
        row.get("title"),
        saved=moment(row.get("timestamp")),
        read=_READ.get(folder.lower()),
        bookmarked=True if folder.lower() == _STARRED else None,
        tagged=names([*([] if its_own else [folder]), *_tags(text(row.get("tags")))]),
        note=quotation(row.get("selection")),
    )


def _tags(written: str) -> list[object]:
    """A list in JSON, or names with commas between them."""
    try:
        return listed(json.loads(written))
    except (ValueError, RecursionError):
        return [*written.split(",")]
