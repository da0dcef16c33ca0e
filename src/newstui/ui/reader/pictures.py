"""The pictures of the article in the reader pane: shown when the reader asks for them, or always, as settings say."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.worker import get_current_worker

from newstui.domain.errors import NewstuiError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newstui.domain.picture import Picture, PictureRoom
    from newstui.domain.settings import PictureKind, PictureSetting
    from newstui.render.prepared_article import PreparedArticle
    from newstui.services.core.pictures import Pictures
    from newstui.ui.reader.controller import ReaderController
    from newstui.ui.terminal.picture_answers import PictureWay

_GROUP = "pictures"
_WAIT_SECONDS = 0.3
"""An article is open for so long before its pictures are decoded: whoever turns pages waits for none."""
_MOST_LINES = 24
"""Lines of one picture."""
_LARGEST_CELL = 12
"""Pixels across a cell: a terminal with more of them enlarges, where it can."""
_SIXEL_COLOURS = 64
"""Few, because each line that is scrolled sends them again."""


class ReaderPictures:
    """Decodes pictures in a thread, and sets the text again with them."""

    def __init__(
        self,
        controller: ReaderController,
        pictures: Callable[[], Pictures],
        setting: PictureSetting,
        kind: PictureKind = "auto",
    ) -> None:
        self._controller, self._pictures, self._setting, self._kind = controller, pictures, setting, kind
        self._are_always_shown = setting == "on"
        self._drawn: PreparedArticle | None = None
        """The article whose pictures the terminal itself draws."""

    def follow(self) -> None:
        """Shows the pictures of an article that was opened, where they are always shown."""
        self._leave_drawn()
        if self._are_always_shown and self._can_show:
            self._controller.view.set_timer(
                _WAIT_SECONDS, partial(self._show, self._controller.prepared, is_asked=False)
            )

    def resized(self) -> None:
        """Decodes pictures again that no longer fit."""
        prepared = self._controller.prepared
        if prepared is not None and prepared is self._drawn:
            column = self._controller.view.column(self._controller.text_width)
            if any(picture.columns > column for picture in prepared.pictures.values()):
                self._show(prepared, is_asked=False, is_again=True)

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

    @property
    def _driver(self) -> Any:
        return self._controller.view.app._driver

    def _show(
        self,
        prepared: PreparedArticle | None,
        *,
        is_asked: bool = True,
        is_again: bool = False,
        notice: Callable[[str], None] = lambda sentence: None,
    ) -> None:
        if prepared is None or prepared is not self._controller.prepared or (prepared.pictures and not is_again):
            return
        from newstui.domain.picture import PictureRoom

        column = self._controller.view.column(self._controller.text_width)
        under = self._controller.view.background_colors[1].hex6.lower()
        room = PictureRoom(column, max(4, min(_MOST_LINES, self._controller.view.size.height - 4)), under)
        work = partial(self._decode, prepared, room, notice if is_asked else lambda sentence: None)
        self._controller.view.run_worker(work, thread=True, exclusive=True, group=_GROUP, exit_on_error=False)

    def _decode(self, prepared: PreparedArticle, room: PictureRoom, notice: Callable[[str], None]) -> None:
        from newstui.net.deadline import Cancelled  # most articles are read without pictures

        worker, in_app = get_current_worker(), self._controller.view.app.call_from_thread
        names = tuple(prepared.layout.pictures)
        try:
            way = self._way()
            room = _room_for(way, room)
            pictures = dict(self._pictures().of(prepared.article, names, room, lambda: worker.is_cancelled))
            if way.kind != "blocks":
                terminal = self._driver.frame.pictures
                pictures = {name: terminal.add(picture, way.kind) for name, picture in pictures.items()}
        except Cancelled:
            return
        except NewstuiError as error:
            in_app(notice, f"{error} {error.hint or ''}".strip())
            return
        if pictures:
            in_app(self._put, prepared, pictures)
        else:
            in_app(notice, "no picture is saved beside this article")

    def _way(self) -> PictureWay:
        """Returns the way in which this terminal draws pictures. It may be asked: not for the app's own thread."""
        from newstui.ui.terminal.picture_answers import PictureWay

        answers = getattr(self._driver, "picture_answers", None)
        return answers.way(self._kind) if answers else PictureWay("blocks")

    def _put(self, prepared: PreparedArticle, pictures: Mapping[str, Picture]) -> None:
        if prepared is not self._controller.prepared:
            self._drop(pictures)
            return
        self._leave_drawn()
        prepared.pictures = pictures
        if any(picture.number for picture in pictures.values()):
            self._drawn = prepared
        self._controller.typeset_again()

    def _leave_drawn(self) -> None:
        """Has the terminal forget the pictures that it draws."""
        if self._drawn is not None:
            left, self._drawn = self._drawn, None
            self._drop(left.pictures)
            left.pictures = {}

    def _drop(self, pictures: Mapping[str, Picture]) -> None:
        if drawn := [picture for picture in pictures.values() if picture.number]:
            self._driver.write(self._driver.frame.pictures.drop(drawn))


def _room_for(way: PictureWay, room: PictureRoom) -> PictureRoom:
    """Returns the room with as many pixels as the terminal draws there."""
    from newstui.domain.picture import HALVES

    across, down = way.cell
    if way.kind == "blocks":
        return replace(room, cell=HALVES)
    if way.kind == "sixel":
        return replace(room, cell=way.cell, colours=_SIXEL_COLOURS)
    less = max(1.0, across / _LARGEST_CELL)
    return replace(room, cell=(max(1, round(across / less)), max(1, round(down / less))))
