"""The screen of the history: what was done, when, by which window or command; each can be taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from newstui.domain.marks.fields import FIELDS
from newstui.domain.marks.timeline import timeline
from newstui.services.tasks.safely import safely
from newstui.ui.errors import toast
from newstui.ui.keys.bindings import HISTORY
from newstui.ui.keys.in_turn import keys_wait_for
from newstui.ui.screens.base import BaseScreen
from newstui.ui.screens.history.change_list import ChangeList
from newstui.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newstui.domain.marks.change import Change, Stamp
    from newstui.domain.marks.timeline import Entry
    from newstui.services.desk import Desk

MOST = 1_000
"""Acts that are shown."""


class HistoryScreen(BaseScreen[None], inherit_bindings=False):
    """Lists the latest acts of the reader."""

    BINDINGS: ClassVar[list[BindingType]] = [*HISTORY]
    help_binding = "history-help"

    def __init__(self, desk: Desk, restored: Callable[[Change], str]) -> None:
        """`restored` shows what a change brought back, and returns it in words."""
        super().__init__()
        self._desk, self._restored = desk, restored
        self._entries: list[Entry] = []

    def compose(self) -> ComposeResult:
        yield StatusBar(id="masthead")
        yield ChangeList(self._desk.marks.session, id="changes")
        yield StatusBar(id="keys")

    @property
    def home(self) -> ChangeList | None:
        return next(iter(self.query(ChangeList)), None)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(ChangeList))
        self._draw_masthead()
        self.look()

    def look(self) -> None:
        """Shows the acts as they are now."""
        keys_wait_for(self.app, self._look())

    @work(thread=True, exclusive=True, group="history", exit_on_error=False)
    def _look(self) -> None:
        known = safely(self._known, partial(toast, self.app))
        if known is not None:
            self.app.call_from_thread(self._show, *known)

    def _known(self) -> tuple[list[Entry], set[Stamp]]:
        self._desk.refresh()
        entries = timeline(self._desk.marks.history(), MOST)
        return entries, {entry.act.stamp for entry in entries if self._is_elsewhere(entry.act)}

    def _is_elsewhere(self, change: Change) -> bool:
        """Returns True for a change of articles that this library does not have: the journal is for all libraries."""
        known = FIELDS.get(change.field)
        is_of_articles = known is None or known.of == "article"
        return is_of_articles and bool(change.articles) and self._desk.articles.row_of(change.articles[0]) is None

    def _show(self, entries: list[Entry], elsewhere: set[Stamp]) -> None:
        if self.is_mounted:
            self._entries = entries
            self.query_one(ChangeList).show(entries, elsewhere)
            self._draw_masthead()

    def _draw_masthead(self) -> None:
        number = len(self._entries)
        counts = (f"the latest {MOST:,} acts" if number == MOST else f"{number:,} act{'s' * (number != 1)}",)
        self.show_masthead("History", counts)

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Shows the key for what can be done with the act under the cursor."""
        entry = self.query_one(ChangeList).current if self.is_mounted else None
        if action == "take_back":
            return entry is not None and not entry.is_taken_back
        return action != "bring_back" or (entry is not None and entry.is_taken_back)

    def action_take_back(self) -> None:
        self._reverse()

    def action_bring_back(self) -> None:
        self._reverse()

    @on(ChangeList.Chosen)
    def _reverse(self) -> None:
        if (entry := self.query_one(ChangeList).current) is not None:
            keys_wait_for(self.app, self._reverse_in_thread(entry.latest))

    @work(thread=True, group="reversing", exit_on_error=False)
    def _reverse_in_thread(self, change: Change) -> None:
        """Takes an act back, or brings it back, in a thread: it may be of very many articles."""
        reverse = safely(partial(self._desk.marks.reverse, change), partial(toast, self.app))
        self.app.call_from_thread(self._reversed, reverse)

    def _reversed(self, change: Change | None) -> None:
        self.notice(self._restored(change) if change else "all of it was changed again since, so nothing is left of it")
        self.look()

    def action_help(self) -> None:
        from newstui.ui.screens.panels.help import help_on

        self.app.push_screen(help_on(self))
