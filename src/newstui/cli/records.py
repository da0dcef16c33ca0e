"""An article as JSON and as a line in a pipe. Names and columns are a promise: added to, never renamed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from newstui.domain.marks.fields import ARTICLE_FIELDS
from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.domain.summaries.summary import Summary


def fields_of(listed: MarkedArticle) -> dict[str, Any]:
    """All of an article but its text."""
    article, mark = listed.article, listed.mark
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "published": article.published.isoformat(),
        "added": listed.added.isoformat(),
        "url": article.url,
        "path": os.fsencode(article.path).decode("utf-8", "replace"),
        "words": article.words,
        "minutes": article.minutes,
        "tags": list(article.tags),
        **{field.name: getattr(mark, field.name) for field in ARTICLE_FIELDS if field.is_in_json},
        "summary": article.summary,
    }


def summary_fields(summary: Summary) -> dict[str, Any]:
    """A summary."""
    return {
        "sentences": list(summary.sentences),
        "positions": list(summary.positions),
        "source": summary.source,
        "minutes_saved": summary.minutes_saved,
    }


def columns_of(listed: MarkedArticle) -> list[str]:
    """id, published, minutes, read, bookmarked, source, title: no cell is empty or holds a tab."""
    article, mark = listed.article, listed.mark
    return [
        one_line(article.id),
        article.published.isoformat(),
        str(article.minutes),
        "read" if mark.read else "unread",
        "bookmarked" if mark.bookmarked else "-",
        one_line(article.source) or "-",
        one_line(article.title) or "-",
    ]
