"""Mark actions: read, bookmarked, discarded, of one article or of many, and undo and redo of all the reader did."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newstui.domain.marks.words import change_in_words, value_in_words
from newstui.ui.keys.in_turn import answer_in_thread
from newstui.ui.screens.browse.second_press import SecondPress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.marks.change import Change
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.list_controller import ListController
    from newstui.ui.screens.browse.marking import Marking
    from newstui.ui.screens.browse.picking import Picking

_MOST_LOOKED_UP = 500
"""Articles whose rows are looked up while a key waits; a list without more of them comes from the catalogue."""
_AGES = {"d": ("1d", "a day"), "w": ("1w", "a week"), "m": ("1m", "a month"), "y": ("1y", "a year")}
"""Key → (age in a query, in words)."""


class MarkActions:
    """Actions on the marks of the selected article, of those that are picked, or of the whole list."""

    def __init__(self, browser: Browser, lists: ListController, marking: Marking, picking: Picking) -> None:
        self._browser, self._lists, self._marking, self._picking = browser, lists, marking, picking
        self._second_press = SecondPress(browser)

    def action_bookmark(self) -> None:
        self._switch("bookmarked")

    def action_toggle_read(self) -> None:
        self._switch("read")

    def _switch(self, field: str) -> None:
        headline = self._browser.headline
        is_read = field == "read"
        if rows := self._browser.picked_rows:
            rows = self._browser.headlines.listing.with_folded(rows) if is_read else rows
        elif is_read:
            rows = self._browser.folded_rows
        if rows:
            self._set_rows(field, rows, not self._browser.desk.articles.all_are(field, rows))
        elif headline is not None:
            value = not getattr(headline, field)
            self._marking.set(field, value, headline)
            self._browser.screen.notice(f"{value_in_words(field, value)}: {headline.title}")

    def action_discard(self) -> None:
        """Takes the article out of every list but that of discarded ones."""
        headline, screen = self._browser.headline, self._browser.screen
        if rows := self._browser.picked_rows:
            self._set_rows("discarded", rows, value=True)
        elif headline is not None:
            change = self._marking.set("discarded", True, headline)
            if change is None:
                screen.notice(f"discarded already: {headline.title}")
            else:
                self._lists.drop({headline.row}, change)
                screen.notice(f"discarded: {headline.title} — {screen.key('undo')} gets it back")

    # Many

    def action_mark_all_read(self) -> None:
        """Marks every article of the list read, as one change."""
        self.mark_read(self._browser.headlines.listing.all_rows)

    def action_mark_read(self) -> None:
        """Asks which part of the list to mark read."""
        from newstui.ui.screens.panels.choose import Choice, KeyChoicePanel

        labels = {"a": "all above this one", "b": "all below this one", "l": "all of this list"}
        labels |= {key: f"what is older than {words}" for key, (_, words) in _AGES.items()}
        choices = [Choice(key, label, key=key) for key, label in labels.items()]
        self._browser.app.push_screen(KeyChoicePanel("Mark read …", choices, enter="marks read"), self._mark_part)

    def _mark_part(self, key: str | None) -> None:
        headlines = self._browser.headlines
        listing, here = headlines.listing, headlines.selected
        rows = listing.all_rows
        if key in _AGES:
            work = partial(self._mark_older, _AGES[key][0], rows)
            answer_in_thread(self._browser.screen, work, group="marking", exclusive=False)
        elif key:
            above, below = listing.rows[:here], listing.rows[here + 1 :]
            self.mark_read({"a": listing.with_folded(above), "b": listing.with_folded(below)}.get(key, rows))

    def _mark_older(self, age: str, rows: Sequence[int]) -> None:
        older = set(self._browser.desk.articles.listing(f"before:{age}").rows)
        self._browser.app.call_from_thread(self.mark_read, [row for row in rows if row in older])

    def mark_read(self, rows: Sequence[int]) -> None:
        """Marks articles read, as one change."""
        change = self._marking.set_rows("read", rows, True)
        if change is None:
            self._browser.screen.notice("nothing here is unread")
            return
        undo = self._browser.screen.key("undo")
        text = f"{_number(change, rows)} marked read: {undo} takes it back"
        self._browser.app.clear_notifications()  # section after section, they would pile up over the text
        self._browser.app.notify(text, markup=False)

    def _set_rows(self, field: str, rows: Sequence[int], value: bool) -> None:
        """Changes one field of many articles, as one change."""
        self._picking.end_range()
        screen = self._browser.screen
        change = self._marking.set_rows(field, rows, value)
        if change is None:
            screen.notice(f"{value_in_words(field, value)} already")
            return
        if field == "discarded":
            self._lists.drop(frozenset(rows), change)
        undo = screen.key("undo")
        screen.notice(f"{value_in_words(field, value)}: {_number(change, rows)} — {undo} takes it back")

    # Undo and redo

    def action_undo(self) -> None:
        self._browser.screen.notice(self.undo())

    def action_redo(self) -> None:
        self._browser.screen.notice(self.redo())

    def undo(self) -> str:
        """Takes back the last change, and returns it in words; asks first where it was not made here."""
        marks = self._browser.desk.marks
        question = self._second_press.question(marks.next_acts()[0], "undo", "takes back")
        return question or self._restored(marks.undo(), "undone", "nothing to undo")

    def redo(self) -> str:
        """Makes the last change that was taken back again, and returns it in words; asks first as `undo` does."""
        marks = self._browser.desk.marks
        question = self._second_press.question(marks.next_acts()[1], "redo", "takes back")
        return question or self._restored(marks.redo(), "done again", "nothing to redo")

    def action_history(self) -> None:
        """Opens the history."""
        from newstui.ui.screens.history.screen import HistoryScreen

        self._browser.app.push_screen(HistoryScreen(self._browser.desk, self._restored_in_history))

    def _restored_in_history(self, change: Change) -> str:
        return self._restored(change, "taken back" if change.act == "undo" else "done again", "")

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


def _number(change: Change, rows: Sequence[int]) -> str:
    """Returns how many articles were changed; while they are looked up, how many were asked for."""
    number = len(change.articles) or len(rows)
    return f"{number:,} article{'s' * (number != 1)}"
