"""Miniflux: entries in JSON, as its API gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Refused
from newstui.formats.exports.fields import (
    article_at,
    enclosures_of,
    is_yes,
    line,
    listed,
    markdown,
    moment,
    tags_of,
)
from newstui.formats.exports.kind import list_kind

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Parsed, Row


def _article(row: Row) -> Parsed:
    feed = row.get("feed")
    url, status = line(row.get("url")), line(row.get("status"))
    if status == "removed":
        return Refused(line(row.get("title")) or url or "an entry without a title", "you removed it there")
    return article_at(
        url,
        row.get("title"),
        author=line(row.get("author")) or None,
        source=line(feed.get("title")) or None if isinstance(feed, dict) else None,
        published=moment(row.get("published_at")),
        saved=moment(row.get("created_at")),
        body=markdown(row.get("content"), url or None),
        tags=tags_of(listed(row.get("tags"))),
        enclosures=enclosures_of(row.get("enclosures"), "url", "mime_type", "size"),
        read=status == "read",
        bookmarked=True if is_yes(row.get("starred")) else None,
    )


KIND = list_kind("Miniflux JSON", _article, "url, status, starred, published_at")
