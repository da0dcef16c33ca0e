"""Choosing in the reader pane: sentences or lines of the text, by keys or with the mouse, and the highlights kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.ui.widgets.article_view import bring_into_view

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

    from newstui.domain.highlights.highlight import Highlight
    from newstui.render.find import Match, Stretch
    from newstui.render.layout import Layout
    from newstui.render.page import Page
    from newstui.render.passages import Passages, Span
    from newstui.ui.widgets.article_view import ArticleView

    Place = tuple[int, int]
    """(line of the page, character of it)."""
    Lit = Callable[[int], "list[tuple[Stretch, str]]"]
    """Gives what is lit on a line of the page: stretches, each with a role."""

_LONGEST = 20_000
"""Lines in which highlights are lit and sentences chosen."""


class Choosing:
    """The passages of the page that is shown: those kept as highlights, and the one that is being chosen."""

    def __init__(self, view: ArticleView, light: Callable[[Lit | None], None]) -> None:
        """`light` has the view draw what is lit now."""
        self._view, self._light = view, light
        self._highlights: Sequence[Highlight] = ()
        self._page: Page | None = None
        self._passages: Passages | None = None
        self._of: tuple[Layout, int] | None = None
        """The layout that `_passages` was made of, and its lines then."""
        self._kept: list[tuple[Span, Highlight]] = []
        self._units: Sequence[Span] = ()
        """All that can be chosen, in the order of the text; empty while nothing is chosen."""
        self._current = 0
        self._anchor: int | None = None
        """The unit from which the choice reaches to the current one; None: the current one alone."""
        self._lit: list[tuple[Match, str]] = []
        self._pressed: Place | None = None
        """The place where the mouse was pressed; None while it is not."""
        self._is_dragged = False

    @property
    def is_on(self) -> bool:
        """True while something is chosen."""
        return bool(self._units)

    def show(self, page: Page, highlights: Sequence[Highlight]) -> None:
        """Lights the highlights on a page that was drawn; on that of a summary nothing."""
        layout = self._layout_of(page)
        if layout is None or self._of is None or self._of[0] is not layout:
            self._units, self._anchor = (), None
        self._page, self._highlights, self._kept = page, highlights, []
        if highlights and layout is not None:
            passages = self._text(layout)
            places = ((passages.place_of(highlight), highlight) for highlight in highlights)
            self._kept = [(place, highlight) for place, highlight in places if place is not None]
        self._draw()

    def grown(self) -> None:
        """Looks for the highlights again once all of a long text is set."""
        layout = self._layout_of(self._page)
        if self._highlights and self._page and layout and layout.is_whole and self._of != (layout, len(layout)):
            self.show(self._page, self._highlights)

    def _layout_of(self, page: Page | None) -> Layout | None:
        from newstui.render.layout import Layout

        return page.body if page is not None and isinstance(page.body, Layout) else None

    def begin(self, lang: str | None, *, by_lines: bool = False) -> bool:
        """Begins to choose at the top of the view, or where something was chosen; False where there is no text."""
        layout = self._layout_of(self._page)
        if self._page is None or layout is None:
            return False
        passages = self._text(layout)
        top = self._view.top - self._page.offset(1)
        at = self.span[0] if self.is_on else passages.at(max(0, top), 0) if top > 0 else 0
        self._units, self._anchor = (passages.lines() if by_lines else passages.sentences(lang)), None
        self._current = self._unit_at(at)
        if top > 0 and not self._view.top <= self._line_of(self._current) and self._current + 1 < len(self._units):
            self._current += 1  # it began above the view
        self._draw()
        return self.is_on

    def pressed(self, event: events.MouseDown) -> None:
        """Takes note of where a drag of the mouse may begin."""
        layout = self._layout_of(self._page)
        self._pressed = _place_of(self._view, layout.column, event) if layout and event.button == 1 else None

    def dragged(self, event: events.MouseMove) -> None:
        """Chooses the words from where the mouse was pressed to where it is now."""
        layout = self._layout_of(self._page)
        if self._pressed is None or self._page is None or layout is None or event.button != 1:
            return
        ends = (self._pressed, _place_of(self._view, layout.column, event))
        if ends[0] == ends[1] and not self._is_dragged:
            return
        passages, offset = self._text(layout), self._page.offset(1)
        first, last = sorted(passages.at(max(0, line - offset), column) for line, column in ends)
        self._units, self._current, self._anchor = (passages.words_between(first, last),), 0, None
        self._is_dragged = True
        self._draw()

    def released(self) -> bool:
        """Ends a drag of the mouse; False where there was none."""
        was_dragged, self._pressed, self._is_dragged = self._is_dragged, None, False
        return was_dragged

    def choose(self, id_: str) -> bool:
        """Chooses a highlight that is kept and brings it into view; False where it is not found in the text."""
        place = next((span for span, highlight in self._kept if highlight.id == id_), None)
        if place is None:
            return False
        self._units, self._current, self._anchor = (place,), 0, None
        self._draw()
        bring_into_view(self._view, self._line_of(0))
        return True

    def extend(self) -> bool:
        """Lets the choice reach from the current unit on, or ends that; True where it does now."""
        self._anchor = self._current if self._anchor is None else None
        self._draw()
        return self._anchor is not None

    def move(self, steps: int) -> bool:
        """Goes to another unit; False where nothing is chosen."""
        if not self.is_on:
            return False
        self._current = max(0, min(self._current + steps, len(self._units) - 1))
        self._draw()
        bring_into_view(self._view, self._line_of(self._current))
        return True

    def clicked(self, event: events.Click) -> None:
        """Chooses the sentence of a double click, and while something is chosen, as far as that of a click.

        A double click on what is chosen keeps it.
        """
        layout = self._layout_of(self._page)
        if layout is None or not (self.is_on or event.chain == 2):
            return
        event.prevent_default()
        if self.is_on and event.chain == 2:
            self._view.screen.call_later(self._view.screen.run_action, "keep_highlight")
            return
        self._click(layout, *_place_of(self._view, layout.column, event))
        self._view.screen.refresh_bindings()

    def _click(self, layout: Layout, line: int, column: int) -> None:
        if self._page is None or not 0 <= line - self._page.offset(1) < len(layout):
            return
        place = self._text(layout).at(line - self._page.offset(1), column)
        if self.is_on:
            self._anchor = self._current if self._anchor is None else self._anchor
        else:
            self._units = self._text(layout).sentences(None)
        self._current = self._unit_at(place)
        self._draw()

    def end(self) -> bool:
        """Chooses nothing any more; False where nothing was chosen."""
        was_on, self._units, self._anchor = self.is_on, (), None
        if was_on:
            self._draw()
        return was_on

    @property
    def span(self) -> Span:
        """The part of the text that is chosen."""
        first, last = sorted((self._current, self._current if self._anchor is None else self._anchor))
        return self._units[first][0], self._units[last][1]

    def highlight(self, id_: str) -> Highlight | None:
        """Returns what is chosen as a highlight."""
        return self._passages.highlight(id_, self.span) if self._passages and self.is_on else None

    @property
    def kept_here(self) -> Highlight | None:
        """The highlight that the choice touches."""
        if not self.is_on:
            return None
        start, end = self.span
        return next((each for (first, last), each in self._kept if first < end and start < last), None)

    def _text(self, layout: Layout) -> Passages:
        if self._passages is None or self._of != (layout, len(layout)):
            from newstui.render.passages import Passages  # most articles are read without

            self._passages, self._of = Passages(layout[:_LONGEST]), (layout, len(layout))
        return self._passages

    def _unit_at(self, place: int) -> int:
        return next((index for index, (_, end) in enumerate(self._units) if place < end), max(0, len(self._units) - 1))

    def _line_of(self, unit: int) -> int:
        match = self._passages.match(self._units[unit]) if self._passages and self._units else ()
        return (match[0].line if match else 0) + (self._page.offset(1) if self._page else 0)

    def _draw(self) -> None:
        passages, spans = self._passages, [(span, "kept") for span, _ in self._kept]
        if self.is_on:
            spans.append((self.span, "chosen"))
        self._lit = [(passages.match(span), role) for span, role in spans] if passages else []
        self._light(self._on_line if self._lit else None)

    def _on_line(self, line: int) -> list[tuple[Stretch, str]]:
        """Returns what is lit on a line of the page."""
        line -= self._page.offset(1) if self._page else 0
        return [(part, role) for match, role in self._lit for part in match if part.line == line]


def _place_of(view: ArticleView, column: int, event: events.MouseEvent) -> Place:
    """Returns where the mouse is."""
    y = event.y + view.top
    x = event.x - max(0, (view.size.width - column) // 2)
    text = view.lines[y].text if y < len(view.lines) else ""
    return y, next((index for index in range(len(text)) if cell_len(text[: index + 1]) > x), len(text))
