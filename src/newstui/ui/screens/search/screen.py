"""The screen of search as you type: a field, a line that explains, and the results. Every letter is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input

from newstui.services.search.query_names import QueryNames
from newstui.ui.keys.bindings import SEARCH
from newstui.ui.screens.base import BaseScreen
from newstui.ui.screens.search.completer import Completer
from newstui.ui.screens.search.controller import SearchController
from newstui.ui.screens.search.earlier import EarlierSearches
from newstui.ui.screens.search.lines import counts_of, hint_of
from newstui.ui.screens.search.results_pane import ResultsPane
from newstui.ui.screens.search.state import Outcome
from newstui.ui.widgets.field import Field
from newstui.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newstui.render.line import Line
    from newstui.services.desk import Desk
    from newstui.services.search.texts import Snippets
    from newstui.ui.screens.search.state import SearchState

_LONGEST = 2_000


class SearchScreen(BaseScreen["Outcome | None"], inherit_bindings=False):
    """Returns what the reader chose, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*SEARCH]
    help_binding = "search-help"

    def __init__(self, desk: Desk, snippets: Snippets, state: SearchState) -> None:
        """state: the search as it was left."""
        super().__init__()
        self._desk = desk
        self._field = Field(
            state.typed, placeholder="words; or source:… tag:… after:…", compact=True, max_length=_LONGEST,
            select_on_focus=False, id="search-field",
        )  # fmt: skip
        self._pane = ResultsPane(desk.articles.headlines, id="results")
        names = QueryNames(desk.articles, lambda: desk.feeds.query_names(), desk.searches)
        self._completer = Completer(names.of)
        self._results = SearchController(self, desk, self._pane, names, snippets, state, self._draw)
        self._earlier = EarlierSearches(desk.search_history)

    # What is seen

    def compose(self) -> ComposeResult:
        yield StatusBar(id="masthead")
        yield self._field
        yield StatusBar(id="search-hint")
        yield self._pane
        yield StatusBar(id="keys")

    @property
    def home(self) -> Input:
        return self._field

    def on_mount(self) -> None:
        self.set_focus(self._field)
        self.call_after_refresh(self._start)
        self._draw()

    def _start(self) -> None:
        self._results.start()
        self._draw()

    def _draw(self) -> None:
        self.show_masthead("Search", counts_of(self._results.state))
        self.query_one("#search-hint", StatusBar).show(self._hint)

    def _hint(self, width: int) -> Line:
        field = self._field
        return hint_of(self._results, self._completer, field.value, round(field.scroll_offset.x), width)

    # Typing

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        typed = event.value
        if typed == self._results.state.typed:
            return
        self._earlier.typed(typed)
        self._completer.look_at(typed)
        self._results.ask(typed=typed)
        self._draw()

    @on(ResultsPane.SnippetsNeeded)
    def _snippets_needed(self, event: ResultsPane.SnippetsNeeded) -> None:
        self._results.make_snippets(event.articles)

    # Keys

    def action_move(self, results: int) -> None:
        """Moves in the results; up from the first of them it brings back an earlier search."""
        if results == -1 and self._pane.selected == 0:
            self._set_query(self._earlier.next() or self._field.value)
        else:
            self._pane.move_to(self._pane.selected + results)

    def action_move_pages(self, pages: int) -> None:
        self._pane.move_pages(pages)

    def _set_query(self, query: str) -> None:
        self._field.value = query
        self._field.cursor_position = len(query)

    def action_complete(self) -> None:
        """Completes the last term of the query."""
        if (query := self._completer.next()) is not None:
            self._set_query(query)
            self._draw()

    def action_order(self) -> None:
        """Shows the best hits first, or the newest."""
        self._results.ask(sort="newest" if self._results.state.sort == "rank" else "rank")
        self._draw()

    def action_save(self) -> None:
        """Saves the search as a section."""
        self.notice(self._results.save())

    @on(Input.Submitted)
    def _entered(self) -> None:
        if self._results.is_answered:
            self._open()

    @on(ResultsPane.Clicked)
    def _clicked(self, event: ResultsPane.Clicked) -> None:
        self._pane.move_to(event.index)
        self._open()

    def _open(self) -> None:
        """Opens what is under the cursor: a hit, a section, or an earlier search."""
        pane = self._pane
        choice, headline, state = pane.choice, pane.headline, self._results.state
        state = state._replace(selected=pane.selected, top=pane.scroll_offset.y)
        if choice is not None and not state.typed.strip():
            self._set_query(choice.query)
        elif choice is not None:
            self.dismiss(Outcome(state, section=choice.query))
        elif headline is not None:
            self._results.remember()
            self.dismiss(Outcome(state, headline))
        else:
            self.notice("nothing found: take a word away, or the end of one" if state.typed.strip() else "type a word")

    def action_help(self) -> None:
        from newstui.ui.screens.panels.help import help_on

        self.app.push_screen(help_on(self))

    def on_unmount(self) -> None:
        self._results.stop()
