"""Pages of the library that are being read. A thread waits for each, so that no key waits for a hostile one."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future, wait
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from newstui.domain.articles.article import Article

_MOST = 8
"""Pages that are being read, or were and were not asked for since."""
_AT_ONCE_SECONDS = 0.08
"""A key waits so long for a page; most take less, and nothing else is shown before them."""


class Pages:
    """Reads pages."""

    def __init__(self, read: Callable[[str], Article]) -> None:
        """`read` is called with the id of an article, in a thread."""
        self._read = read
        self._reading: OrderedDict[Hashable, Future[Article]] = OrderedDict()

    def begin(self, key: Hashable, article: str) -> Future[Article]:
        """Has an article be read, and returns it as it comes. key: the article as it is now."""
        future = self._reading.get(key)
        if future is None:
            future = self._reading[key] = Future()
            Thread(target=_fulfil, args=(future, self._read, article), name="page", daemon=True).start()
        self._reading.move_to_end(key)
        while len(self._reading) > _MOST:
            self._reading.popitem(last=False)
        return future


def is_read_soon(page: Future[Article]) -> bool:
    """Waits a moment for a page; False where it takes longer."""
    wait([page], _AT_ONCE_SECONDS)
    return page.done()


def _fulfil(future: Future[Article], read: Callable[[str], Article], article: str) -> None:
    try:
        future.set_result(read(article))
    except BaseException as error:  # noqa: BLE001  (whoever asks for the result gets it)
        future.set_exception(error)
