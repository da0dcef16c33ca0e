"""Reader actions: summary, skimming, finding words in the article, and the width of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.settings import MAX_TEXT_WIDTH, MIN_TEXT_WIDTH, MOST_SENTENCES
from newstui.ui.reader.model_summary import ModelSummary

if TYPE_CHECKING:
    from textual.widgets import Input

    from newstui.ui.screens.browse.actions.search import SearchActions
    from newstui.ui.screens.browse.article_controller import ArticleController
    from newstui.ui.screens.browse.browser import Browser

_TOO_SHORT = "this text is too short to skim"


class ReaderActions:
    """Actions on the article in the reader pane."""

    def __init__(self, browser: Browser, article: ArticleController, search: SearchActions) -> None:
        self._browser, self._article, self._search = browser, article, search
        self._reader, self._controller = browser.reader, browser.reader.controller
        self._model = ModelSummary(
            browser.reader,
            browser.desk,
            browser.settings.summary,
            show_activity=browser.show_activity,
            notice=browser.screen.notice,
        )
        self._find: Input | None = None
        """The field for words to find, while it is open."""

    @property
    def has_matches(self) -> bool:
        """True while words are searched for, or the summary is highlighted in the text."""
        return bool(self._controller.words) or self._controller.mode == "skim"

    def leave(self) -> bool:
        """Leaves the field for words, the highlights or the summary; False where there is nothing to leave."""
        screen = self._browser.screen
        if self._find is not None and self._find.has_focus:
            self._close_find()
        elif self._controller.highlights.choosing.end() or self._controller.highlights.links.end():
            screen.end_notice()
            screen.refresh_bindings()
        elif not self._reader.search.is_lit and self._controller.end_search():
            self._reader.search.light()
            screen.end_notice()
            screen.refresh_bindings()
        elif self._controller.mode == "summary" and self._browser.state.article is not None:
            self.action_summary()
        else:
            return False
        return True

    # The summary

    def action_summary(self) -> None:
        """Shows the summary, or the text again."""
        self._controller.toggle_summary()
        self._article.save_soon()  # not now: it would cost a key 50 ms
        screen = self._browser.screen
        if self._reader.display:
            screen.end_notice()
        else:  # on a narrow screen the list is alone
            shown = "summary" if self._controller.mode == "summary" else "text"
            screen.notice(f"{screen.key('open')} opens the {shown}")
        screen.draw_keys()
        self._browser.draw_together()
        if self._controller.mode == "summary":
            self._model.ask()
        else:
            self._model.cancel()

    def action_to_sentence(self) -> None:
        """Goes from the summary to the place of its sentence in the text."""
        prepared, screen = self._controller.prepared, self._browser.screen
        if self._controller.go_to_sentence():
            screen.refresh_bindings()
        elif prepared is not None and prepared.summary.source == "publisher":
            key = screen.key("summary-longer")
            screen.notice(
                f"This summary is the publisher's. Press {key} for sentences from the article that you can jump to."
            )
        elif prepared is not None and not prepared.summary.positions:
            screen.notice("A language model wrote this summary: its sentences are not in the article.")
        else:
            screen.notice("this sentence is not in the text of the article")

    def action_summary_length(self, sentences: int) -> None:
        """Makes summaries longer or shorter."""
        self._reader.sentences = number = max(1, min(self._reader.sentences + sentences, MOST_SENTENCES))
        self._controller.resummarise(number)
        if self._controller.mode == "summary":
            self._model.ask()
        self._browser.screen.notice(f"summaries of {number} sentence{'s' * (number != 1)}")
        self._browser.screen.refresh_bindings()
        self._article.save_soon()

    def action_skim(self) -> None:
        """Highlights the summary in the text, or ends that."""
        screen = self._browser.screen
        self._controller.toggle_skim()
        if self._controller.mode == "skim":
            at = self._controller.highlights.step(0)
            after, before, skim, back = (screen.key(name) for name in ("next-unread", "previous-match", "skim", "back"))
            steps = f"{after} and {before} step, {skim} or {back} ends it"
            screen.notice(f"sentence {at}: {steps}" if at else _TOO_SHORT)
        else:
            self._reader.search.light()
            screen.end_notice()
        screen.refresh_bindings()

    # Finding words

    async def action_find(self) -> None:
        """Opens the field for words to find."""
        from newstui.ui.widgets.field import Field

        words = self._controller.words
        if self._find is None:
            self._find = Field(
                words if isinstance(words, str) else "",
                id="find",
                placeholder="find in this article",
                compact=True,
                max_length=200,
            )
            await self._browser.screen.mount(self._find)
        self._browser.screen.set_focus(self._find)

    def typed(self, words: str) -> None:
        """Highlights words while they are typed."""
        if words != self._controller.words:
            self._controller.find(words)

    def entered(self, words: str) -> None:
        """Closes the field and says how often its words are in the article."""
        screen = self._browser.screen
        number = self._controller.find(words)
        self._close_find(keep_matches=number > 0 or self._controller.is_searching)
        if words and number:
            after, before, back = (screen.key(name) for name in ("next-unread", "previous-match", "back"))
            so_far = " so far" if self._controller.is_searching else ""
            screen.notice(f"{number} found{so_far}: {after} next, {before} previous, {back} ends it")
        elif words and self._controller.is_searching:
            screen.notice(f"“{words}” is not in the first part of this article; newstui looks on")
        elif words:
            screen.notice(f"“{words}” is not in this article")

    def _close_find(self, *, keep_matches: bool = False) -> None:
        if self._find is not None:
            self._find.remove()
            self._find = None
        if not keep_matches:
            self._controller.end_search()
        if not self._controller.words:
            self._reader.search.light()
        self._browser.screen.set_focus(self._reader)

    async def action_find_next(self, steps: int) -> None:
        """Goes to the next highlight; without words to find it asks for them."""
        if self._search.step(steps):
            return
        if self.has_matches:
            self.step_match(steps)
        else:
            await self.action_find()

    def step_match(self, steps: int) -> None:
        """Goes to the next highlight. Where there is none it says so, and ends the search."""
        screen, words = self._browser.screen, self._controller.words
        if place := self._controller.highlights.step(steps):
            screen.notice(place)
        elif self._controller.is_searching:
            screen.notice("nothing found so far; newstui looks on")
        else:
            self._controller.end_search()
            self._reader.search.light()
            screen.refresh_bindings()
            screen.notice(f"“{words}” is not in this article" if isinstance(words, str) and words else _TOO_SHORT)

    def action_previous_match(self) -> None:
        if not self._search.step(-1):
            self.step_match(-1)

    # The width of the text

    def action_text_width(self, cells: int) -> None:
        """Makes the column of text wider or narrower."""
        width = max(MIN_TEXT_WIDTH, min(self._controller.text_width + cells, MAX_TEXT_WIDTH))
        self._controller.text_width = width
        self._controller.typeset_again()
        self._browser.screen.notice(f"text at most {width} wide")
        self._article.save_soon()
