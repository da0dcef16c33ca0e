"""Feedbin: starred entries in JSON, one object after the other, and the entries of its API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.exports.fields import article_at, enclosures_of, line, markdown, moment
from newstui.formats.exports.kind import list_kind

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Parsed, Row


def _article(row: Row) -> Parsed:
    feed = row.get("feed")
    url = line(row.get("url"))
    return article_at(
        url,
        row.get("title"),
        author=line(row.get("author")) or None,
        source=line(feed.get("title")) or None if isinstance(feed, dict) else None,
        published=moment(row.get("published")),
        saved=moment(row.get("created_at")),
        body=markdown(row.get("content"), url or None),
        enclosures=enclosures_of([row.get("enclosure")], "enclosure_url", "enclosure_type", "enclosure_length"),
        # The export holds starred entries alone; the API gives others too, and each with a summary.
        bookmarked=True if "summary" not in row else None,
    )


KIND = list_kind("Feedbin JSON", _article, "id, url, title, author, content, published")
