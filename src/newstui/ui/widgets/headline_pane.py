"""The list of headlines: virtual, so a hundred thousand are drawn as fast as ten. It fetches what is in view."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from newstui.domain.search.listing import Listing
from newstui.render.headline import EXCERPT_HEIGHT, HEIGHT, day_line, excerpt_lines, headline_lines
from newstui.render.line import Line, Span
from newstui.ui.keys.bindings import LIST
from newstui.ui.widgets.fast_lines import FastLines
from newstui.ui.widgets.styled_lines import StyledLines, roles

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from newstui.domain.articles.article import Headline

Fetch = Callable[[Sequence[int]], list["Headline"]]
"""Headlines of catalogue rows; those that are gone are left out."""

_MARGIN = 30
"""Headlines fetched beyond each end of the view."""
_EXCERPTS_KEPT = 2_000
_DAY_HEIGHT = 2
"""A blank line and the day; the first day has no blank line."""

_both_lines = lru_cache(maxsize=1)(headline_lines)
"""They are drawn one after the other."""


class HeadlinePane(FastLines, StyledLines, ScrollView, can_focus=True, inherit_bindings=False):
    """Two lines a headline, a line above each day."""

    BINDINGS: ClassVar[list[BindingType]] = [*LIST]
    COMPONENT_CLASSES: ClassVar[set[str]] = roles("unread read dot star about day selected empty digest")

    selected = reactive(0, always_update=True, repaint=False)
    """The index of the headline under the cursor."""

    @dataclass
    class Selected(Message):
        """The cursor moved to another headline."""

        index: int

    @dataclass
    class Opened(Message):
        """A headline was asked for with Enter or a click."""

        index: int

    @dataclass
    class Wanted(Message):
        """The excerpts of these articles are in view and not known yet."""

        articles: list[str]

    def __init__(self, fetch: Fetch, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._fetch = fetch
        self._listing = Listing()
        self._headlines: dict[int, Headline] = {}
        self._empty = ""
        self._excerpts: dict[str, str] = {}
        self._unknown: dict[str, None] = {}
        self.has_excerpts = False
        """Whether two lines of summary stand under each headline."""
        self._now = datetime.now().astimezone()

    # What it is given

    def show(self, listing: Listing, selected: int, above: int | None = None, empty: str = "") -> None:
        """A new listing. `above`: how many lines stand above the selected headline; None keeps it where it is."""
        if above is None:
            above = self.lines_above
        self._listing = listing
        self._empty = empty
        self._headlines.clear()
        self.forget_lines()
        self._now = datetime.now().astimezone()
        self.set_height(self._top(len(listing)) if len(listing) else 1)
        self.set_reactive(HeadlinePane.selected, max(0, min(selected, len(listing) - 1)))
        self.scroll_to(y=self._top(self.selected) - above, animate=False, force=True)
        self._keep_in_view()
        self.refresh()

    def forget(self, article: str | None = None, *, draw: bool = True) -> None:
        """Marks changed, of one article or of any: fetched anew; without `draw` seen when it is drawn the next time."""
        self._now = datetime.now().astimezone()
        if article is None:
            self._headlines.clear()
            self.forget_lines()
            self.refresh()
        for index in [index for index, headline in self._headlines.items() if headline.id == article]:
            del self._headlines[index]
            if draw:
                self._draw_anew(index)
            else:
                self._forget_lines_of(index)

    def show_excerpts(self, shown: bool) -> None:
        """Two lines of summary under each headline, or none; the selected headline stays in view."""
        above = self.lines_above
        self.has_excerpts = shown
        self.show(self._listing, self.selected, above, self._empty)

    def excerpts_made(self, excerpts: dict[str, str]) -> None:
        """What `Wanted` asked for, or some of it; what is still in view and unknown is asked for again."""
        if len(self._excerpts) > _EXCERPTS_KEPT:
            self._excerpts.clear()
        self._excerpts.update(excerpts)
        self.forget_lines()
        self.refresh()

    @property
    def _height(self) -> int:
        """Lines a headline takes."""
        return HEIGHT + EXCERPT_HEIGHT if self.has_excerpts else HEIGHT

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be opened where nothing is."""
        return action != "open" or len(self._listing) > 0

    @property
    def listing(self) -> Listing:
        return self._listing

    @property
    def lines_above(self) -> int:
        """How many lines of the list are in view above the selected headline."""
        return max(0, self._top(self.selected) - self.scroll_offset.y)

    def headline(self, index: int) -> Headline | None:
        """The headline at an index, fetched with those around it; None beyond the ends, or where it is gone."""
        if not 0 <= index < len(self._listing):
            return None
        if index not in self._headlines:
            self._fetch_around(index)
        return self._headlines.get(index)

    # Drawing

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        y += self.scroll_offset.y
        if not len(self._listing):
            return self.strip(self._empty_line(y, width), width)
        index, offset = self._at(y)
        if index >= len(self._listing):
            return self.strip(Line(), width)
        if offset < 0:
            day = self._listing.day_of(index)
            line = day_line(self._listing.days[day], self._now.date(), width) if offset == -1 else Line()
            return self.strip(line, width)
        line = self._line(index, offset, width)
        return self.strip(line, width, over="selected" if index == self.selected else "")

    def draw_ahead(self) -> Iterator[None]:
        # Excerpts are made for what is in view alone: without them, lines are drawn when they come into view.
        return iter(()) if self.has_excerpts else super().draw_ahead()

    def _empty_line(self, y: int, width: int) -> Line:
        from newstui.render.wrap import wrap  # not needed for the first paint

        lines = wrap(self._empty, max(1, width - 4))
        return Line((Span(f"  {lines[y]}", "empty"),)) if y < len(lines) else Line()

    def _line(self, index: int, offset: int, width: int) -> Line:
        headline = self.headline(index)
        if headline is None:
            return Line((Span("   …", "about"),))
        if offset < HEIGHT:
            return _both_lines(headline, width, self._now, is_by_day=bool(self._listing.days))[offset]
        if headline.id not in self._excerpts:
            if not self._unknown:
                self.call_after_refresh(self._ask_for_excerpts)
            self._unknown[headline.id] = None
        return excerpt_lines(self._excerpts.get(headline.id, ""), width)[offset - HEIGHT]

    def _ask_for_excerpts(self) -> None:
        wanted = list(self._unknown)
        self._unknown.clear()
        self.post_message(self.Wanted(wanted))

    def _fetch_around(self, index: int) -> None:
        span = self.size.height // self._height + _MARGIN
        if len(self._headlines) > 40 * span:
            self._headlines.clear()
        around = range(max(0, index - span), min(len(self._listing), index + span))
        rows = {at: self._listing.rows[at] for at in around if at not in self._headlines}
        by_row = {headline.row: headline for headline in self._fetch(list(rows.values()))}
        self._headlines.update((at, by_row[row]) for at, row in rows.items() if row in by_row)

    # Where things are

    def _top(self, index: int) -> int:
        """The line on which a headline's title stands."""
        day = self._listing.day_of(index)
        return index * self._height + ((day + 1) * _DAY_HEIGHT - 1 if day >= 0 else 0)

    def _at(self, y: int) -> tuple[int, int]:
        """(index, which of its lines) at a line; a negative line stands above the title: -1 the day, -2 the blank."""
        starts = self._listing.starts
        height = self._height
        # The line that begins a day is its blank one: `_top` of its first headline, less _DAY_HEIGHT.
        day = bisect_right(range(len(starts)), y, key=lambda day: starts[day] * height + day * _DAY_HEIGHT - 1) - 1
        first = starts[day] if day >= 0 else 0
        below = y - self._top(first)
        return (first, below) if below < 0 else (first + below // height, below % height)

    # Moving

    def move_to(self, index: int, *, far: bool = False) -> None:
        """Selects a headline and brings it into view; with `far` well into it, so that the next one is in view too."""
        index = max(0, min(index, len(self._listing) - 1))
        top, height = self._top(index), self.size.height
        if far and not self.scroll_offset.y <= top <= self.scroll_offset.y + height - self._height:
            away = height // 4 if index > self.selected else height * 3 // 4
            self.scroll_to(y=max(0, top - away), animate=False, force=True)
        self.selected = index

    def watch_selected(self, old: int, new: int) -> None:
        for index in {old, new}:
            self._draw_anew(index)
        self._keep_in_view()
        if old != new and len(self._listing):
            self.post_message(self.Selected(new))

    def _draw_anew(self, index: int) -> None:
        self._forget_lines_of(index)
        self.refresh(Region(0, self._top(index) - self.scroll_offset.y, self.size.width, self._height))

    def _forget_lines_of(self, index: int) -> None:
        top = self._top(index)
        self.forget_lines(range(top, top + self._height))

    def _keep_in_view(self) -> None:
        top = self._top(self.selected)
        head = _DAY_HEIGHT if self.selected in self._listing.starts[self._listing.day_of(self.selected) :][:1] else 0
        height = self.size.height
        if not height:
            return  # not laid out yet: it is asked again when it is
        if top - head < self.scroll_offset.y:
            self.scroll_to(y=max(0, top - head), animate=False, force=True)
        elif top + self._height > self.scroll_offset.y + height:
            self.scroll_to(y=top + self._height - height, animate=False, force=True)

    def on_resize(self) -> None:
        self._keep_in_view()

    def on_click(self, event: events.Click) -> None:
        index, offset = self._at(event.y + self.scroll_offset.y)
        if offset >= 0 and index < len(self._listing):
            self.move_to(index)
            self.post_message(self.Opened(index))

    def action_move(self, headlines: int) -> None:
        self.move_to(self.selected + headlines)

    def action_move_pages(self, pages: float) -> None:
        self.move_to(self.selected + round(pages * max(1, self.size.height // self._height - 1)))

    def action_first(self) -> None:
        self.move_to(0)

    def action_last(self) -> None:
        self.move_to(len(self._listing) - 1)

    def action_open(self) -> None:
        if len(self._listing):
            self.post_message(self.Opened(self.selected))
