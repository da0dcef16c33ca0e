"""Readwise Reader: a table of documents and their locations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.formats.exports.fields import article_at, is_yes, line, moment, row_format, tags_of, text

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


CSV = row_format("Readwise Reader CSV", _article, "url, document tags", "url, saved date, location")
