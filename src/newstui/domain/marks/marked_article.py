"""A marked article: an article without its body, and the reader's mark of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from newstui.domain.articles.article import Article
    from newstui.domain.marks.fields import Mark


class MarkedArticle(NamedTuple):
    """An article as a list and its JSON show it."""

    article: Article
    """The article; its body is empty."""
    mark: Mark
    added: datetime
    """The time at which it came into the library, aware."""
