"""The prefetch: articles that the reader may open next are read, summarised and typeset before, a piece at a time."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from newstui.ui.reader.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from newstui.render.keys import Keys
    from newstui.render.page import Page
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


class Seen(NamedTuple):
    """An article as it is now: while this is the same, so is what was made of it."""

    article: str
    file: Any
    """Its file as `file_of` gives it; None where it is gone."""
    sentences: int


class Prefetch:
    """Reads articles; one that was read is read again only when its file has changed."""

    def __init__(self, desk: Desk, sentences: Callable[[], int], keys: Keys) -> None:
        """`sentences`: gives the length of a summary now. keys: those that the tour names."""
        self._desk, self._sentences, self._keys = desk, sentences, keys
        self._pages = Pages(self._read)
        self._cached: OrderedDict[Seen, PreparedArticle] = OrderedDict()

    def look(self, article: str) -> Seen:
        """Returns an article as it is now."""
        return Seen(article, self._desk.articles.file_of(article), self._sentences())

    def coming(self, seen: Seen) -> Future[PreparedArticle] | None:
        """Has an article be read that may take long, and returns it as it comes; None where `prepared` is quick."""
        from newstui.services.core.article_reader import is_page_file  # the first paint needs no parsers

        file = seen.file
        if file is None or seen in self._cached or not (is_page_file(file.path) or file.size > _LARGEST):
            return None
        return self._pages.begin(seen, seen.article)

    def prepared(self, seen: Seen) -> PreparedArticle:
        """Returns an article as the reader pane shows it. Raises NewstuiError."""
        prepared = self._cached.get(seen) or self._prepare(seen)
        self._cached[seen] = prepared
        self._pages.drop(seen)
        self._cached.move_to_end(seen)
        while len(self._cached) > 1 and (len(self._cached) > _MOST_ARTICLES or self._characters > _MOST_CHARACTERS):
            self._cached.popitem(last=False)
        return prepared

    def beginning(self, article: str, column: int) -> Page | None:
        """Returns the first lines of an article that takes long to read; None where they are not known.

        Raises NewstuiError.
        """
        from newstui.render.prepared_article import beginning_page

        beginning = self._desk.articles.beginning(article)
        if beginning is None:
            return None
        return beginning_page(beginning, column, datetime.now().astimezone(), self._desk.marks.of(article), self._keys)

    def pieces(self, articles: Iterable[str], column: Callable[[], int]) -> Iterator[None]:
        """Prepares articles for a column of text; between two pieces a key may come."""
        for article in articles:
            seen = self.look(article)
            if seen.file is None or seen.file.size > _LARGEST:
                continue
            try:
                coming = self.coming(seen)
                for _ in range(_MOST_PAUSES):
                    if coming is None or coming.done():
                        break
                    yield
                prepared = self.prepared(seen)
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

    def _prepare(self, seen: Seen) -> PreparedArticle:
        coming = self.coming(seen)
        return coming.result(timeout=0) if coming else self._read(seen.article)

    def _read(self, article: str) -> PreparedArticle:
        from newstui.render.prepared_article import PreparedArticle  # the typesetter is not needed for the first paint
        from newstui.ui.reader.tour import with_keys_in_force

        text = with_keys_in_force(self._desk.articles.read(article), self._keys)
        return PreparedArticle(text, self._desk.summaries.of, self._sentences())
