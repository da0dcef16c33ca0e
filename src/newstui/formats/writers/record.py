"""Articles as JSON. Fields are a promise: added to, never renamed."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from newstui.domain.marks.fields import ARTICLE_FIELDS
from newstui.domain.reading.fitting import minutes_left
from newstui.domain.urls import without_login

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from newstui.domain.articles.article import Article
    from newstui.domain.marks.marked_article import MarkedArticle


def article_fields(marked: MarkedArticle) -> dict[str, Any]:
    """Returns all of an article except its text."""
    article, mark = marked.article, marked.mark
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "published": article.published.isoformat(),
        "added": marked.added.isoformat(),
        "url": article.url,
        "path": os.fsencode(article.path).decode("utf-8", "replace"),
        "words": article.words,
        "minutes": article.minutes,
        "minutes_left": minutes_left(article.words, mark.position, article.pace),
        "tags": list(article.tags),
        "book": article.book,
        "chapter": article.chapter,
        **{field.name: getattr(mark, field.name) for field in ARTICLE_FIELDS if field.is_in_json},
        "summary": article.summary,
        "highlights": [{"id": each.id, "quote": each.quote, "note": each.note} for each in mark.highlights],
    }


def record_of(marked: MarkedArticle, pictures: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Returns all that there is of an article, with its text, so that another library can have the same.

    pictures: what stands in its text → where the picture is: a data address, or a place that the reader of it knows.
    """
    from newstui.formats.articles.page_status import format_page_status  # a list needs neither
    from newstui.formats.articles.write import incoming_of

    article = incoming_of(marked.article)
    return {
        **article_fields(marked),
        "body": article.body,
        "own_tags": sorted(marked.mark.tagged),
        "discarded": marked.mark.discarded,
        "highlights": [{"id": each.id, **json.loads(each.value)} for each in marked.mark.highlights],
        "lang": article.lang,
        "image": article.image,
        "feed": without_login(article.feed) if article.feed else None,
        "guid": article.guid,
        "also_feeds": [without_login(feed) for feed in article.also_feeds],
        "place": article.place,
        "saved": _moment(article.saved),
        "updated": _moment(article.updated),
        "first_seen": _moment(article.first_seen),
        "stated": _moment(marked.article.stated),
        "text": format_page_status(article.page_status),
        "enclosures": enclosure_fields(marked.article),
        "pictures": dict(pictures or {}),
    }


def enclosure_fields(article: Article) -> list[dict[str, Any]]:
    """Returns what came with an article: recordings and other files, and pages that its feed names beside it."""
    return [
        {"url": each.url, "kind": each.kind, "type": each.type, "length": each.length, "duration": each.duration}
        for each in article.enclosures
    ]


def json_line(marked: MarkedArticle, pictures: Mapping[str, str] | None = None) -> bytes:
    """Returns the record of an article as a line of JSON in UTF-8. pictures: as `record_of` takes them."""
    return json.dumps(record_of(marked, pictures), ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def record_comment(marked: MarkedArticle, pictures: Mapping[str, str]) -> str:
    """Returns the record of an article as a comment of HTML on a line of its own."""
    from newstui.formats.exports.newstui import COMMENT  # a list needs it not

    record = json.dumps(record_of(marked, pictures), ensure_ascii=False)
    escaped = record.replace("<", "\\u003c").replace(">", "\\u003e")
    return f"{COMMENT}{escaped} -->\n"


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
