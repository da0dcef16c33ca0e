"""Articles as JSON and as lines for scripts. Fields and columns are a promise: added to, never renamed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from newstui.domain.marks.fields import ARTICLE_FIELDS
from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.domain.summaries.summary import Summary


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
        "tags": list(article.tags),
        **{field.name: getattr(mark, field.name) for field in ARTICLE_FIELDS if field.is_in_json},
        "summary": article.summary,
    }


def summary_fields(summary: Summary) -> dict[str, Any]:
    """Returns a summary as JSON."""
    return {
        "sentences": list(summary.sentences),
        "positions": list(summary.positions),
        "source": summary.source,
        "minutes_saved": summary.minutes_saved,
    }


def article_columns(marked: MarkedArticle) -> list[str]:
    """Returns id, published, minutes, read, bookmarked, source, title: no cell is empty or contains a tab."""
    article, mark = marked.article, marked.mark
    return [
        one_line(article.id),
        article.published.isoformat(),
        str(article.minutes),
        "read" if mark.read else "unread",
        "bookmarked" if mark.bookmarked else "-",
        one_line(article.source) or "-",
        one_line(article.title) or "-",
    ]
