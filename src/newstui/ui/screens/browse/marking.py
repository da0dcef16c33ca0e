"""Marking: writes a mark of the reader and shows it in the list, around the article and in the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

if TYPE_CHECKING:
    from newstui.domain.articles.article import Headline
    from newstui.domain.marks.change import Change
    from newstui.ui.screens.browse.browser import Browser


class Marking:
    """The marks as the browser shows them."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def set(self, field: str, value: bool, headline: Headline) -> Change | None:
        """Sets a mark of one article; None where it has this value already."""
        change = self._browser.desk.marks.set(field, [headline.id], value, headline.title)
        if change is not None:
            self._browser.headlines.forget(headline.id)
            self._browser.refresh_around_article()
            self.count()
        return change

    def changed(self) -> None:
        """Shows marks that changed here or elsewhere."""
        self._browser.headlines.forget()
        self._browser.refresh_around_article()
        self.count()

    def count(self) -> None:
        """Counts the unread articles, in a thread: among 100,000 that takes longer than a key should."""
        self._browser.screen.run_worker(self._count, thread=True, exclusive=True, group="counting", exit_on_error=False)

    def _count(self) -> None:
        worker = get_current_worker()
        unread = self._browser.desk.articles.unread_count()
        if not worker.is_cancelled:
            self._browser.app.call_from_thread(self._browser.change, unread=unread)
