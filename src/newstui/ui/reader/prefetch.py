"""The prefetch: articles that the reader may open next are read, summarised and typeset before, a piece at a time."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newstui.render.prepared_article import PreparedArticle
    from newstui.services.desk import Desk

_MOST_ARTICLES = 24
"""Articles in memory: those that were read or prepared last."""


class Prefetch:
    """Reads articles; one that was read is read again only when its file has changed."""

    def __init__(self, desk: Desk, sentences: Callable[[], int]) -> None:
        """`sentences`: gives the length of a summary now."""
        self._desk, self._sentences = desk, sentences
        self._cached = lru_cache(maxsize=_MOST_ARTICLES)(self._read)

    def prepared(self, article: str) -> PreparedArticle:
        """Returns an article as the reader pane shows it. Raises NewstuiError."""
        return self._cached(article, self._desk.articles.file_of(article), self._sentences())

    def pieces(self, articles: Iterable[str], column: Callable[[], int]) -> Iterator[None]:
        """Prepares articles for a column of text; between two pieces a key may come."""
        for article in articles:
            try:
                prepared = self.prepared(article)
            except NewstuiError:
                continue  # the reader gets the message on opening the article
            yield
            prepared.set(column())
            yield

    def _read(self, article: str, file: object, sentences: int) -> PreparedArticle:
        from newstui.render.prepared_article import PreparedArticle  # the typesetter is not needed for the first paint

        return PreparedArticle(self._desk.articles.read(article), self._desk.summaries.of, sentences)
