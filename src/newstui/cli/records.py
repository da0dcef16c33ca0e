"""Articles as JSON and as lines for scripts. Fields and columns are a promise: added to, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.domain.summaries.summary import Summary

SHORT_ID = 8
"""Characters of a generated id that tell a million articles apart."""
_GENERATED_ID = 16
"""Length of an id that newstui generated."""


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


def short_id(article: str) -> str:
    """Returns the part of an id that a person types; an id that a file names itself stays whole."""
    return article[:SHORT_ID] if len(article) == _GENERATED_ID and article.isalnum() else article
