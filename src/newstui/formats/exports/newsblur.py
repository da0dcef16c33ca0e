"""NewsBlur: stories in JSON, as its API gives those that were saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.exports.fields import (
    annotated,
    article_at,
    is_yes,
    line,
    listed,
    markdown,
    moment,
    paragraphs,
    quotation,
    tags_of,
    text,
)
from newstui.formats.exports.kind import list_kind
from newstui.formats.html.tokens import unescape

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Parsed, Row


def _article(row: Row) -> Parsed:
    url = line(row.get("story_permalink"))
    return article_at(
        url,
        unescape(text(row.get("story_title"))),
        author=line(row.get("story_authors")) or None,
        source=line(row.get("story_feed_title")) or None,
        published=moment(row.get("story_timestamp")) or moment(row.get("story_date")),
        saved=moment(row.get("starred_timestamp")) or moment(row.get("starred_date")),
        body=markdown(row.get("original_text") or row.get("story_content"), url or None),
        tags=tags_of(listed(row.get("story_tags"))),
        read=is_yes(row.get("read_status")),
        bookmarked=True if is_yes(row.get("starred")) or "starred_date" in row else None,
        tagged=tags_of(listed(row.get("user_tags"))),
        **annotated(paragraphs(*map(quotation, listed(row.get("highlights")))), text(row.get("user_notes"))),
    )


KIND = list_kind("NewsBlur JSON", _article, "story_permalink, story_title")
