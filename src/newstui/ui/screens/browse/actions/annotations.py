"""Annotation actions: the reader's own words about an article, its tags and its note."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newstui.domain.marks.fields import TAG
from newstui.ui.screens.browse.actions.highlights import HighlightActions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.articles.headline import Headline
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.marking import Marking


_MOST_LOOKED_UP = 500


class AnnotationActions:
    """Actions that write about the selected article."""

    def __init__(self, browser: Browser, marking: Marking, highlights: HighlightActions) -> None:
        self._browser, self._marking, self._highlights = browser, marking, highlights

    def action_tags(self) -> None:
        """Shows the tags of the article, or those that all picked articles have, to be set and removed."""
        from newstui.ui.screens.panels.tags import TagPanel

        headline, desk = self._browser.headline, self._browser.desk
        known = partial(desk.articles.tallies.by, "tag")
        if rows := self._browser.picked_rows:
            panel = TagPanel(f"Tags: {_number(rows)}", self._tags_of_all(rows), known, partial(self._switch_rows, rows))
            self._browser.app.push_screen(panel)
        elif headline is not None:
            tags = desk.marks.of(headline.id).tags(desk.articles.find(headline.id).article.tags)
            panel = TagPanel(f"Tags: {headline.title}", tags, known, partial(self._switch, headline))
            self._browser.app.push_screen(panel)

    def _tags_of_all(self, rows: Sequence[int]) -> list[str]:
        """Returns the tags that each of these articles has; of very many articles none, which is not looked up."""
        desk = self._browser.desk
        if len(rows) > _MOST_LOOKED_UP:
            return []
        listed = desk.articles.listed(rows)
        tags = [desk.marks.of(each.article.id).tags(each.article.tags) for each in listed]
        return [tag for tag in tags[0] if all(tag in others for others in tags)] if tags else []

    def _switch_rows(self, rows: Sequence[int], tag: str, is_on: bool) -> None:
        self._marking.set_rows(TAG + tag, rows, is_on)

    def _switch(self, headline: Headline, tag: str, is_on: bool) -> None:
        self._marking.set(TAG + tag, is_on, headline)

    def action_note(self) -> None:
        """Shows the note of the article, or of all picked ones, to be changed; of a highlight while one is chosen."""
        if self._browser.reader.controller.highlights.choosing.is_on:
            self._highlights.write_note()
            return
        from newstui.ui.screens.panels.note import NotePanel

        headline, marks = self._browser.headline, self._browser.desk.marks
        if rows := self._browser.picked_rows:
            ids = self._browser.desk.articles.ids(rows[:_MOST_LOOKED_UP])
            notes = {marks.of(id_).note for id_ in ids}
            title = f"Note: {_number(rows)}" + (", in place of the notes that they have" if len(notes) > 1 else "")
            note = notes.pop() if len(notes) == 1 and len(rows) == len(ids) else ""
            self._browser.app.push_screen(NotePanel(title, note, partial(self._keep_rows, rows)))
        elif headline is not None:
            note = marks.of(headline.id).note
            self._browser.app.push_screen(NotePanel(f"Note: {headline.title}", note, partial(self._keep, headline)))

    def _keep_rows(self, rows: Sequence[int], note: str) -> None:
        if self._marking.set_rows("note", rows, note) and self._browser.screen.is_running:
            undo = self._browser.screen.key("undo")
            self._browser.screen.notice(
                f"{'noted' if note else 'note removed'}: {_number(rows)} — {undo} takes it back"
            )

    def _keep(self, headline: Headline, note: str) -> None:
        if self._marking.set("note", note, headline) and self._browser.screen.is_running:
            self._browser.screen.notice(f"{'noted' if note else 'note removed'}: {headline.title}")


def _number(rows: Sequence[int]) -> str:
    return f"{len(rows):,} article{'s' * (len(rows) != 1)}"


def annotation_actions(marking: Marking) -> tuple[HighlightActions, AnnotationActions]:
    """Returns the actions by which a reader annotates an article."""
    highlights = HighlightActions(marking.browser, marking)
    return highlights, AnnotationActions(marking.browser, marking, highlights)
