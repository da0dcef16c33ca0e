"""Marking: writes a mark of the reader and shows it in the list, around the article and in the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.articles.headline import Headline
    from newstui.domain.marks.change import Change
    from newstui.domain.marks.fields import Value
    from newstui.ui.screens.browse.browser import Browser


class Marking:
    """The marks as the browser shows them."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._marked = 0
        """Marks set here so far: a count that began before the last one is not of now."""
        self.on_changed: Callable[[], None] = lambda: None
        """Called where numbers may have changed."""

    def set(self, field: str, value: Value, headline: Headline) -> Change | None:
        """Sets a mark of one article and of its copies; None where they have this value already."""
        articles = self.browser.desk.stories.with_copies(field, [headline.id])
        change = self.browser.desk.marks.set(field, articles, value, headline.title)
        if change is not None and self.browser.screen.is_running:  # a note is kept even while newstui ends
            self.browser.headlines.forget(headline.id)
            self.browser.refresh_around_article()
            if len(articles) > 1:
                self.changed()
            else:
                self._count_one(field, is_set=bool(value), headline=headline)
        return change

    def set_rows(self, field: str, rows: Sequence[int], value: Value) -> Change | None:
        """Sets a mark of many articles and of their copies, as one change; None where all have this value already."""
        desk = self.browser.desk
        change = desk.marks.set_rows(field, desk.stories.rows_with_copies(field, rows), value)
        if change is not None:
            self.changed()
        return change

    def changed(self) -> None:
        """Shows marks that changed here or elsewhere."""
        self.browser.headlines.forget()
        self.browser.refresh_around_article()
        self.count()
        self.show_writing()

    def show_writing(self) -> None:
        """Says how many marks of a change of very many articles are still to be written."""
        number = self.browser.desk.marks.unwritten
        text = f"writing {number:,} marks …" if number else ""
        if text != self.browser.state.marking:
            self.browser.change(marking=text)

    def _count_one(self, field: str, *, is_set: bool, headline: Headline) -> None:
        """Counts one mark at once: nothing else can have changed."""
        self._marked += 1
        self.on_changed()
        unread = self.browser.state.unread
        if unread is not None and (field == "read" or (field == "discarded" and not headline.read)):
            self.browser.change(unread=max(0, unread - 1 if is_set else unread + 1))

    def count(self) -> None:
        """Counts the unread articles of the list, in a thread: of 100,000 that takes longer than a key should."""
        self.on_changed()
        self.browser.screen.run_worker(self._count, thread=True, exclusive=True, group="counting", exit_on_error=False)

    def _count(self) -> None:
        worker, marked = get_current_worker(), self._marked
        unread = self.browser.desk.articles.unread_among(self.browser.headlines.listing.all_rows)
        if not worker.is_cancelled:
            self.browser.app.call_from_thread(self._counted, unread, marked)

    def _counted(self, unread: int, marked: int) -> None:
        if marked == self._marked:
            self.browser.change(unread=unread)
        else:
            self.count()
