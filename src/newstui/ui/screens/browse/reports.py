"""Reports from behind the screen: what came or went on disk, and what was written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.marks.change import Change
    from newstui.ui.screens.browse.list_controller import ListController
    from newstui.ui.screens.browse.marking import Marking
    from newstui.ui.screens.browse.section_controller import SectionController


class Reports:
    """Hands on what the upkeep and the journal report."""

    def __init__(self, lists: ListController, sections: SectionController, marking: Marking) -> None:
        self._lists, self._sections, self._marking = lists, sections, marking

    def library_changed(self) -> None:
        """Shows articles that came or went on disk."""
        self._lists.ask_again()
        self._sections.count(has_new_feeds=True)

    def changes_saved(self, changes: Sequence[Change]) -> None:
        """Counts again once changes made here are on disk and in the catalogue."""
        fields = {change.field for change in changes}
        if fields == {"position"}:
            self._sections.count_later()
        else:
            self._sections.count(has_new_feeds="subscription" in fields)
        self._marking.show_writing()
        if fields & {"rule", "subscription"}:  # what is hidden or folded may be other than before
            self._lists.ask_again()
        elif any(change.act != "do" and change.field not in {"position", "discarded"} for change in changes):
            self._lists.ask_after_undo()
        if discarded := [change for change in changes if change.field == "discarded"]:
            self._lists.ask_after(discarded)
        elif any(change.field == "read" and len(change.articles) > 1 for change in changes):
            self._marking.count()
