"""The view of an article: shows lines that were typeset elsewhere, in a column in the middle of its pane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Offset
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection

from newstui.render.line import Line, Span, link_at
from newstui.ui.keys.bindings import READER
from newstui.ui.widgets.fast_lines import FastLines
from newstui.ui.widgets.styled_lines import StyledLines, roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Region
    from textual.strip import Strip

    from newstui.render.find import Stretch
    from newstui.render.line import Link

Highlights = Callable[[int], "Sequence[tuple[Stretch, str]]"]
"""Gives what is highlighted on a line of the page, by its number: stretches, each with a role."""
_GUTTER = 2
"""Cells that stay free at each side of the column."""
_ROLES = roles(
    "title title-rule byline tags tag-primary tag-secondary tag-accent tag-success tag-error note own-note star "
    "offer offer-border key hint neighbour heading-1 heading-2 heading-3 strong emphasis strike code code-block "
    "code-mark code-comment code-keyword code-name code-number code-string quote quote-bar bullet link "
    "link-number address rule table-border table-head image caption summary-head sentence selected-sentence "
    "lit match current-match current-link kept chosen bar"
)


def _no_highlights(line: int) -> Sequence[tuple[Stretch, str]]:
    return ()


class ArticleView(FastLines, StyledLines, ScrollView, can_focus=True, inherit_bindings=False):
    """A page of lines."""

    BINDINGS: ClassVar[list[BindingType]] = [*READER]
    COMPONENT_CLASSES: ClassVar[set[str]] = _ROLES

    class Scrolled(Message):
        """The text moved."""

    @dataclass
    class LinkClicked(Message):
        """A link of the article was clicked."""

        link: Link

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.lines: Sequence[Line] = []
        self._column = 0
        self._bar = ""
        self._highlights: Highlights = _no_highlights

    # Contents

    def show(self, lines: Sequence[Line], column: int, top: int = 0) -> None:
        """Shows these lines, set for a column of that width, with line `top` the first in view."""
        near = range(self.top - self.size.height, min(self.top + 2 * self.size.height, len(self.lines), len(lines)))
        self.forget_lines(  # often only the head is another, or nothing but what was highlighted
            y
            for y in self.drawn_lines()
            if column != self._column or y not in near or self._highlights(y) or self.lines[y] != lines[y]
        )
        self.lines, self._column, self._highlights = lines, column, _no_highlights
        self.set_height(len(lines))
        self.refresh()
        self.scroll_to(y=top, animate=False, force=True)

    def grow(self, line: int) -> None:
        """Takes note that lines were added at a line of the page."""
        drawn = [y for y in self.drawn_lines() if y >= line]
        self.forget_lines(drawn)
        self.set_height(len(self.lines))
        if drawn:
            self.refresh()

    def highlight(self, highlights: Highlights, line: int = 0) -> None:
        """Highlights something else from now on, the same as before above a line of the page."""
        self._highlights = highlights
        self.forget_lines([y for y in self.drawn_lines() if y >= line])
        self.refresh()

    @property
    def top(self) -> int:
        """The first line in view."""
        return self.scroll_offset.y

    @property
    def is_at_bottom(self) -> bool:
        """True where the last line is in view."""
        return self.scroll_offset.y >= self.max_scroll_y

    def column(self, widest: int) -> int:
        """Returns the width in cells that the text may have in this pane, `widest` at most."""
        width = self.size.width or self.screen.size.width  # before it is shown for the first time on a narrow screen
        return max(1, min(widest, width - 2 * _GUTTER))

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        self._bar = "bar" if self.has_focus and self.region.width < self.screen.size.width else ""
        return super().render_lines(crop)

    def draw_line(self, line: int, width: int) -> Strip:
        spans = self.lines[line] if line < self.virtual_size.height else Line()
        if highlights := self._highlights(line):
            spans = _highlighted(spans, highlights)
        return self.strip(spans, width, left=max(0, (width - self._column) // 2), bar=self._bar)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Returns the text that the mouse selected, to be copied."""
        return _selected(self.lines, selection), "\n"

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.forget_lines()
        self.refresh()

    # Moving

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def on_click(self, event: events.Click) -> None:
        if (y := event.y + self.scroll_offset.y) < len(self.lines):
            link = link_at(self.lines[y], event.x - max(0, (self.size.width - self._column) // 2))
            if link is not None:
                self.post_message(self.LinkClicked(link))
            else:
                self.line_clicked(y)

    def line_clicked(self, line: int) -> None:
        """Is called with a line of the page that was clicked where there is no link."""

    def action_scroll(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def action_scroll_pages(self, pages: float) -> None:
        lines = round(pages * max(1, self.size.height - 2))
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def action_top(self) -> None:
        self.scroll_to(y=0, animate=False, force=True)

    def action_bottom(self) -> None:
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)


def bring_into_view(view: ArticleView, line: int) -> None:
    """Scrolls so that a line of the page is a third down the pane, unless it is in view already."""
    top = view.scroll_offset.y
    if not top <= line < top + view.size.height - 1:
        view.scroll_to(y=line - view.size.height // 3, animate=False, force=True)


def _selected(lines: Sequence[Line], selection: Selection) -> str:
    start, end = selection.start or Offset(0, 0), selection.end or Offset(0, len(lines))
    # Only what was selected: to put four megabytes together would take a while.
    part = Selection(Offset(start.x, 0), Offset(end.x, end.y - start.y))
    return part.extract("\n".join(line.text for line in lines[start.y : end.y + 1]))


def _highlighted(line: Line, highlights: Sequence[tuple[Stretch, str]]) -> Line:
    """Returns a line with highlights: their roles lie over the roles of the text."""
    spans: list[Span] = []
    at = 0
    for span in line.spans:
        edges = {0, len(span.text)}
        for stretch, _ in highlights:
            edges.update(edge - at for edge in (stretch.start, stretch.end) if 0 < edge - at < len(span.text))
        for start, end in zip(cuts := sorted(edges), cuts[1:], strict=False):
            over = [role for stretch, role in highlights if stretch.start <= at + start < stretch.end]
            spans.append(Span(span.text[start:end], " ".join([span.role, *over])))
        at += len(span.text)
    return Line(tuple(spans))
