"""Highlights in the reader pane: the matches of words, or the sentences of the summary. One of them is current."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from newstui.ui.reader.choosing import Choosing
from newstui.ui.reader.link_cursor import LinkCursor
from newstui.ui.widgets.article_view import bring_into_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.highlights.highlight import Highlight
    from newstui.render.find import Match, Matches, Search, Stretch, Words
    from newstui.render.page import Page
    from newstui.ui.reader.choosing import Lit
    from newstui.ui.widgets.article_view import ArticleView


class Highlights:
    """The highlights of one view, and the place where the reader is among them."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self.choosing = Choosing(view, self._set_below)
        self.links = LinkCursor(view, self._light)
        self._below: Lit | None = None
        self.matches: Matches = []
        self.current = 0
        """Index of the match that the reader is at."""
        self._search: Search | None = None
        self._is_awaited = False
        """True while the reader waits for a match at or below the view."""
        self._awaited_from = 0

    def clear(self) -> None:
        """Highlights nothing."""
        self.matches, self._search, self._is_awaited = [], None, False

    def _set_below(self, below: Lit | None) -> None:
        """Lights something below the highlights; None: nothing."""
        if below is not None or self._below is not None:
            self._below = below
            self._view.highlight(self._on_line)

    def _light(self) -> None:
        self._view.highlight(self._on_line)

    def shown(self, page: Page, kept: Sequence[Highlight]) -> bool:
        """Lights on a page that was drawn what the reader keeps; True where more of that is to be looked for."""
        self.choosing.show(page, kept)
        self.links.shown(page)
        return self.choosing.is_looking

    def show_sentences(self, matches: list[Match]) -> None:
        """Highlights sentences."""
        self.clear()
        self.matches = matches
        self._draw()

    def show_words(self, page: Page, words: Words, seconds: float) -> None:
        """Highlights words in a page that was drawn; searches for so long, `search` does the rest."""
        from newstui.render.find import Search  # most articles are read without a search

        if self._search is not None and self._search.words == words and self._search.page.body is page.body:
            self._search.page = page
        else:
            self.matches = self._search = Search(page, words)
            self._search_words(self._search, seconds)
        self._draw()

    def search(self, seconds: float) -> bool:
        """Searches for so long in what is set; True where more of it is to be searched."""
        is_left = self._search is not None and self._search_words(self._search, seconds)
        return self.choosing.look_on() or is_left

    def _search_words(self, search: Search, seconds: float) -> bool:
        before, end = len(search), perf_counter() + seconds
        is_left = search.advance()
        while is_left and perf_counter() < end:
            is_left = search.advance()
        if len(search) > before:
            self._view.highlight(self._on_line, search.lines(before)[0])
            self._reach()
        return is_left

    @property
    def is_search_left(self) -> bool:
        """True where more of what is set is to be searched."""
        return self._search is not None and self._search.is_left

    def go_to_next(self, first: int = 0) -> None:
        """Goes to the first match at or below the view and the line `first`, as soon as there is one."""
        self._is_awaited, self._awaited_from = True, first
        self._reach()

    def end_search(self) -> None:
        """Takes note that all of the text was searched."""
        if self._is_awaited and self.matches:
            self.go(0)

    def step(self, steps: int) -> str:
        """Goes to the next highlight, around the ends, and returns `3 of 12`; empty where nothing is highlighted."""
        if not self.matches:
            return ""
        self.go((self.current + steps) % len(self.matches))
        return f"{self.current + 1} of {len(self.matches)}"

    def step_within(self, steps: int) -> str:
        """Goes to the next highlight and returns `3 of 12`; empty where there is none in that direction."""
        return self.step(steps) if 0 <= self.current + steps < len(self.matches) else ""

    def go_to_last(self) -> None:
        """Goes to the last match that is known."""
        if self.matches:
            self.go(len(self.matches) - 1)

    def go(self, index: int) -> None:
        """Makes a match the current one."""
        self.current, self._is_awaited = index, False
        self._view.highlight(self._on_line)
        bring_into_view(self._view, self.matches[index][0].line)

    def _reach(self) -> None:
        index = self._first_in_view(self._awaited_from)
        if self._is_awaited and index < len(self.matches):
            self.go(index)

    def _draw(self) -> None:
        index = self._first_in_view()
        self.current = index if index < len(self.matches) else 0
        if self.matches:
            self._view.highlight(self._on_line)

    def _first_in_view(self, first: int = 0) -> int:
        """Returns the index of the first match at or below the top of the view, and the line `first`."""
        from newstui.render.find import first_from

        return first_from(self.matches, max(first, self._view.top))

    def _on_line(self, line: int) -> list[tuple[Stretch, str]]:
        """Returns what is highlighted on a line of the page, each stretch with its role."""
        from newstui.render.find import on_line

        role, current = ("match", "current-match") if self._search is not None else ("lit", "lit")
        below = self._below(line) if self._below else []
        found = [(stretch, current if at == self.current else role) for at, stretch in on_line(self.matches, line)]
        return [*below, *found, *self.links.on_line(line)]
