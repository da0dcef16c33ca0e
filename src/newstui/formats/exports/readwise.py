"""Readwise Reader: a table of documents and their locations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.formats.exports.fields import article_at, is_yes, line, moment, share_of, tags_of, text
from newstui.formats.exports.kind import table_kind

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Parsed, Row

# Possessive, so that it takes linear time. A quotation that is never closed ends with the text.
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*+)(?:'|\\?\Z)|\"((?:[^\"\\]|\\.)*+)(?:\"|\\?\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)")


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
        position=share_of(row.get("reading progress"), 1),
        tagged=tags_of(_tags(text(row.get("document tags")))),
    )


def _tags(written: str) -> list[str]:
    """Reads a list as Python prints it, or names separated by commas."""
    if written.strip().startswith("["):
        return [_ESCAPE.sub(r"\1", quoted[1] or quoted[2] or "") for quoted in _QUOTED.finditer(written)]
    return written.split(",")


_TABLE = table_kind("Readwise Reader CSV", _article, "url, document tags", "url, saved date, location")
CSV = _TABLE._replace(accepts=lambda table: "highlight" not in table.columns and _TABLE.accepts(table))
"""Readwise's table of highlights has some of the same columns."""
