"""Articles as JSON and as lines for scripts. Fields and columns are a promise: added to, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.domain.summaries.summary import Summary
    from newstui.services.desk import Desk
    from newstui.services.stories.stories import Company

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
        "shape": summary.shape,
    }


def story_fields(company: Company | None) -> dict[str, Any]:
    """Returns the story that an article is in, and other articles with its text, as JSON."""
    if company is None:
        return {"story": None, "story_articles": 1, "copies": []}
    copies = [{"id": id_, "source": source} for id_, source in company.copies]
    return {"story": company.story, "story_articles": company.number, "copies": copies}


def story_fields_of(desk: Desk, marked: MarkedArticle) -> dict[str, Any]:
    """Returns the story of one article as JSON."""
    return story_fields(desk.stories.company_of([marked.article.id]).get(marked.article.id))


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
