"""The reader pane: the article that is open. It owns its own keys, messages and state."""

from __future__ import annotations

from asyncio import sleep, wrap_future
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from newstui.domain.errors import NewstuiError
from newstui.render.line import Line, Span
from newstui.ui.errors import bug_in_article
from newstui.ui.keys.bindings import key_of
from newstui.ui.reader.controller import ReaderController
from newstui.ui.reader.pages import is_read_soon
from newstui.ui.reader.prefetch import Prefetch
from newstui.ui.reader.search_words import SearchWords
from newstui.ui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from textual import events

    from newstui.domain.articles.article import Article, Headline
    from newstui.render.line import Neighbours
    from newstui.services.desk import Desk

_PIECE_SECONDS, _PAUSE_SECONDS = 0.015, 0.01
_READING = "This page is being read …"


class ReaderPane(ArticleView):
    """Shows one article at a time."""

    class PageRead(Message):
        """The article that was to be shown can be opened now."""

    def __init__(self, desk: Desk, *, text_width: int, sentences: int, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._desk = desk
        self.article: str | None = None
        """The id of the article that is shown, or that cannot be."""
        self.sentences = sentences
        """The length of a summary."""
        self.controller = ReaderController(self, text_width, self._work_on, self._key)
        self.search = SearchWords(self.controller, partial(setattr, self, "article", None))
        self.prefetch = Prefetch(desk, lambda: self.sentences, self._key)

    def _key(self, binding: str) -> str:
        return key_of(self.app, binding)

    def open(self, headline: Headline, neighbours: Neighbours) -> None:
        """Shows an article where it was left; `PageRead` follows where it must be opened again for that.

        Raises NewstuiError where it cannot be read, and then shows nothing.
        """
        self.article = headline.id
        coming = self.prefetch.coming(headline.id)
        if coming is not None and not is_read_soon(coming):
            self.controller.clear()
            self.show([Line(), Line((Span(_READING, "hint"),))], self.column(self.controller.text_width))
            self.run_worker(self._wait_for(headline.id, coming), group="page", exclusive=True)
            return
        try:
            prepared = self.prefetch.prepared(headline.id)
            position = 0.0 if self.search.words else headline.position
            self.controller.show(prepared, neighbours, position, self._desk.marks.of(headline.id))
            self.search.light()
        except NewstuiError:
            self.controller.clear()
            raise
        except Exception as error:
            self.controller.clear()
            raise bug_in_article(error) from error

    async def _wait_for(self, article: str, coming: Future[Article]) -> None:
        with suppress(Exception):  # whoever opens the article gets the error
            await wrap_future(coming)
        if self.article == article:
            self.article = None
            self.post_message(self.PageRead())

    def clear(self) -> None:
        """Shows no article."""
        self.article = None
        self.controller.clear()

    def prepare(self, articles: Iterable[str]) -> Iterator[None]:
        """Prepares articles that may be opened next, a piece between two yields."""
        return self.prefetch.pieces(articles, lambda: self.column(self.controller.text_width))

    def _work_on(self) -> None:
        """Has the controller's work done behind the keys."""
        self.run_worker(self._work, group="typesetting", exclusive=True)  # type: ignore[arg-type]  # Textual says Never

    async def _work(self) -> None:
        """Does what is left of a long text, a piece at a time; keys are answered between them."""
        while self.controller.work(_PIECE_SECONDS):
            await sleep(_PAUSE_SECONDS)

    def on_resize(self) -> None:
        self.controller.typeset_again()

    def line_clicked(self, line: int) -> None:
        if self.controller.select_sentence_at(line):
            self.controller.go_to_sentence()

    def action_bottom(self) -> None:
        super().action_bottom()
        self.controller.go_on_to(1.0)

    def on_click(self, event: events.Click) -> None:
        self.controller.highlights.choosing.clicked(event)

    def action_scroll(self, lines: int) -> None:
        if self.controller.has_sentences:
            self.controller.move_sentence(lines)
        elif not self.controller.highlights.choosing.move(lines):
            super().action_scroll(lines)
