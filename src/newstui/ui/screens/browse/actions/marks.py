"""Mark actions: read, bookmarked, discarded, and undo and redo of all that the reader did."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newstui.domain.marks.words import change_in_words, value_in_words
from newstui.ui.keys.bindings import live_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.marks.change import Change
    from newstui.ui.screens.browse.article_controller import ArticleController
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.list_controller import ListController
    from newstui.ui.screens.browse.marking import Marking

_MOST_LOOKED_UP = 500
"""Articles whose rows are looked up while a key waits; a list without more of them comes from the catalogue."""


class MarkActions:
    """Actions on the marks of the selected article, or of the whole list."""

    def __init__(self, browser: Browser, article: ArticleController, lists: ListController, marking: Marking) -> None:
        self._browser, self._article, self._lists, self._marking = browser, article, lists, marking

    def action_bookmark(self) -> None:
        self._switch("bookmarked")

    def action_toggle_read(self) -> None:
        self._switch("read")

    def _switch(self, field: str) -> None:
        headline = self._browser.headline
        if headline is not None:
            value = not getattr(headline, field)
            self._marking.set(field, value, headline)
            self._browser.screen.notice(f"{value_in_words(field, value)}: {headline.title}")

    def action_discard(self) -> None:
        """Takes the article out of every list but that of discarded ones."""
        headline, screen = self._browser.headline, self._browser.screen
        if headline is None:
            return
        change = self._marking.set("discarded", True, headline)
        if change is None:
            screen.notice(f"discarded already: {headline.title}")
        else:
            self._lists.drop({headline.row}, change)
            screen.notice(f"discarded: {headline.title} — {live_key(screen, 'undo')} gets it back")

    def action_mark_all_read(self) -> None:
        """Marks every article of the list read, as one change, in a thread."""
        work = partial(self._mark_all, self._browser.headlines.listing.rows)
        self._browser.screen.run_worker(work, thread=True, group="marking", exit_on_error=False)

    def _mark_all(self, rows: Sequence[int]) -> None:
        desk = self._browser.desk
        change = desk.marks.set("read", desk.articles.ids(rows), True)
        self._browser.app.call_from_thread(self._marked_all, change)

    def _marked_all(self, change: Change | None) -> None:
        if change is None:
            self._browser.screen.notice("nothing here is unread")
            return
        self._marking.changed()
        number, undo = len(change.articles), live_key(self._browser.screen, "undo")
        text = f"{number:,} article{'s' * (number != 1)} marked read: {undo} takes it back"
        self._browser.app.notify(text, markup=False)

    def action_undo(self) -> None:
        self._browser.screen.notice(self.undo())

    def action_redo(self) -> None:
        self._browser.screen.notice(self.redo())

    def undo(self) -> str:
        """Takes back the last change, and returns it in words."""
        return self._restored(self._browser.desk.marks.undo(), "undone", "nothing to undo")

    def redo(self) -> str:
        """Makes the last change that was taken back again, and returns it in words."""
        return self._restored(self._browser.desk.marks.redo(), "done again", "nothing to redo")

    def _restored(self, change: Change | None, done: str, otherwise: str) -> str:
        if change is None:
            return otherwise
        self._browser.app.clear_notifications()
        self._marking.changed()
        if change.field == "discarded" and not change.to[0]:
            self._lists.bring_back(change)
        elif change.field == "discarded" and len(change.articles) <= _MOST_LOOKED_UP:
            rows = map(self._browser.desk.articles.row_of, change.articles)
            self._lists.drop({row for row in rows if row is not None}, change)
        return f"{done}: {change_in_words(change, shows_ids=False)}"
