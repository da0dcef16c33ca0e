"""The pane of headlines: virtual, so a hundred thousand are drawn as fast as ten. It fetches what is in view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from newstui.domain.search.listing import Listing
from newstui.render.headline import HEIGHT, HEIGHTS, day_line, excerpt_lines, headline_lines
from newstui.render.line import Line, Span
from newstui.ui.keys.bindings import LIST
from newstui.ui.widgets.fast_lines import FastLines
from newstui.ui.widgets.headline_cache import FetchHeadlines, HeadlineCache
from newstui.ui.widgets.list_geometry import ListGeometry
from newstui.ui.widgets.styled_lines import StyledLines, roles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from newstui.domain.articles.headline import Headline
    from newstui.domain.session import Density

_MARGIN = 30
"""Headlines fetched beyond each end of the view."""
_MOST_EXCERPTS = 2_000

_both_lines = lru_cache(maxsize=1)(headline_lines)
"""The lines of a headline: they are drawn one after the other."""


class HeadlinePane(FastLines, StyledLines, ScrollView, can_focus=True, inherit_bindings=False):
    """A list with one line, two or four for each headline and a line above each day."""

    BINDINGS: ClassVar[list[BindingType]] = [*LIST]
    COMPONENT_CLASSES: ClassVar[set[str]] = roles("unread read dot star picked about day selected bar empty digest")

    selected = reactive(0, always_update=True, repaint=False)
    """The index of the headline under the cursor."""

    class Selected(Message):
        """The cursor moved to another headline."""

    class Opened(Message):
        """The headline under the cursor was opened with Enter or a click."""

    @dataclass
    class ExcerptsNeeded(Message):
        """Excerpts that are not known yet are in view."""

        articles: list[str]

    def __init__(self, fetch: FetchHeadlines, *, density: Density = "two", id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._geometry = ListGeometry(Listing(), 1)
        self._headlines = HeadlineCache(fetch)
        self.empty = ""
        self._excerpts: dict[str, str] = {}
        self._missing_excerpts: dict[str, None] = {}
        self._picked: Collection[int] = ()
        self.density: Density = density
        """The lines that each headline has."""
        self._now = datetime.now().astimezone()

    # Contents

    def show(self, listing: Listing, selected: int, above: int | None = None, empty: str = "") -> None:
        """Shows a new listing. `above`: the number of lines above the selected headline; None leaves it as it is."""
        above = self.lines_above if above is None else above
        self._geometry = ListGeometry(listing, HEIGHTS[self.density])
        self.empty = empty
        self.forget()
        self.set_height(self._geometry.top(len(listing)) if len(listing) else 1)
        self.set_reactive(HeadlinePane.selected, max(0, min(selected, len(listing) - 1)))
        self.scroll_to(y=self._geometry.top(self.selected) - above, animate=False, force=True)
        self._keep_in_view()

    def forget(self, article: str | None = None, *, draw: bool = True) -> None:
        """Fetches an article's headline again after a mark changed; None: every headline.

        Without `draw` the change shows when the headline is drawn the next time.
        """
        self._now = datetime.now().astimezone()
        if article is None:
            self._headlines.clear()
            self.forget_lines()
            self.refresh()
        else:
            for index in self._headlines.forget(article):
                self._draw_again(index, now=draw)

    def show_picked(self, rows: Collection[int]) -> None:
        """Marks these rows of the list as picked, and no others."""
        before, self._picked = self._picked, rows
        for index in {self._geometry.at(line)[0] for line in self.drawn_lines()}:
            row = self._geometry.row(index)
            if (row in before) != (row in rows):
                self._draw_again(index)

    def show_density(self, density: Density) -> None:
        """Gives each headline one line, two, or two and a summary; the selected headline stays in view."""
        above = self.lines_above
        self.density = density
        self.show(self.listing, self.selected, above, self.empty)

    def add_excerpts(self, excerpts: dict[str, str]) -> None:
        """Takes an answer to `ExcerptsNeeded`, whole or in part; asks again for what is in view and still unknown."""
        if len(self._excerpts) > _MOST_EXCERPTS:
            self._excerpts.clear()
        self._excerpts.update(excerpts)
        self.forget_lines()
        self.refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "open" or len(self.listing) > 0  # there is nothing to open in an empty list

    @property
    def listing(self) -> Listing:
        return self._geometry.listing

    @property
    def lines_above(self) -> int:
        """The number of lines in view above the selected headline."""
        return max(0, self._geometry.top(self.selected) - self.scroll_offset.y)

    @property
    def current(self) -> Headline | None:
        """The headline under the cursor; None in an empty list, or where the article is gone."""
        return self.headline(self.selected)

    def headline(self, index: int) -> Headline | None:
        """Returns the headline at an index, fetched with those around it; None beyond the ends, or where it is gone."""
        span = lambda: self.size.height // self._geometry.height + _MARGIN  # noqa: E731  (it is seldom needed)
        return self._headlines.headline(self.listing, index, span)

    # Drawing

    def draw_line(self, line: int, width: int) -> Strip:
        if not len(self.listing):
            return self.strip(_empty_line(self.empty, line, width), width)
        index, offset = self._geometry.at(line)
        if index >= len(self.listing):
            return self.strip(Line(), width)
        if offset < 0:
            day = self.listing.days[self.listing.day_of(index)]
            return self.strip(day_line(day, self._now.date(), width) if offset == -1 else Line(), width)
        shown = self._line(index, offset, width)
        return self.selected_strip(shown, width) if index == self.selected else self.strip(shown, width)

    def draw_ahead(self) -> Iterator[None]:
        # Excerpts are made only for what is in view: with them, lines are drawn when they come into view.
        return iter(()) if self.density == "with summary" else super().draw_ahead()

    def _line(self, index: int, offset: int, width: int) -> Line:
        headline = self.headline(index)
        if headline is None:
            return Line((Span("   …", "about"),))
        if offset < HEIGHT:
            return _both_lines(
                headline, width, self._now, bool(self.listing.days), headline.row in self._picked,
                self._headlines.company(self.listing, headline),
                shared_source=self._headlines.shared_source(self.listing), is_one_line=self.density == "one line",
            )[offset]  # fmt: skip
        if headline.id not in self._excerpts:
            if not self._missing_excerpts:
                self.call_after_refresh(self._ask_for_excerpts)
            self._missing_excerpts[headline.id] = None
        return excerpt_lines(self._excerpts.get(headline.id, ""), width)[offset - HEIGHT]

    def _ask_for_excerpts(self) -> None:
        articles = list(self._missing_excerpts)
        self._missing_excerpts.clear()
        self.post_message(self.ExcerptsNeeded(articles))

    def _draw_again(self, index: int, *, now: bool = True) -> None:
        top, height = self._geometry.top(index), self._geometry.height
        self.forget_lines(range(top, top + height))
        if now:
            self.refresh(Region(0, top - self.scroll_offset.y, self.size.width, height))

    # Moving

    def move_to(self, index: int, *, far: bool = False) -> None:
        """Selects a headline and brings it into view; with `far` well into it, so that the next one is in view too."""
        index = max(0, min(index, len(self.listing) - 1))
        if far:
            view, is_below = self.size.height, index > self.selected
            self._scroll(self._geometry.scroll_far(index, self.scroll_offset.y, view, down=is_below))
        self.selected = index

    def watch_selected(self, old: int, new: int) -> None:
        for index in {old, new}:
            self._draw_again(index)
        self._keep_in_view()
        if old != new and len(self.listing):
            self.post_message(self.Selected())

    def _keep_in_view(self) -> None:
        if self.size.height:  # else there is no layout yet; the first resize asks again
            self._scroll(self._geometry.scroll_to_show(self.selected, self.scroll_offset.y, self.size.height))

    on_resize = _keep_in_view

    def _scroll(self, y: int) -> None:
        if y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        index, offset = self._geometry.at(event.y + self.scroll_offset.y)
        if offset >= 0 and index < len(self.listing):
            self.move_to(index)
            self.post_message(self.Opened())

    def action_move(self, headlines: int) -> None:
        self.move_to(self.selected + headlines)

    def action_move_pages(self, pages: float) -> None:
        self.move_to(self.selected + round(pages * max(1, self.size.height // self._geometry.height - 1)))

    def action_first(self) -> None:
        self.move_to(0)

    def action_last(self) -> None:
        self.move_to(len(self.listing) - 1)

    def action_open(self) -> None:
        self.post_message(self.Opened())


def _empty_line(text: str, y: int, width: int) -> Line:
    """Returns a line of the text that stands in an empty list."""
    from newstui.render.wrap import wrap  # not needed for the first paint

    lines = wrap(text, max(1, width - 4))
    return Line((Span(f"  {lines[y]}", "empty"),)) if y < len(lines) else Line()
