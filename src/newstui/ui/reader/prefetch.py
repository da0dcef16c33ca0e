"""The articles that come next are read, summed up and set before they are asked for, a piece at a time."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newstui.render.prepared_article import Reading
    from newstui.services.desk import Desk
    from newstui.store.library.library import File

_KEPT = 24
"""Articles that were read or prepared last."""


class Prefetch:
    """What was read stays read, until its file is another one."""

    def __init__(self, desk: Desk, sentences: Callable[[], int]) -> None:
        """`sentences`: how many a summary has now."""
        self._desk, self._sentences = desk, sentences
        self._kept = lru_cache(maxsize=_KEPT)(self._read)

    def reading(self, article: str) -> Reading:
        """An article as the reader pane has it. Raises NewstuiError."""
        return self._kept(article, self._desk.articles.file_of(article), self._sentences())

    def pieces(self, articles: Iterable[str], column: Callable[[], int]) -> Iterator[None]:
        """Prepares them for a column; between two pieces a key may come."""
        for article in articles:
            try:
                reading = self.reading(article)
            except NewstuiError:
                continue  # it is told when the article is asked for
            yield
            reading.set(column())
            yield

    def _read(self, article: str, file: File | None, sentences: int) -> Reading:
        from newstui.render.prepared_article import Reading  # the typesetter is not needed for the first paint

        return Reading(self._desk.articles.read(article), self._desk.summaries.of, sentences)
