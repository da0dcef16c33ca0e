"""The reader: shows lines that were typeset elsewhere, in a column in the middle of its pane."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newstui.render.line import Line
from newstui.ui.keys.bindings import READER
from newstui.ui.widgets.fast_lines import FastLines
from newstui.ui.widgets.styled_lines import StyledLines, roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.selection import Selection

    from newstui.render.find import Stretch

Lit = Callable[[int], "Sequence[tuple[Stretch, str]]"]
"""Tells what lies over a line, by its number: stretches, each with a role."""
_GUTTER = 2
"""Cells that stay free at each side of the column."""


def _nothing_lit(line: int) -> Sequence[tuple[Stretch, str]]:
    return ()


class ArticleView(FastLines, StyledLines, ScrollView, can_focus=True, inherit_bindings=False):
    """A page of lines."""

    BINDINGS: ClassVar[list[BindingType]] = [*READER]
    COMPONENT_CLASSES: ClassVar[set[str]] = roles(
        "title byline tags note star offer offer-border key hint neighbour heading-1 heading-2 heading-3 strong "
        "emphasis strike code code-block quote quote-bar bullet link link-number address rule table-border "
        "table-head image caption "
        "summary-head sentence selected-sentence lit match current-match"
    )

    class Scrolled(Message):
        """The text moved under the reader."""

    @dataclass
    class LinkClicked(Message):
        """A link of the article, by its number from 0."""

        link: int

    @dataclass
    class Stepped(Message):
        """While `is_stepping`: up or down was asked for, one step."""

        steps: int

    @dataclass
    class LineClicked(Message):
        """A line was clicked where there is no link."""

        line: int

    class Resized(Message):
        """The column may have another width now."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: list[Line] = []
        self._column = 0
        self._lit: Lit = _nothing_lit
        self.is_stepping = False
        """The lines are something to choose from: up and down step, and do not scroll."""

    # What it is given

    def show(self, lines: Sequence[Line], column: int, top: int = 0) -> None:
        """These lines, set for a column of that width, `top` the first in view."""
        lines = list(lines)
        is_same_column = column == self._column
        self.forget_lines(  # often only the head is another, or nothing but what was lit
            y
            for y in self.kept_lines()
            if not is_same_column or self._lit(y) or self._lines[y : y + 1] != lines[y : y + 1]
        )
        self._lines, self._column, self._lit = lines, column, _nothing_lit
        self.set_height(len(lines))
        self.refresh()
        self.scroll_to(y=top, animate=False, force=True)

    def extend(self, lines: Sequence[Line], before: int) -> None:
        """More lines, before the last `before`."""
        at = len(self._lines) - before
        self._lines[at:at] = lines
        self._redraw()

    def light(self, lit: Lit) -> None:
        """What is lit from now on, instead of what was."""
        self._lit = lit
        self.forget_lines()
        self.refresh()

    def bring_into_view(self, line: int) -> None:
        """Scrolls so that a line is seen, a third down the pane, unless it is in view already."""
        top = self.scroll_offset.y
        if not top <= line < top + self.size.height - 1:
            self.scroll_to(y=line - self.size.height // 3, animate=False, force=True)

    @property
    def lines(self) -> Sequence[Line]:
        return self._lines

    @property
    def top(self) -> int:
        """The first line in view."""
        return self.scroll_offset.y

    @property
    def is_at_end(self) -> bool:
        return self.scroll_offset.y >= self.max_scroll_y

    def column(self, widest: int) -> int:
        """How wide the text may be set in this pane."""
        return max(1, min(widest, self.size.width - 2 * _GUTTER))

    # Drawing

    def render_line(self, y: int) -> Strip:
        y += self.scroll_offset.y
        width = self.size.width
        left = max(0, (width - self._column) // 2)
        if y >= len(self._lines):
            return self.strip(Line(), width)
        if lit := self._lit(y):
            return self._lit_strip(self._lines[y], lit, width, left)
        return self.strip(self._lines[y], width, left=left)

    def _lit_strip(self, line: Line, lit: Sequence[tuple[Stretch, str]], width: int, left: int) -> Strip:
        segments = [Segment(" " * left, self.style_of(""))]
        at = 0
        for span in line.spans:
            edges = {0, len(span.text)}
            for stretch, _ in lit:
                edges.update(edge - at for edge in (stretch.start, stretch.end) if 0 < edge - at < len(span.text))
            for start, end in zip(cuts := sorted(edges), cuts[1:], strict=False):
                over = [role for stretch, role in lit if stretch.start <= at + start < stretch.end]
                segments.append(Segment(span.text[start:end], self.style_of(" ".join([span.role, *over]))))
            at += len(span.text)
        return Strip(segments).adjust_cell_length(width, self.style_of(""))

    def _redraw(self) -> None:
        self.forget_lines()
        self.set_height(len(self._lines))
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What the mouse selected, to be copied."""
        return selection.extract("\n".join(line.text for line in self._lines)), "\n"

    # Moving

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def on_resize(self) -> None:
        self.post_message(self.Resized())

    def on_click(self, event: events.Click) -> None:
        y = event.y + self.scroll_offset.y
        if y >= len(self._lines):
            return
        x = event.x - max(0, (self.size.width - self._column) // 2)
        edges = [0]
        for span in self._lines[y].spans:
            edges.append(edges[-1] + Segment(span.text).cell_length)
        index = bisect_right(edges, x) - 1
        if 0 <= index < len(self._lines[y].spans) and (link := self._lines[y].spans[index].link) is not None:
            self.post_message(self.LinkClicked(link))
        else:
            self.post_message(self.LineClicked(y))

    def scroll_lines(self, lines: float) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def action_scroll(self, lines: int) -> None:
        if self.is_stepping:
            self.post_message(self.Stepped(lines))
        else:
            self.scroll_lines(lines)

    def action_scroll_pages(self, pages: float) -> None:
        self.scroll_lines(round(pages * max(1, self.size.height - 2)))

    def action_top(self) -> None:
        self.scroll_to(y=0, animate=False, force=True)

    def action_bottom(self) -> None:
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
