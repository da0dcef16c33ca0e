"""Search actions: open the search, carry its words into articles, and lead back to where the reader was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.services.search.listing_loader import Question
from newstui.ui.screens.browse.place import place_of
from newstui.ui.screens.browse.returning import return_to

if TYPE_CHECKING:
    from newstui.domain.articles.headline import Headline
    from newstui.services.search.texts import Snippets
    from newstui.ui.screens.browse.article_controller import ArticleController
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.list_controller import ListController
    from newstui.ui.screens.browse.place import Place
    from newstui.ui.screens.search.state import Outcome, SearchState


class SearchActions:
    """Actions of search as you type."""

    def __init__(self, browser: Browser, article: ArticleController, lists: ListController) -> None:
        self._browser, self._article, self._lists = browser, article, lists
        self._snippets: Snippets | None = None
        self._place: Place | None = None
        self._left: SearchState | None = None
        """The search as it was left for one of its articles."""

    @property
    def is_live(self) -> bool:
        """True while the list is that of a search."""
        return self._place is not None and self._lists.is_search

    def action_search(self) -> None:
        """Asks for words, and shows what they find with every letter."""
        from newstui.ui.screens.search.state import SearchState

        self._open_pane(SearchState())

    def _open_pane(self, state: SearchState) -> None:
        from newstui.services.search.texts import Snippets
        from newstui.ui.screens.search.screen import SearchScreen

        if self._snippets is None:
            self._snippets = Snippets(self._browser.desk.articles)
        self._article.keep_position()
        self._browser.app.push_screen(SearchScreen(self._browser.desk, self._snippets, state), self._chosen)

    def back(self) -> bool:
        """Leads from an article or the list of a search to its results; False where there is no search."""
        if not self.is_live or self._left is None:
            return False
        self._open_pane(self._left)
        return True

    def _chosen(self, outcome: Outcome | None) -> None:
        if outcome is None:
            self._return()
        elif outcome.section is not None:
            self._lists.go_to(outcome.section)
        elif outcome.headline is not None:
            self._show(outcome.state, outcome.headline)

    def _show(self, state: SearchState, headline: Headline) -> None:
        """Shows the results as the list, and opens one of them at its match."""
        from newstui.domain.search.highlight import pattern_of
        from newstui.domain.search.typed import as_query, shortest_start

        browser, answer = self._browser, state.answer
        assert answer is not None, "there is a hit only where there is an answer"
        if not self.is_live:
            self._place = place_of(browser)
        self._left = state
        query = as_query(state.typed, browser.desk.articles.parsed)
        browser.reader.search.begin(pattern_of(answer.node, has_title=True))
        index = answer.listing.rows.index(headline.row)
        is_whole = answer.is_whole or shortest_start(answer.node) == 1
        title = f"Search: {' '.join(state.typed.split())}"
        self._lists.show_search(Question(query, state.sort), title, answer.listing, index, is_whole=is_whole)
        self._article.open()
        browser.screen.refresh_bindings()
        self._say_keys()

    def _say_keys(self) -> None:
        screen, number = self._browser.screen, len(self._browser.reader.controller.highlights.matches)
        after, before, back = (screen.key(name) for name in ("next-unread", "previous-match", "back"))
        if number:
            screen.notice(f"{number} found here: {after} next, {before} previous, {back} back to the results")

    def _return(self) -> None:
        """Shows again what the reader went away from."""
        place = self._place
        if place is None or not self.is_live:
            return
        self._place = self._left = None
        return_to(place, self._browser, self._article, self._lists, ends_search=True)

    # Matches

    def step(self, steps: int) -> bool:
        """Goes to the next match, and from the last one into the next article; False where no search is live."""
        browser = self._browser
        reader = browser.reader
        if not self.is_live or not reader.search.is_lit:
            return False
        if place := reader.controller.highlights.step_within(steps):
            browser.screen.notice(f"match {place}")
        elif self._article.turn_to(browser.headlines.selected + steps):
            if steps < 0:
                reader.controller.highlights.go_to_last()
        else:
            browser.screen.notice(f"that was the {'last' if steps > 0 else 'first'} match of this search")
        return True
