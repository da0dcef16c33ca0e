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
        taken_back = {change.field for change in changes if change.act != "do"}
        if fields == {"position"}:
            self._sections.count_later()
        else:
            self._sections.count(has_new_feeds="subscription" in fields)
        self._marking.show_writing()
        if discarded := [change for change in changes if change.field == "discarded"]:
            self._lists.ask_after(discarded)
        elif fields & {"rule", "subscription"} or taken_back - {"position"}:
            # Rules hide and feeds fold; an article with its former marks may be one of the list again.
            self._lists.ask_again()  # its answer counts
        elif any(change.field == "read" and len(change.articles) > 1 for change in changes):
            self._marking.count()
