"""The pane of results: hits, then sections of that name. It draws what is in view, and asks for what it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.message import Message
from textual.scroll_view import ScrollView

from newstui.domain.search.listing import Listing
from newstui.render.hit import HEIGHT, choice_line, heading_line, hit_lines
from newstui.render.line import Line, Span
from newstui.ui.widgets.fast_lines import FastLines
from newstui.ui.widgets.headline_cache import FetchHeadlines, HeadlineCache
from newstui.ui.widgets.styled_lines import StyledLines, roles

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from textual import events
    from textual.strip import Strip

    from newstui.domain.articles.headline import Headline

_MARGIN = 20
"""Hits fetched beyond each end of the view."""


_all_lines = lru_cache(maxsize=1)(hit_lines)
"""The lines of a hit: they are drawn one after the other."""


class Choice(NamedTuple):
    """A section, or an earlier search."""

    query: str
    label: str
    note: str = ""


class ResultsPane(FastLines, StyledLines, ScrollView, can_focus=False, inherit_bindings=False):
    """A list with three lines for each hit and one for each choice below them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = roles("unread read dot star about day digest selected bar match empty")

    @dataclass
    class SnippetsNeeded(Message):
        """Hits whose sentences are not known yet are in view."""

        articles: list[str]

    @dataclass
    class Clicked(Message):
        """A hit or a choice was clicked."""

        index: int

    def __init__(self, fetch: FetchHeadlines, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._headlines = HeadlineCache(fetch)
        self._listing = Listing()
        self._choices: list[Choice] = []
        self._heading, self._empty = "", ""
        self._pattern: re.Pattern[str] | None = None
        self._snippets: dict[str, str] = {}
        self._missing: dict[str, None] = {}
        self._now = datetime.now().astimezone()
        self.selected = 0
        """Index among the hits and the choices behind them."""

    # Contents

    def show(self, listing: Listing, pattern: re.Pattern[str] | None, *, selected: int, top: int) -> None:
        """Shows hits. pattern: what is lit in them; top: the first line in view."""
        if pattern != self._pattern:
            self._snippets.clear()
        self._listing, self._pattern = listing, pattern
        self._headlines.clear()
        self._now = datetime.now().astimezone()
        self._show(selected, top)

    def show_choices(self, heading: str, choices: Iterable[Choice], *, empty: str = "") -> None:
        """Shows choices behind the hits. empty: the text where there is neither."""
        self._heading, self._choices, self._empty = heading, list(choices), empty
        self._show(self.selected, self.scroll_offset.y)

    def add_snippets(self, snippets: dict[str, str]) -> None:
        """Takes an answer to `SnippetsNeeded`, whole or in part."""
        self._snippets.update(snippets)
        self.forget_lines()
        self.refresh()

    def _show(self, selected: int, top: int) -> None:
        self.selected = max(0, min(selected, self.count - 1))
        self.forget_lines()
        self.set_height(max(1, self._top(self.count)))
        self.scroll_to(y=top, animate=False, force=True)
        self._keep_in_view()
        self.refresh()

    @property
    def listing(self) -> Listing:
        return self._listing

    @property
    def count(self) -> int:
        """The number of hits and choices."""
        return len(self._listing) + len(self._choices)

    @property
    def hits_in_view(self) -> int:
        """The number of hits that the view holds."""
        return self.size.height // HEIGHT + 1

    @property
    def choice(self) -> Choice | None:
        """The choice under the cursor; None where a hit is."""
        index = self.selected - len(self._listing)
        return self._choices[index] if 0 <= index < len(self._choices) else None

    @property
    def headline(self) -> Headline | None:
        """The hit under the cursor; None where there is none, or its article is gone."""
        return self._headline(self.selected)

    def _headline(self, index: int) -> Headline | None:
        return self._headlines.headline(self._listing, index, lambda: self.size.height // HEIGHT + _MARGIN)

    # Moving

    def move_to(self, index: int) -> None:
        """Moves the cursor."""
        before, self.selected = self.selected, max(0, min(index, self.count - 1))
        for moved in {before, self.selected}:
            self.forget_lines(range(self._top(moved), self._top(moved + 1)))
        self._keep_in_view()
        self.refresh()

    def move_pages(self, pages: int) -> None:
        """Moves the cursor by what is in view."""
        self.move_to(self.selected + pages * max(1, self.size.height // HEIGHT - 1))

    def _top(self, index: int) -> int:
        """Returns the first line of a hit or choice."""
        behind = index - len(self._listing)
        return index * HEIGHT if behind < 0 else len(self._listing) * HEIGHT + behind + self._heading_height

    @property
    def _heading_height(self) -> int:
        return (1 + (len(self._listing) > 0)) if self._choices else 0

    def _keep_in_view(self) -> None:
        if not self.size.height:
            return
        top, view = self._top(self.selected), self.scroll_offset.y
        first = 0 if self.selected == 0 else top
        lowest = top + (HEIGHT if self.selected < len(self._listing) else 1) - self.size.height
        y = first if first < view else max(view, lowest)
        if y != view:
            self.scroll_to(y=y, animate=False, force=True)

    on_resize = _keep_in_view

    def on_click(self, event: events.Click) -> None:
        y = event.y + self.scroll_offset.y
        hits = len(self._listing)
        index = y // HEIGHT if y < hits * HEIGHT else hits + y - hits * HEIGHT - self._heading_height
        if 0 <= index < self.count and (index < hits or y >= self._top(hits)):
            self.post_message(self.Clicked(index))

    # Drawing

    def draw_line(self, line: int, width: int) -> Strip:
        hits = len(self._listing)
        if line < hits * HEIGHT:
            index, offset = divmod(line, HEIGHT)
            shown = self._hit_line(index, offset, width - 1)  # the last cell is the scrollbar's
            return self._row_strip(shown, width, index)
        if not self.count:
            return self.strip(Line((Span(f"   {self._empty}", "empty"),)) if line == 1 else Line(), width)
        index = line - self._top(hits)
        if 0 <= index < len(self._choices):
            choice = self._choices[index]
            return self._row_strip(choice_line(choice.label, choice.note, width - 1), width, hits + index)
        return self.strip(heading_line(self._heading, width) if index == -1 and self._choices else Line(), width)

    def _row_strip(self, line: Line, width: int, index: int) -> Strip:
        return self.selected_strip(line, width) if index == self.selected else self.strip(line, width)

    def _hit_line(self, index: int, offset: int, width: int) -> Line:
        headline = self._headline(index)
        if headline is None:
            return Line()
        snippet = self._snippets.get(headline.id)
        if snippet is None and headline.id not in self._missing:
            if not self._missing:
                self.call_after_refresh(self._ask)
            self._missing[headline.id] = None
        return _all_lines(headline, snippet or "", self._pattern, width, self._now)[offset]

    def _ask(self) -> None:
        articles = [article for article in self._missing if article not in self._snippets]
        self._missing.clear()
        if articles:
            self.post_message(self.SnippetsNeeded(articles))
