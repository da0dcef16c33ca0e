"""The citation of an article, as it is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstui.domain.articles.article import Article


def citation(article: Article) -> str:
    """Returns author, title, source, day and address, as far as they are known."""
    parts = (article.author, f"“{article.title}”", article.source, f"{article.published:%Y-%m-%d}", article.url)
    return ", ".join(part for part in parts if part)
