"""Articles that take long to read. A thread reads each, so that no key waits for a hostile or a huge one."""

from __future__ import annotations

from asyncio import Event, shield, wrap_future
from collections import OrderedDict
from concurrent.futures import Future, wait
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.events import Key

from newstui.render.line import Line, Span
from newstui.ui.keys.bindings import action_of
from newstui.ui.keys.in_turn import keys_wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from textual.events import Paste

    from newstui.render.page import Page
    from newstui.ui.reader.controller import ReaderController
    from newstui.ui.widgets.article_view import ArticleView

Read = TypeVar("Read")
"""An article as it is read."""
_MOST = 8
"""Pages that are being read, or were and were not asked for since."""
_AT_ONCE_SECONDS = 0.05
"""A key waits so long for a page; most take less, and nothing else is shown before them."""
_READING = "This article is being read …"
_NEED_ALL = {
    "summary", "skim", "to_sentence", "bottom", "find", "find_next", "previous_match", "choose", "choose_lines",
    "highlights", "links", "pictures", "copy_citation", "export", "pipe",
}  # fmt: skip
"""Actions that need the whole text: their keys wait for it."""


class Pages(Generic[Read]):
    """Reads and sums up articles."""

    def __init__(self, read: Callable[[str], Read]) -> None:
        """`read` is called with the id of an article, in a thread."""
        self._read = read
        self._reading: OrderedDict[Hashable, Future[Read]] = OrderedDict()

    def begin(self, key: Hashable, article: str) -> Future[Read]:
        """Has an article be read, and returns it as it comes. key: the article as it is now."""
        future = self._reading.get(key)
        if future is None:
            future = self._reading[key] = Future()
            Thread(target=_fulfil, args=(future, self._read, article), name="page", daemon=True).start()
        self._reading.move_to_end(key)
        while len(self._reading) > _MOST:
            self._reading.popitem(last=False)
        return future

    def drop(self, key: Hashable) -> None:
        """Forgets an article that was taken."""
        self._reading.pop(key, None)


class AwaitedPage:
    """The page that a pane is to show, while it is being read."""

    def __init__(self, view: ArticleView, controller: ReaderController) -> None:
        self._view, self._controller = view, controller
        self._article: str | None = None
        self._has_begun = False
        """True while the view shows the beginning of the text."""
        self._top = 0
        """The line to which the reader went before the whole page was there."""
        self.on_read: Callable[[], None] = lambda: None
        """Is called where the article can be opened now."""

    def must_be_waited_for(
        self, article: str, coming: Future[Any] | None, beginning: Callable[[str, int], Page | None] | None
    ) -> bool:
        """Returns True where an article takes so long to read that the view shows its beginning, or says so, meanwhile.

        coming: the article, as it is being read; None where it was read, or soon is.
        beginning: gives its first lines for a column of so many cells; None where the reader is elsewhere in it.
        """
        self._top = self._view.top if self._has_begun and self._article == article else 0
        self._article, self._has_begun = None, False
        if coming is None or is_read_soon(coming):
            return False
        self._article = article
        self._controller.clear()
        page, column = None, self._view.column(self._controller.text_width)
        with suppress(Exception):  # whoever opens the article gets the error
            page = beginning(article, column) if beginning else None
        self._has_begun = page is not None
        if page is None:
            self._view.show([Line(), Line((Span(_READING, "hint"),))], self._view.column(len(_READING)))
        else:
            self._view.show(page, column)
        is_shown = Event()
        self._view.run_worker(self._wait(article, coming, is_shown), group="page", exclusive=True)
        # Esc ends that the keys wait, not that the page is shown: it is another worker.
        worker = self._view.run_worker(is_shown.wait(), group="page-keys", exclusive=True)
        keys_wait_for(
            self._view.app, worker, is_answered=lambda: self._article != article, concerns=self._needs_whole_text
        )
        return True

    def go_on(self) -> None:
        """Returns to the line that was in view while the article was being read, once it is shown."""
        if self._top:
            self._view.scroll_to(y=self._top, animate=False, force=True)

    def _needs_whole_text(self, event: Key | Paste) -> bool:
        action = action_of(self._view.screen, event.key) if isinstance(event, Key) else ""
        return action in _NEED_ALL or (action == "read_on" and self._view.is_at_bottom)

    async def _wait(self, article: str, coming: Future[Any], is_shown: Event) -> None:
        try:
            with suppress(Exception):  # whoever opens the article gets the error
                await shield(wrap_future(coming))  # who goes elsewhere meanwhile may come back to it
            if self._article == article:
                self.on_read()
        finally:
            is_shown.set()


def is_read_soon(page: Future[Any]) -> bool:
    """Waits a moment for a page; False where it takes longer."""
    wait([page], _AT_ONCE_SECONDS)
    return page.done()


def _fulfil(future: Future[Read], read: Callable[[str], Read], article: str) -> None:
    try:
        future.set_result(read(article))
    except BaseException as error:  # noqa: BLE001  (whoever asks for the result gets it)
        future.set_exception(error)
