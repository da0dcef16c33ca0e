"""What the keys of the browser do. Every action is a line of `keymap.BROWSER` and an entry of the command palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work

from newstui.domain.errors import NewstuiError
from newstui.domain.marks.words import change_in_words, value_in_words
from newstui.domain.search.sections import STANDARD, counted_sections, search_sections
from newstui.domain.settings import MAX_TEXT_WIDTH, MIN_TEXT_WIDTH, MOST_SENTENCES
from newstui.services.tasks.safely import safely
from newstui.ui.errors import toast
from newstui.ui.keys.bindings import BROWSER, live_key
from newstui.ui.screens.browse.screen import Browser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.widget import Widget
    from textual.widgets import Input

    from newstui.domain.feed import SavedSearch
    from newstui.domain.marks.change import Change
    from newstui.domain.search.sort import Sort

_SORTS: dict[Sort, str] = {
    "newest": "newest first",
    "oldest": "oldest first",
    "title": "by title",
    "source": "by source",
    "shortest": "shortest first",
    "longest": "longest first",
}
_NEED_ARTICLE = {
    "summary", "skim", "bookmark", "toggle_read", "browse", "copy_link", "copy_citation", "discard", "links", "read_on",
    "find_next", "find", "previous_match", "turn", "next_unread", "summary_length", "changes",
}  # fmt: skip


class Acts(Browser):
    """The browser with its keys; those that bring articles in stand in `intake`."""

    BINDINGS: ClassVar[list[BindingType]] = [*BROWSER]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that would do nothing now are not shown, and go on to who knows them."""
        if action in _NEED_ARTICLE and self._article is None:
            return False
        match action:
            case "find" | "find_next" | "turn" if self.focused is self._list:
                # ← → in the list are the list's own; / there is not the article's
                return action == "turn"
            case "to_sentence":
                return self._reader.mode == "summary" and self._is_reading
            case "summary_length":
                return self._reader.mode != "text"
            case "previous_match":
                return bool(self._reader.words) or self._reader.mode == "skim"
            case _:
                return True

    # From article to article

    def action_turn(self, steps: int) -> None:
        """The next or the previous article, from anywhere."""
        self._turn_to(self._list.selected + steps)

    def _turn_to(self, index: int) -> None:
        headline = self._list.headline(index)
        if headline is None:
            self.notice(
                "that was the last article of this list" if index > 0 else "that was the first article of this list"
            )
            return
        self._keep_position()
        self.end_notice()
        self._list.move_to(index, far=True)
        self._show(headline, opened=True)
        self.draw_together()

    async def action_next_unread(self) -> None:
        """With something lit, the next of it; otherwise the next unread article, or else the next."""
        if self._reader.words or self._reader.mode == "skim":
            await self.action_find_next(1)
            return
        unread = self._desk.articles.next_unread(self._list.listing.rows, self._list.selected + 1)
        self._turn_to(self._list.selected + 1 if unread is None else unread)

    async def action_read_on(self) -> None:
        """A page down; at the end the next unread."""
        headline = self._list.headline(self._list.selected)
        if headline is None:
            return
        if self.has_class("-narrow") and not self._is_reading:
            self._open(headline)
        elif self._view.is_at_end:
            if self._is_opened or self._is_reading:
                self._mark_read_at_end()
            await self.action_next_unread()
        else:
            self._show(headline, opened=True)
            self._view.action_scroll_pages(1)

    def _mark_read_at_end(self) -> None:
        if self._settings.mark_read in ("dwell", "end"):
            self._mark_read(self._article)

    def action_back(self) -> None:
        """One step out: what is lit, the summary, the reader alone, the reader, the filter."""
        if self._find is not None and self._find.has_focus:
            self._close_find()
        elif self._reader.end_search():
            self.end_notice()
            self.refresh_bindings()
        elif self._reader.mode == "summary" and self._article is not None:
            self.action_summary()
        elif self._is_full:
            self.action_full_width()
        elif self._is_reading:
            self._keep_position()
            self.set_focus(self._list)
        elif self._query:
            self.go_to("")

    def action_back_or_quit(self) -> None:
        if self.focused is self._list and not self._is_full:
            self.app.exit()
        else:
            self.action_back()

    def action_other_pane(self) -> None:
        headline = self._list.headline(self._list.selected)
        if self._is_reading:
            self._is_full = False
            self.set_focus(self._list)
        elif headline is not None:
            self._open(headline)

    # Summary, skim, find

    def action_summary(self) -> None:
        self._reader.toggle_summary()
        self._settle()  # keeping the place waits until no key comes: it would cost one of them 50 ms
        self.end_notice()
        self._draw_keys(None)
        self.draw_together()
        if self._reader.mode == "summary":
            self.ask_model()
        else:
            self.workers.cancel_group(self, "model")

    def action_to_sentence(self) -> None:
        """From the summary to the sentence in its place."""
        if self._reader.go_to_sentence():
            self.refresh_bindings()
        else:
            own = "these are the publisher's words: + for sentences from the text, each leads to its place"
            is_own = self._reader.reading is not None and self._reader.reading.summary.positions
            self.notice("this sentence does not stand in the text as it is here" if is_own else own)

    def action_summary_length(self, sentences: int) -> None:
        self._sentences = max(1, min(self._sentences + sentences, MOST_SENTENCES))
        self._reader.resummarise(self._sentences)
        if self._reader.mode == "summary":
            self.ask_model()
        self.notice(f"summaries of {self._sentences} sentence{'s' * (self._sentences != 1)}")
        self.refresh_bindings()
        self._settle()

    def action_excerpts(self) -> None:
        """Two lines of summary under each headline, on or off."""
        self._list.show_excerpts(not self._list.has_excerpts)
        self._settle()

    def action_skim(self) -> None:
        self._reader.toggle_skim()
        if self._reader.mode == "skim":
            at = self._reader.step(0)
            after, before, skim, back = (
                live_key(self, name) for name in ("next-unread", "previous-match", "skim", "back")
            )
            steps = f"{after} and {before} step, {skim} or {back} ends it"
            self.notice(f"sentence {at}: {steps}" if at else "this text is too short to skim")
        else:
            self.end_notice()
        self.refresh_bindings()

    _pane_before: Widget | None = None
    """Which pane had the keys before the reader was alone."""

    _find: Input | None = None
    """The field to type into, while it is open."""

    async def action_find(self) -> None:
        from textual.widgets import Input

        if self._find is None:
            self._find = Input(
                self._reader.words, id="find", placeholder="find in this article", compact=True, max_length=200
            )
            await self.mount(self._find)
        self.set_focus(self._find)

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value != self._reader.words:
            self._reader.find(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        number = self._reader.find(event.value)
        self._close_find(keep=True)
        if event.value:
            after, before, back = (live_key(self, name) for name in ("next-unread", "previous-match", "back"))
            found = f"{number} found: {after} next, {before} previous, {back} ends it"
            self.notice(found if number else f"“{event.value}” is not in this article")

    def _close_find(self, *, keep: bool = False) -> None:
        if self._find is not None:
            self._find.remove()
            self._find = None
        if not keep:
            self._reader.end_search()
        self.set_focus(self._view)

    async def action_find_next(self, steps: int) -> None:
        if told := self._reader.step(steps):
            self.notice(told)
        else:
            await self.action_find()

    async def action_previous_match(self) -> None:
        await self.action_find_next(-1)

    # Marks

    def action_bookmark(self) -> None:
        self._switch("bookmarked")

    def action_toggle_read(self) -> None:
        self._switch("read")

    def _switch(self, field: str) -> None:
        headline = self._list.headline(self._list.selected)
        if headline is None:
            return
        to = not getattr(headline, field)
        self._set(field, to, headline)
        self.notice(f"{value_in_words(field, to)}: {headline.title}")

    def action_discard(self) -> None:
        headline = self._list.headline(self._list.selected)
        if headline is None:
            return
        self._set("discarded", True, headline)
        self._article = None
        self.notice(f"discarded: {headline.title} — {live_key(self, 'undo')} gets it back")

    def action_mark_all_read(self) -> None:
        """Every article of this list, as one change."""
        self._mark_all(self._list.listing.rows)

    @work(thread=True, group="marking", exit_on_error=False)
    def _mark_all(self, rows: Sequence[int]) -> None:
        change = self._desk.marks.set("read", self._desk.articles.ids(rows), True)
        self.app.call_from_thread(self._marked_all, change)

    def _marked_all(self, change: Change | None) -> None:
        if change is None:
            self.notice("nothing here is unread")
            return
        self.marked()
        number = len(change.articles)
        told = f"{number:,} article{'s' * (number != 1)} marked read: {live_key(self, 'undo')} takes it back"
        self.app.notify(told, markup=False)

    def action_undo(self) -> None:
        self.notice(self.undo())

    def action_redo(self) -> None:
        self.notice(self.redo())

    def undo(self) -> str:
        """Takes back the last act, and says which."""
        return self._took(self._desk.marks.undo(), "undone", "nothing to undo")

    def redo(self) -> str:
        """Brings back what was taken back last, and says which."""
        return self._took(self._desk.marks.redo(), "done again", "nothing to redo")

    def _took(self, change: Change | None, did: str, otherwise: str) -> str:
        if change is None:
            return otherwise
        self.app.clear_notifications()
        if change.field == "discarded":
            self._article = change.articles[0]
        self.marked()
        return f"{did}: {change_in_words(change, shows_ids=False)}"

    # Lists

    @work(thread=True, exclusive=True, group="filter", exit_on_error=False)
    def action_filter(self) -> None:

        names = self._desk.articles.counts_by
        found = safely(
            lambda: (names("source"), names("tag"), self._desk.searches.all()), lambda *said: toast(self.app, *said)
        )
        if found is not None:
            self.app.call_from_thread(self._choose_filter, *found)

    def _choose_filter(
        self, sources: list[tuple[str, int]], tags: list[tuple[str, int]], searches: list[SavedSearch]
    ) -> None:
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel

        sections = (
            *STANDARD,
            *search_sections(searches),
            *counted_sections("source", sources),
            *counted_sections("tag", tags),
        )
        choices = [Choice(section.query, section.label, section.note) for section in sections]
        self.app.push_screen(
            ChoicePanel(
                "Show …", choices, prompt="type to narrow, or a query: title:river minutes:<5", check=self._wrong_with
            ),
            self._filter,
        )

    def _filter(self, query: str | None) -> None:
        if query is not None and not (wrong := self._wrong_with(query)):
            self.go_to(query)
        elif query is not None:
            self.notice(wrong)

    def _wrong_with(self, query: str) -> str:
        """What makes a query no query; empty where it is one."""
        try:
            self._desk.articles.parsed(query)
        except NewstuiError as error:
            return str(error)
        return ""

    def action_sort(self) -> None:
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel

        choices = [Choice(name, label, "now" if name == self._sort else "") for name, label in _SORTS.items()]
        self.app.push_screen(ChoicePanel("Sort the list", choices), self._sorted)

    def _sorted(self, name: str | None) -> None:
        for sort in _SORTS:
            if sort == name:
                self._sort = sort
                self._browse(self._article, 0)

    def action_go(self) -> None:
        from newstui.ui.screens.panels.choose import Choice, KeyChoicePanel

        sections = {section.key: section.label for section in STANDARD if section.key}
        labels = {"g": "the first line", **sections, "f": "feeds"}
        choices = [Choice(key, label, key=key) for key, label in labels.items()]
        self.app.push_screen(KeyChoicePanel("Go to …", choices), self._go)

    def _go(self, key: str | None) -> None:
        section = next((section for section in STANDARD if section.key == key), None)
        if key == "g":
            (self._view.action_top if self._is_reading else self._list.action_first)()
        elif key == "f":
            self.call_later(self.run_action, "feeds")
        elif section is not None:
            self.go_to(section.query)
            self.notice(section.title)

    def action_changes(self) -> None:
        """What its publisher changed in this article, beside what it said before."""
        from newstui.ui.screens.panels.changes import ChangesPanel

        try:
            texts = self._desk.articles.texts_before_and_now(self._article) if self._article else None
        except NewstuiError as error:
            self.notice(f"{error} — {error.hint}")
            return
        if texts is None:
            self.notice("this article is as it first came")
        else:
            self.app.push_screen(ChangesPanel(*texts))

    # Links

    def action_browse(self) -> None:
        address = self._reader.reading.article.url if self._reader.reading else None
        if address is None:
            self.notice("this article has no address")
        else:
            self.open_address(address)

    def action_links(self) -> None:
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel, KeyChoicePanel

        links = self._reader.reading.links if self._reader.reading else []
        if not links:
            self.notice("this article has no links")
            return
        choices = [Choice(address, address, key=str(number)) for number, address in enumerate(links, start=1)]
        panel = KeyChoicePanel if len(links) < 10 else ChoicePanel
        self.app.push_screen(panel("Open which link?", choices), self._follow)

    def _follow(self, address: str | None) -> None:
        if address:
            self.open_address(address)

    def action_copy_link(self) -> None:
        address = self._reader.reading.article.url if self._reader.reading else None
        if address is None:
            self.notice("this article has no address")
            return
        self.app.copy_to_clipboard(address)
        self.notice(f"copied: {address}")

    def action_copy_citation(self) -> None:
        if self._reader.reading is None:
            return
        article = self._reader.reading.article
        parts = [article.author, f"“{article.title}”", article.source, f"{article.published:%Y-%m-%d}", article.url]
        citation = ", ".join(part for part in parts if part)
        self.app.copy_to_clipboard(citation)
        self.notice(f"copied: {citation}")

    # The look

    def action_full_width(self) -> None:
        self._is_full = not self._is_full
        if self._is_full:
            self._pane_before = self.focused
            self.set_focus(self._view)
        elif self._pane_before is self._list:
            self.set_focus(self._list)
        self._set_classes()
        self._settle()

    def action_text_width(self, cells: int) -> None:
        self._reader.widest = max(MIN_TEXT_WIDTH, min(self._reader.widest + cells, MAX_TEXT_WIDTH))
        self._reader.set_again()
        self.notice(f"text at most {self._reader.widest} wide")
        self._settle()

    def action_help(self) -> None:
        from newstui.ui.screens.panels.help import help_on

        self.app.push_screen(help_on(self))
