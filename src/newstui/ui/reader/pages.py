"""Articles that take long to read. A thread reads each, so that no key waits for a hostile or a huge one."""

from __future__ import annotations

from asyncio import shield, wrap_future
from collections import OrderedDict
from concurrent.futures import Future, wait
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from newstui.render.line import Line, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from newstui.ui.widgets.article_view import ArticleView

Read = TypeVar("Read")
"""An article as it is read."""
_MOST = 8
"""Pages that are being read, or were and were not asked for since."""
_AT_ONCE_SECONDS = 0.05
"""A key waits so long for a page; most take less, and nothing else is shown before them."""


_READING = "This article is being read …"


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

    def __init__(self, view: ArticleView, clear: Callable[[], None]) -> None:
        """`clear` has the view show nothing."""
        self._view, self._clear = view, clear
        self._article: str | None = None
        self.on_read: Callable[[], None] = lambda: None
        """Is called where the article can be opened now."""

    def must_be_waited_for(self, article: str, coming: Future[Any] | None) -> bool:
        """Returns True where an article takes so long to read that the view says so meanwhile.

        coming: the article, as it is being read; None where it was read, or soon is.
        """
        self._article = None
        if coming is None or is_read_soon(coming):
            return False
        self._article = article
        self._clear()
        self._view.show([Line(), Line((Span(_READING, "hint"),))], self._view.column(len(_READING)))
        self._view.run_worker(self._wait(article, coming), group="page", exclusive=True)
        return True

    async def _wait(self, article: str, coming: Future[Any]) -> None:
        with suppress(Exception):  # whoever opens the article gets the error
            await shield(wrap_future(coming))  # who goes elsewhere meanwhile may come back to it
        if self._article == article:
            self.on_read()


def is_read_soon(page: Future[Any]) -> bool:
    """Waits a moment for a page; False where it takes longer."""
    wait([page], _AT_ONCE_SECONDS)
    return page.done()


def _fulfil(future: Future[Read], read: Callable[[str], Read], article: str) -> None:
    try:
        future.set_result(read(article))
    except BaseException as error:  # noqa: BLE001  (whoever asks for the result gets it)
        future.set_exception(error)
