"""Section actions: the sidebar itself, and what is opened there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newstui.ui.keys.in_turn import answer_in_thread

if TYPE_CHECKING:
    from newstui.domain.search.section_tree import Entry
    from newstui.ui.screens.browse.actions.marks import MarkActions
    from newstui.ui.screens.browse.list_controller import ListController
    from newstui.ui.screens.browse.section_controller import SectionController
    from newstui.ui.widgets.section_pane import Act


class SectionActions:
    """Actions of the sidebar."""

    def __init__(self, sections: SectionController, lists: ListController, marks: MarkActions) -> None:
        self._browser, self._pane, self._sections = sections.browser, sections.pane, sections
        self._lists, self._marks = lists, marks

    def acted(self, act: Act, entry: Entry | None) -> None:
        """Does what the reader wants of a section."""
        if entry is None:
            self._sections.draw()
        elif act == "opened" and entry.kind == "history":
            self._marks.action_history()
        elif act == "opened":
            self.open(entry)
        elif act == "turned":
            self._sections.turn(entry)
        else:
            self._tell(entry)

    def action_sections(self) -> None:
        """Shows the sidebar, or hides it."""
        self._sections.toggle()

    def action_hide_read_sections(self) -> None:
        self._sections.toggle_read()

    def action_tag_list(self) -> None:
        """Goes to the tags in the sidebar."""
        self._sections.go_to_group("tag", self._arrived)

    def _arrived(self) -> None:
        if not any(entry.kind == "tag" for entry in self._sections.tree):
            self._browser.screen.notice("no article has a tag yet")

    def action_leave_sections(self) -> None:
        """Goes one step out: of the narrowed names, of the list of a section, of the sidebar."""
        if self._pane.end_narrowing():
            return
        self._browser.screen.set_focus(self._browser.headlines)
        if self._browser.state.question.query:
            self._lists.go_to("")

    def open(self, entry: Entry) -> None:
        """Shows the list of a section."""
        if self._is_refused(entry):
            return
        self._sections.opened = entry.id
        self._sections.reveal(entry)
        self._pane.end_narrowing()
        named = {"search": "Search", "rule": "Hidden"}.get(entry.kind)
        self._lists.go_to(entry.id, f"{named}: {entry.label}" if named else "")
        self._sections.draw()

    def _is_refused(self, entry: Entry) -> bool:
        """Says what is wrong with the query of a section, and returns True; False where nothing is."""
        if fault := self._browser.desk.articles.query_fault(entry.id):
            self._browser.screen.notice(f"{entry.label}: {fault}")
        return bool(fault)

    def _tell(self, entry: Entry) -> None:
        """Says what is odd about the feed under the cursor."""
        if entry.about:
            self._browser.screen.notice(f"{entry.label}: {entry.about}")
        else:
            self._browser.screen.end_notice()

    def action_mark_section_read(self) -> None:
        """Marks everything in the section under the cursor read, as one change."""
        entry = self._pane.current
        if entry is not None and entry.kind not in ("group", "history") and not self._is_refused(entry):
            work = partial(self._mark_read, entry.id)
            answer_in_thread(self._browser.screen, work, group="marking", exclusive=False)

    def _mark_read(self, query: str) -> None:
        rows = self._browser.desk.articles.listing(query).rows
        self._browser.app.call_from_thread(self._marks.mark_read, rows)
