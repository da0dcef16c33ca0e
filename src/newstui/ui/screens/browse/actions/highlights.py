"""Highlight actions: choose sentences or lines of the article, keep them, write about them, remove them."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from newstui.domain.marks.fields import HIGHLIGHT

if TYPE_CHECKING:
    from newstui.domain.articles.headline import Headline
    from newstui.domain.highlights.highlight import Highlight
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.marking import Marking


class HighlightActions:
    """Actions on passages of the article in the reader pane."""

    def __init__(self, browser: Browser, marking: Marking) -> None:
        self._browser, self._marking = browser, marking
        self._controller = browser.reader.controller
        self._choosing = browser.reader.controller.highlights.choosing
        self._said = ""
        """The sentence on the keys that was said last."""

    def action_choose(self) -> None:
        """Begins to choose sentences; while they are chosen, lets the choice reach from here on."""
        if not self._choosing.is_on:
            self._begin(by_lines=False)
        elif self._choosing.extend():
            self._browser.screen.notice("from here on: move to where it ends")

    def action_choose_lines(self) -> None:
        """Begins to choose lines, where a sentence is too much or too little."""
        self._begin(by_lines=True)

    def _begin(self, *, by_lines: bool) -> None:
        prepared, screen = self._controller.prepared, self._browser.screen
        if prepared is None or not self._choosing.begin(prepared.article.lang, by_lines=by_lines):
            screen.notice("this article has no text to choose from")
            return
        screen.refresh_bindings()
        self.say_keys()

    def action_tell_chosen(self) -> None:
        """Says what the keys do now that the mouse chose something."""
        self._browser.screen.refresh_bindings()
        self.say_keys()

    def action_highlights(self) -> None:
        """Lists the highlights of the article; the one that is chosen is gone to."""
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel

        headline, screen = self._browser.headline, self._browser.screen
        kept = self._browser.desk.marks.of(headline.id).highlights if headline is not None else ()
        if not kept:
            screen.notice(f"nothing is highlighted here; in the text {screen.key('choose')} chooses a sentence")
            return
        choices = [Choice(each.id, " ".join(each.quote.split()), " ".join(each.note.split())) for each in kept]
        title = f"{len(kept):,} highlight{'s' * (len(kept) != 1)}"
        self._browser.app.push_screen(
            ChoicePanel(title, choices, prompt="type to narrow", enter="goes to it"), self._go_to
        )

    def _go_to(self, id_: str | None) -> None:
        if id_ is None:
            return
        screen = self._browser.screen
        screen.set_focus(self._browser.reader)
        if self._controller.mode == "summary":
            self._controller.toggle_summary()
        if self._choosing.choose(id_):
            screen.refresh_bindings()
            self.say_keys()
        else:
            screen.notice("this passage is not in the text any more, or not where it can be told for sure")

    def say_keys(self) -> None:
        """Says what the keys do while something is chosen."""
        screen = self._browser.screen
        names = ("reader-up", "reader-down", "choose", "highlight-keep", "note", "highlight-remove", "back")
        up, down, more, keep, note, remove, back = map(screen.key, names)
        self._said = (
            f"{up} {down} choose, {more} more, {note} with a note, {remove} removes — {keep} keeps it, {back} leaves"
        )
        screen.notice(self._said)

    def action_keep_highlight(self) -> None:
        """Keeps what is chosen."""
        if self._keep() is not None:
            self.leave()

    def action_drop_highlight(self) -> None:
        """Removes the highlight under the choice."""
        headline, kept, screen = self._browser.headline, self._choosing.kept_here, self._browser.screen
        if kept is None or headline is None:
            screen.notice("this is not highlighted")
            return
        self.leave()
        self._marking.set(HIGHLIGHT + kept.id, "", headline)
        screen.notice(f"highlight removed — {screen.key('undo')} gets it back")

    def write_note(self) -> None:
        """Shows the note of the highlight under the choice, which is kept for it."""
        from newstui.ui.screens.panels.note import NotePanel

        headline = self._browser.headline
        highlight = self._choosing.kept_here or self._keep()
        if highlight is not None and headline is not None:
            self.leave()
            title = f"Note: {' '.join(highlight.quote.split())}"
            self._browser.app.push_screen(NotePanel(title, highlight.note, partial(self._note, headline, highlight)))

    def leave(self) -> None:
        """Chooses nothing any more."""
        screen = self._browser.screen
        if self._choosing.end():
            screen.refresh_bindings()
            if screen.footer.text == self._said:
                screen.end_notice()

    def _keep(self) -> Highlight | None:
        """Keeps what is chosen, and returns it; None where all of it is kept already."""
        headline, screen = self._browser.headline, self._browser.screen
        highlight, kept = self._choosing.highlight(os.urandom(4).hex()), self._choosing.kept_here
        if headline is None or highlight is None:
            return None
        if kept is not None and highlight.quote in kept.quote:
            screen.notice("this is highlighted already")
            return None
        self._marking.set(HIGHLIGHT + highlight.id, highlight.value, headline)
        screen.notice(f"highlighted: {' '.join(highlight.quote.split())}")
        return highlight

    def _note(self, headline: Headline, highlight: Highlight, note: str) -> None:
        from dataclasses import replace

        self._marking.set(HIGHLIGHT + highlight.id, replace(highlight, note=note).value, headline)
