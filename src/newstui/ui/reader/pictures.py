"""The pictures of the article in the reader pane: shown when the reader asks for them, or always, as settings say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from newstui.domain.errors import NewstuiError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newstui.domain.picture import Picture
    from newstui.domain.settings import PictureSetting
    from newstui.render.prepared_article import PreparedArticle
    from newstui.services.core.pictures import Pictures
    from newstui.ui.reader.controller import ReaderController

_GROUP = "pictures"
_WAIT_SECONDS = 0.3
"""An article is open for so long before its pictures are decoded: whoever turns pages waits for none."""
_MOST_LINES = 24
"""Lines of one picture."""


class ReaderPictures:
    """Decodes pictures in a thread, and sets the text again with them."""

    def __init__(self, controller: ReaderController, pictures: Callable[[], Pictures], setting: PictureSetting) -> None:
        self._controller, self._pictures, self._setting = controller, pictures, setting
        self._are_always_shown = setting == "on"

    def follow(self) -> None:
        """Shows the pictures of an article that was opened, where they are always shown."""
        if self._are_always_shown and self._can_show:
            self._controller.view.set_timer(
                _WAIT_SECONDS, partial(self._show, self._controller.prepared, is_asked=False)
            )

    def toggle(self, notice: Callable[[str], None]) -> None:
        """Shows the pictures of the article, or its text alone. `notice` is called with why there is none."""
        prepared = self._controller.prepared
        if prepared is None:
            return
        if self._setting == "off":
            notice('pictures are off; pictures = "request" in config.toml lets this key show them')
        elif prepared.pictures:
            self._are_always_shown = False
            self._put(prepared, {})
        elif not self._can_show:
            notice("pictures need a terminal with 256 colours")
        else:
            self._are_always_shown = self._setting == "on"
            self._show(prepared, notice=notice)

    @property
    def _can_show(self) -> bool:
        app = self._controller.view.app
        return not app.no_color and app.console.color_system in ("256", "truecolor")

    def _show(
        self,
        prepared: PreparedArticle | None,
        *,
        is_asked: bool = True,
        notice: Callable[[str], None] = lambda sentence: None,
    ) -> None:
        if prepared is None or prepared is not self._controller.prepared or prepared.pictures:
            return
        column = self._controller.view.column(self._controller.text_width)
        size = (column, max(4, min(_MOST_LINES, self._controller.view.size.height - 4)))
        under = self._controller.view.background_colors[1].hex6.lower()
        work = partial(self._decode, prepared, size, under, notice if is_asked else lambda sentence: None)
        self._controller.view.run_worker(work, thread=True, exclusive=True, group=_GROUP, exit_on_error=False)

    def _decode(
        self, prepared: PreparedArticle, size: tuple[int, int], under: str, notice: Callable[[str], None]
    ) -> None:
        from newstui.net.deadline import Cancelled  # most articles are read without pictures

        worker, in_app = get_current_worker(), self._controller.view.app.call_from_thread
        names = tuple(prepared.layout.pictures)
        try:
            pictures = dict(self._pictures().of(prepared.article, names, size, under, lambda: worker.is_cancelled))
        except Cancelled:
            return
        except NewstuiError as error:
            in_app(notice, f"{error} {error.hint or ''}".strip())
            return
        if pictures:
            in_app(self._put, prepared, pictures)
        else:
            in_app(notice, "no picture is saved beside this article")

    def _put(self, prepared: PreparedArticle, pictures: Mapping[str, Picture]) -> None:
        prepared.pictures = pictures
        if prepared is self._controller.prepared:
            self._controller.typeset_again()
