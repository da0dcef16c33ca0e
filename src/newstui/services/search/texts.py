"""Snippets of hits, made while the reader types: texts that were read for one letter are there for the next."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.services.search.snippets import snippet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newstui.domain.search.query import Node
    from newstui.services.core.articles import Articles

_MOST_BODIES = 300


class Snippets:
    """Makes snippets of articles by their ids."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles
        self._body = lru_cache(maxsize=_MOST_BODIES)(self._read)

    def of(self, articles: Sequence[str], query: Node, is_outdated: Callable[[], bool]) -> Iterator[tuple[str, str]]:
        """Gives (article, the sentence that the query matched), until they are not wanted any more."""
        for article in articles:
            if is_outdated():
                return
            yield article, snippet(self._body(article), query)

    def _read(self, article: str) -> str:
        try:
            return self._articles.read(article).body
        except NewstuiError as error:
            return str(error)
