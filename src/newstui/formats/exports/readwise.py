"""Readwise Reader: a table of documents with the place that each was put in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Refused
from newstui.formats.exports.csv_table import Table, rows_of
from newstui.formats.exports.fields import export, is_yes, line, moment, names, page, text

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Row, Taken

# Nothing in it is tried twice, and what is never closed ends with the text.
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*+)(?:'|\\?\Z)|\"((?:[^\"\\]|\\.)*+)(?:\"|\\?\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)")


def is_csv(table: Table) -> bool:
    return {"url", "document tags"} <= set(table.columns) or {"url", "saved date", "location"} <= set(table.columns)


def of_csv(table: Table) -> Export:
    taken = (row if isinstance(row, Refused) else _article(row) for row in rows_of(table))
    return export("Readwise Reader CSV", taken)


def _article(row: Row) -> Taken:
    place = line(row.get("location")).lower()
    # What came from a feed was never put aside: it counts as read once it was seen.
    is_read = is_yes(line(row.get("seen"))) if place == "feed" else place == "archive"
    return page(
        row["url"],
        row.get("title"),
        author=line(row.get("author")) or None,
        saved=moment(row.get("saved date")),
        read=is_read if place else None,
        bookmarked=True if place == "shortlist" else None,
        position=_share(row.get("reading progress")),
        tagged=names(_tags(text(row.get("document tags")))),
    )


def _share(value: object) -> float | None:
    try:
        share = float(line(value))
    except ValueError:
        return None
    return min(max(share, 0.0), 1.0) if share == share else None


def _tags(written: str) -> list[str]:
    """A list as Python writes it, or names with commas between them."""
    if written.strip().startswith("["):
        return [_ESCAPE.sub(r"\1", found[1] or found[2] or "") for found in _QUOTED.finditer(written)]
    return written.split(",")
