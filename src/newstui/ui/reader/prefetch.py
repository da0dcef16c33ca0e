"""The prefetch: articles that the reader may open next are read, summarised and typeset before, a piece at a time."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from newstui.ui.reader.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator
    from concurrent.futures import Future

    from newstui.render.keys import Keys
    from newstui.render.prepared_article import PreparedArticle
    from newstui.services.desk import Desk

_MOST_ARTICLES = 24
"""Articles in memory: those that were read or prepared last."""
_MOST_CHARACTERS = 2_000_000
"""Characters of their texts; the last one may be longer."""
_LARGEST = 262_144
"""Bytes of a file that is read ahead, and while keys wait; a larger one is read behind them."""
_MOST_PAUSES = 50
"""Times that a page which is being read ahead is waited for."""


class Prefetch:
    """Reads articles; one that was read is read again only when its file has changed."""

    def __init__(self, desk: Desk, sentences: Callable[[], int], keys: Keys) -> None:
        """`sentences`: gives the length of a summary now. keys: those that the tour names."""
        self._desk, self._sentences, self._keys = desk, sentences, keys
        self._pages = Pages(self._read)
        self._cached: OrderedDict[Hashable, PreparedArticle] = OrderedDict()

    def coming(self, article: str) -> Future[PreparedArticle] | None:
        """Has an article be read that may take long, and returns it as it comes; None where `prepared` is quick."""
        from newstui.services.core.article_reader import is_page_file  # the first paint needs no parsers

        file = self._desk.articles.file_of(article)
        key = (article, file, self._sentences())
        if file is None or key in self._cached or not (is_page_file(file.path) or file.size > _LARGEST):
            return None
        return self._pages.begin(key, article)

    def prepared(self, article: str) -> PreparedArticle:
        """Returns an article as the reader pane shows it. Raises NewstuiError."""
        key = (article, self._desk.articles.file_of(article), self._sentences())
        prepared = self._cached.get(key) or self._prepare(article)
        self._cached[key] = prepared
        self._pages.drop(key)
        self._cached.move_to_end(key)
        while len(self._cached) > 1 and (len(self._cached) > _MOST_ARTICLES or self._characters > _MOST_CHARACTERS):
            self._cached.popitem(last=False)
        return prepared

    def pieces(self, articles: Iterable[str], column: Callable[[], int]) -> Iterator[None]:
        """Prepares articles for a column of text; between two pieces a key may come."""
        for article in articles:
            file = self._desk.articles.file_of(article)
            if file is None or file.size > _LARGEST:
                continue
            try:
                coming = self.coming(article)
                for _ in range(_MOST_PAUSES):
                    if coming is None or coming.done():
                        break
                    yield
                prepared = self.prepared(article)
                yield
                prepared.set(column())
                yield
                next(iter(prepared.layout), None)  # it colours the code on the first lines
            except Exception:  # noqa: BLE001  (the reader gets the message on opening the article)
                continue
            yield

    @property
    def _characters(self) -> int:
        return sum(len(prepared.article.body) for prepared in self._cached.values())

    def _prepare(self, article: str) -> PreparedArticle:
        coming = self.coming(article)
        return coming.result(timeout=0) if coming else self._read(article)

    def _read(self, article: str) -> PreparedArticle:
        from newstui.render.prepared_article import PreparedArticle  # the typesetter is not needed for the first paint
        from newstui.ui.reader.tour import with_keys_in_force

        text = with_keys_in_force(self._desk.articles.read(article), self._keys)
        return PreparedArticle(text, self._desk.summaries.of, self._sentences())
