"""The reader pane: the article that is open. It owns its own keys, messages and state."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.ui.errors import bug_in_article
from newstui.ui.keys.bindings import key_of
from newstui.ui.reader.controller import ReaderController
from newstui.ui.reader.growth import work_behind
from newstui.ui.reader.pages import AwaitedPage
from newstui.ui.reader.pictures import ReaderPictures
from newstui.ui.reader.prefetch import Prefetch
from newstui.ui.reader.search_words import SearchWords
from newstui.ui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from newstui.domain.articles.headline import Headline
    from newstui.domain.settings import PictureKind, PictureSetting
    from newstui.render.line import Neighbours
    from newstui.services.desk import Desk


def _handed_on(name: str) -> Callable[[ReaderPane, events.MouseEvent], None]:
    """Returns a handler that hands an event of the mouse on to this method of what chooses words."""

    def handler(pane: ReaderPane, event: events.MouseEvent) -> None:
        getattr(pane.controller.highlights.choosing, name)(event)

    return handler


class ReaderPane(ArticleView):
    """Shows one article at a time."""

    def __init__(
        self,
        desk: Desk,
        *,
        text_width: int,
        sentences: int,
        pictures: tuple[PictureSetting, PictureKind] = ("request", "auto"),
        id: str,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._desk = desk
        self.article: str | None = None
        """The id of the article that is shown, or that cannot be."""
        self.sentences = sentences
        """The length of a summary."""
        self.controller = ReaderController(self, text_width, lambda: work_behind(self, self.controller.work), self._key)
        self.search = SearchWords(self.controller, partial(setattr, self, "article", None))
        self.pictures = ReaderPictures(self.controller, lambda: desk.pictures, *pictures)
        self.prefetch = Prefetch(desk, lambda: self.sentences, self._key)
        self.awaited = AwaitedPage(self, self.controller)

    def _key(self, binding: str) -> str:
        return key_of(self.app, binding)

    def open(self, headline: Headline, neighbours: Neighbours) -> None:
        """Shows an article where it was left. Raises NewstuiError where it cannot be read, and then shows nothing."""
        self.article = headline.id
        seen = self.prefetch.look(headline.id)
        position = 0.0 if self.search.words else headline.position
        beginning = None if position or self.search.words else self.prefetch.beginning
        if self.awaited.must_be_waited_for(headline.id, self.prefetch.coming(seen), beginning):
            return
        try:
            prepared = self.prefetch.prepared(seen)
            self.controller.show(prepared, neighbours, position, self._desk.marks.of(headline.id))
            self.awaited.go_on()
            self.search.light()
            self.pictures.follow()
        except Exception as error:
            self.controller.clear()
            if isinstance(error, NewstuiError):
                raise
            raise bug_in_article(error) from error

    def clear(self) -> None:
        """Shows no article."""
        self.article = None
        self.controller.clear()

    def on_resize(self) -> None:
        self.controller.typeset_again()
        self.pictures.resized()

    def line_clicked(self, line: int) -> None:
        if self.controller.select_sentence_at(line):
            self.controller.go_to_sentence()

    def action_bottom(self) -> None:
        super().action_bottom()
        self.controller.go_on_to(1.0)

    def on_click(self, event: events.Click) -> None:
        self.controller.highlights.choosing.clicked(event)

    on_mouse_down, on_mouse_move = _handed_on("pressed"), _handed_on("dragged")

    def on_mouse_up(self) -> None:
        if self.controller.highlights.choosing.released():
            self.screen.call_later(self.screen.run_action, "tell_chosen")

    def action_scroll(self, lines: int) -> None:
        if self.controller.has_sentences:
            self.controller.move_sentence(lines)
        elif not self.controller.highlights.choosing.move(lines):
            super().action_scroll(lines)
