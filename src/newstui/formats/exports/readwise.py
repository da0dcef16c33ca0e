"""Readwise Reader: a table of documents and their locations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.formats.exports.csv_table import Table, rows_of
from newstui.formats.exports.fields import article_at, export_rows, is_yes, line, moment, tags_of, text

if TYPE_CHECKING:
    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row

# Possessive, so that it takes linear time. A quotation that is never closed ends with the text.
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*+)(?:'|\\?\Z)|\"((?:[^\"\\]|\\.)*+)(?:\"|\\?\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)")


def is_csv(table: Table) -> bool:
    return {"url", "document tags"} <= set(table.columns) or {"url", "saved date", "location"} <= set(table.columns)


def read_csv(table: Table) -> Export:
    return export_rows("Readwise Reader CSV", rows_of(table), _article)


def _article(row: Row) -> Parsed:
    location = line(row.get("location")).lower()
    # An article from a feed was never saved: it counts as read when it was seen.
    is_read = is_yes(line(row.get("seen"))) if location == "feed" else location == "archive"
    return article_at(
        row["url"],
        row.get("title"),
        author=line(row.get("author")) or None,
        saved=moment(row.get("saved date")),
        read=is_read if location else None,
        bookmarked=True if location == "shortlist" else None,
        position=_share(row.get("reading progress")),
        tagged=tags_of(_tags(text(row.get("document tags")))),
    )


def _share(value: object) -> float | None:
    try:
        share = float(line(value))
    except ValueError:
        return None
    return min(max(share, 0.0), 1.0) if share == share else None


def _tags(written: str) -> list[str]:
    """Reads a list as Python prints it, or names separated by commas."""
    if written.strip().startswith("["):
        return [_ESCAPE.sub(r"\1", quoted[1] or quoted[2] or "") for quoted in _QUOTED.finditer(written)]
    return written.split(",")
