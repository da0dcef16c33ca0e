"""The controller of the sidebar: has the sections counted, shows them, and says which list follows which."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from newstui.services.tasks.safely import safely
from newstui.ui.errors import toast
from newstui.ui.keys.in_turn import answer_in_thread, keys_wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.timer import Timer

    from newstui.domain.search.section_tree import Entry, Kind
    from newstui.services.feeds.section_list import SectionList
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.marking import Marking
    from newstui.ui.widgets.section_pane import SectionPane

ROOMY = 140
"""Columns from which the sidebar is shown, until the reader decides."""
_LATER_SECONDS = 1.0
_SEARCHES = "group Searches"


class SectionController:
    """Drives the pane of sections."""

    def __init__(self, browser: Browser, pane: SectionPane, marking: Marking) -> None:
        self.browser, self.pane = browser, pane
        marking.on_changed = self.count
        self._list: SectionList | None = None
        self._tree: Sequence[Entry] = ()
        self._timer: Timer | None = None
        self._arrive: Callable[[], None] | None = None
        """Called once the sections are there, of which some are to be gone to."""
        self._revealed: frozenset[str] = frozenset()
        """Closed groups and folders that show what is in them while the list of a section there is shown."""
        self.opened: str | None = None
        """The query of the section that was opened here last: Esc leads from its list back to its line."""

    # Shown or not

    @property
    def is_shown(self) -> bool:
        return self.browser.screen.has_class("-sections")

    @property
    def has_keys(self) -> bool:
        return self.pane.has_focus

    def fit(self, width: int) -> None:
        """Shows or hides the sidebar for a width of the screen, as long as the reader has not decided."""
        chosen = self.browser.state.has_sections
        self._show(width >= ROOMY if chosen is None else chosen)

    def leave(self) -> None:
        """Gives the keys back to the headlines."""
        self.pane.end_narrowing()
        self.browser.screen.set_focus(self.browser.headlines)

    def toggle(self) -> None:
        """Shows the sidebar and gives it the keys, or hides it."""
        screen = self.browser.screen
        is_seen = self.is_shown and (self.pane.has_focus or not screen.has_class("-narrow"))
        self.browser.change(has_sections=not is_seen)
        if self.pane.has_focus:
            screen.set_focus(self.browser.headlines)
        self._show(not is_seen)
        if not is_seen:
            self.focus()

    def focus(self) -> None:
        """Gives the sidebar the keys; it is shown where it was not."""
        self._show(True)
        self.browser.screen.set_class(True, "-in-sections")  # a pane that is not to be seen gets no focus
        self.browser.screen.call_after_refresh(self.browser.screen.set_focus, self.pane)

    @property
    def tree(self) -> Sequence[Entry]:
        """All sections, as they were counted last."""
        return self._tree

    def go_to_group(self, kind: Kind, then: Callable[[], None]) -> None:
        """Gives the sidebar the keys, with the cursor on the first section of a kind, or on the one that is shown."""
        from newstui.domain.search.section_tree import group_id

        group = group_id(kind)
        self.browser.change(closed_sections=self.browser.state.closed_sections - {group})
        self.pane.end_narrowing()
        self._arrive = partial(self._go_to, group, then)
        self.focus()
        if self._tree:
            self._counted(self._tree)
        else:
            self.count()

    def _go_to(self, group: str, then: Callable[[], None]) -> None:
        shown = self.browser.state.question.query
        if (entry := next((each for each in self._tree if each.id == shown), None)) and group in entry.inside:
            self.reveal(entry)
        inside = [entry.id for entry in self.pane.entries if group in entry.inside]
        self.pane.move_to_id(shown if shown in inside else inside[0] if inside else group)
        # After the message that the cursor moved, which ends a notice.
        self.pane.call_later(self.browser.screen.call_later, then)

    def _show(self, shown: bool) -> None:
        if shown != self.is_shown:
            self.browser.screen.set_class(shown, "-sections")
            if shown:
                self.draw()
                self.count()

    # Counting

    def count(self, *, has_new_feeds: bool = False) -> None:
        """Has the sections counted in a thread. A newer count ends an older one."""
        if has_new_feeds and self._list is not None:
            self._list.forget()
        if self.is_shown:
            worker = self.browser.screen.run_worker(
                self._count, thread=True, exclusive=True, group="sections", exit_on_error=False
            )
            if self._arrive is not None:
                keys_wait_for(self.browser.app, worker, is_answered=lambda: self._arrive is None)

    def count_later(self) -> None:
        """Has the sections counted after a while: where an article is left changes with every key."""
        if self.is_shown and self._timer is None:
            self._timer = self.browser.screen.set_timer(_LATER_SECONDS, self._count_now)

    def _count_now(self) -> None:
        self._timer = None
        self.count()

    def _count(self) -> None:
        worker = get_current_worker()
        self._each_count(lambda: worker.is_cancelled, self._counted)

    def _each_count(self, is_outdated: Callable[[], bool], use: Callable[[Sequence[Entry]], None]) -> None:
        """Calls `use` in the interface with each count, the first of which is there at once."""
        app = self.browser.app
        if self._list is None:
            self._list = self.browser.desk.sections()
        counts = self._list.entries(is_outdated, has_searches=_SEARCHES not in self.browser.state.closed_sections)
        while (tree := safely(partial(next, counts, None), partial(toast, app))) is not None and not is_outdated():
            app.call_from_thread(use, tree)

    def _counted(self, tree: Sequence[Entry]) -> None:
        self._tree = tree
        self.draw()
        arrive, self._arrive = self._arrive, None
        if arrive is not None:
            arrive()

    def draw(self) -> None:
        """Shows the sections again: they, or what is to be seen of them, changed."""
        if not self.is_shown:
            return
        from newstui.domain.search.section_tree import visible  # not needed where the sections are hidden

        state, current = self.browser.state, self.pane.current
        shown, closed = state.question.query, state.closed_sections - self._revealed
        keep = current.id if current else shown
        tree, typed = self._tree or first_entries(), self.pane.typed or ""
        entries = visible(tree, closed, only_unread=state.are_read_sections_hidden, typed=typed, keep=keep)
        self.pane.show(entries, closed, shown)

    # What the reader does

    def turn(self, entry: Entry) -> None:
        """Opens or closes a group or folder."""
        if entry.id in self._revealed:  # it counts as closed already
            self._revealed -= {entry.id}
        else:
            self.browser.change(closed_sections=self.browser.state.closed_sections ^ {entry.id})
        self.draw()
        if entry.id == _SEARCHES:
            self.count()

    def reveal(self, entry: Entry) -> None:
        """Has the line of a section be seen in closed folders too, until another section is shown."""
        if (revealed := frozenset(entry.inside)) != self._revealed:
            self._revealed = revealed
            self.draw()

    def toggle_read(self) -> None:
        """Leaves out the sections without an unread article, or shows them again."""
        self.browser.change(are_read_sections_hidden=not self.browser.state.are_read_sections_hidden)
        self.draw()

    def follow(self) -> None:
        """Moves the cursor to the list that is shown, unless the reader is in the sidebar."""
        if self.is_shown and not self.pane.has_focus:
            self.pane.move_to_id(self.browser.state.question.query)
            self.draw()

    def find_next(self, then: Callable[[Entry | None], None]) -> None:
        """Calls `then` with the section after the one that is shown that has unread articles, counted now."""
        answer_in_thread(self.browser.screen, partial(self._find_next, then), group="next section")

    def _find_next(self, then: Callable[[Entry | None], None]) -> None:
        from newstui.domain.search.section_tree import next_with_unread

        worker, query = get_current_worker(), self.browser.state.question.query
        last: list[Entry | None] = [None]

        def use(tree: Sequence[Entry]) -> None:
            self._tree = tree
            last[0] = next_with_unread(tree, query)

        self._each_count(lambda: last[0] is not None or worker.is_cancelled, use)
        if not worker.is_cancelled:
            self.browser.app.call_from_thread(then, last[0])


def first_entries() -> list[Entry]:
    """Returns the sections that every library has, before anything is counted."""
    from newstui.domain.search.section_tree import entries

    return entries((), (), (), {}, ())
