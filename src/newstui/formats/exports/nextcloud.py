"""Nextcloud News: articles in JSON, as its export and its API give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.urls import web_url
from newstui.formats.exports.fields import article_at, enclosures_of, is_yes, line, markdown, moment, read_unless
from newstui.formats.exports.kind import list_kind

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Parsed, Row


def _article(row: Row) -> Parsed:
    url = line(row.get("url"))
    return article_at(
        url,
        row.get("title"),
        author=line(row.get("author")) or None,
        published=moment(row.get("pubDate")),
        body=markdown(row.get("body"), url or None),
        image=web_url(line(row.get("mediaThumbnail"))),
        enclosures=enclosures_of([row], "enclosureLink", "enclosureMime", ""),
        read=read_unless(row.get("unread")),
        bookmarked=True if is_yes(row.get("starred")) else None,
    )


KIND = list_kind("Nextcloud News JSON", _article, "url, guid, unread, starred, pubDate")
