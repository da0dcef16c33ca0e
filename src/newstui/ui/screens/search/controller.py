"""The controller of the search: asks what was typed, shows each answer in the pane of results, and remembers both."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.feed import SavedSearch
from newstui.domain.search.highlight import pattern_of
from newstui.domain.search.listing import Listing
from newstui.domain.search.query import EVERYTHING
from newstui.domain.search.typed import as_query
from newstui.services.search.listing_loader import Question
from newstui.services.search.search import Search
from newstui.services.tasks.safely import safely
from newstui.ui.errors import toast
from newstui.ui.keys.in_turn import answer_in_thread
from newstui.ui.screens.search.results_pane import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from textual.screen import Screen

    from newstui.services.desk import Desk
    from newstui.services.search.query_names import QueryNames
    from newstui.services.search.search import Answer
    from newstui.services.search.texts import Snippets
    from newstui.ui.screens.search.results_pane import ResultsPane
    from newstui.ui.screens.search.state import SearchState

_SNIPPET_SECONDS = 0.008
"""Time for sentences before the hits are shown; those that are missing come behind them."""
_MOST_EARLIER = 20
_EMPTY = "Type words: every letter is answered."


class SearchController:
    """Drives the pane of results. A newer question ends the work for an older one."""

    def __init__(
        self,
        screen: Screen[Any],
        desk: Desk,
        pane: ResultsPane,
        names: QueryNames,
        snippets: Snippets,
        state: SearchState,
        on_answer: Callable[[], None],
    ) -> None:
        """`on_answer` is called once an answer is shown."""
        self._screen, self._desk, self._pane, self._names = screen, desk, pane, names
        self._snippets, self._on_answer = snippets, on_answer
        self._search = Search(desk.articles)
        self.state = state

    @property
    def _question(self) -> Question:
        return Question(self.state.typed, self.state.sort)

    @property
    def is_answered(self) -> bool:
        """True where the results are those of what is typed."""
        answer = self.state.answer
        return not self.state.typed.strip() or (answer is not None and answer.question == self._question)

    @property
    def _has_hits(self) -> bool:
        """True where the results are those of what is typed, and there are some."""
        return self.is_answered and self._pane.count > 0

    def start(self) -> None:
        """Shows the search as it was left, and asks again what had not been found whole by then."""
        answer, state = self.state.answer, self.state
        if answer is None:
            self.ask()
            return
        self._pane.show(answer.listing, pattern_of(answer.node, has_title=True), selected=state.selected, top=state.top)
        self._show_sections(answer)
        if not answer.is_whole:
            self.ask()

    def ask(self, **changes: Any) -> None:
        """Asks what is typed, after these changes of the state."""
        self.state = self.state._replace(**changes)
        if self.state.typed.strip():
            work = partial(self._find, self._search.ask(self._question))
            answer_in_thread(self._screen, work, group="search", is_enough=lambda key: self._has_hits)
        else:
            self.stop()
            self.state = self.state._replace(answer=None)
            earlier = self._desk.search_history.queries[:_MOST_EARLIER]
            self._pane.show(Listing(), None, selected=0, top=0)
            self._pane.show_choices("EARLIER SEARCHES", [Choice(query, query) for query in earlier], empty=_EMPTY)

    def stop(self) -> None:
        """Ends the work."""
        self._search.stop()

    def _find(self, answers: Iterator[Answer]) -> None:
        """Finds hits, and the sentences of those that are in view first; runs in a thread."""
        app = self._screen.app
        while (answer := safely(partial(next, answers, None), partial(toast, app))) is not None:
            rows = answer.listing.rows[: self._pane.hits_in_view]
            articles = [headline.id for headline in self._desk.articles.headlines(rows)]
            snippets = dict(self._snippets.of(articles, answer.node, _timer(_SNIPPET_SECONDS)))
            if self._search.is_newest(answer):
                app.call_from_thread(self._show, answer, snippets)

    def _show(self, answer: Answer, snippets: dict[str, str]) -> None:
        """Shows an answer, unless another question was asked meanwhile."""
        if not self._screen.is_running or answer.question != self._question:
            return
        selected, top, pane = 0, 0, self._pane
        before = self.state.answer
        if answer.error is not None and answer.node == EVERYTHING and before is not None:
            answer = before._replace(question=answer.question, error=answer.error)  # the results stay
        self.state = self.state._replace(answer=answer)
        if before is not None and before.question == answer.question and pane.selected:
            selected, top = pane.selected, pane.scroll_offset.y  # the reader went on from the first hits
            with suppress(ValueError, IndexError):
                selected = answer.listing.rows.index(pane.listing.rows[selected])
        pane.show(answer.listing, pattern_of(answer.node, has_title=True), selected=selected, top=top)
        pane.add_snippets(snippets)
        self._show_sections(answer)
        self._on_answer()

    def _show_sections(self, answer: Answer) -> None:
        sections = self._names.sections(answer.question.query)
        choices = [Choice(section.query, section.label, section.note) for section in sections]
        self._pane.show_choices(
            "SECTIONS", choices, empty="Nothing found." if answer.is_whole and answer.node != EVERYTHING else ""
        )

    def make_snippets(self, articles: Sequence[str]) -> None:
        """Makes the sentences of hits that came into view."""
        if (answer := self.state.answer) is not None:
            work = partial(self._make_snippets, answer, articles)
            self._screen.run_worker(work, thread=True, exclusive=True, group="snippets", exit_on_error=False)

    def _make_snippets(self, answer: Answer, articles: Sequence[str]) -> None:
        snippets = dict(self._snippets.of(articles, answer.node, lambda: answer is not self.state.answer))
        if answer is self.state.answer:
            self._screen.app.call_from_thread(self._pane.add_snippets, snippets)

    # What is kept

    def save(self) -> str:
        """Saves the search as a section under its own words, and returns what came of it in words."""
        typed = " ".join(self.state.typed.split())
        query = as_query(typed, self._desk.articles.parsed)
        if not query:
            return "type something to save first"
        if not self._desk.searches.add([SavedSearch(typed, query)]):
            return "there is a section of this name already"
        self.remember()
        return f"saved as a section: {typed}"

    def remember(self) -> None:
        """Puts the search into the history."""
        self._desk.search_history.add(self.state.typed)
        self._screen.app.run_worker(self._save_history, thread=True, group="history", exit_on_error=False)

    def _save_history(self) -> None:
        with suppress(NewstuiError):  # it is only for comfort
            self._desk.search_history.save()


def _timer(seconds: float) -> Callable[[], bool]:
    """Returns a function that gives True once so much time has gone by."""
    end = perf_counter() + seconds
    return lambda: perf_counter() > end
