"""Choosing in the reader pane: sentences or lines of the text, by keys or with the mouse, and the highlights kept."""

from __future__ import annotations

from functools import partial
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
    from newstui.ui.reader.kept_highlights import KeptHighlights
    from newstui.ui.reader.selection import Selection
    from newstui.ui.widgets.article_view import ArticleView

    Place = tuple[int, int]
    """(line of the page, character of it)."""
    Lit = Callable[[int], "list[tuple[Stretch, str]]"]
    """Gives what is lit on a line of the page: stretches, each with a role."""


class Choosing:
    """The passages of the page that is shown: those kept as highlights, and the one that is being chosen."""

    def __init__(self, view: ArticleView, light: Callable[[Lit | None], None]) -> None:
        """`light` has the view draw what is lit now."""
        self._view, self._light = view, light
        self._page: Page | None = None
        self._kept: KeptHighlights | None = None
        self._selection: Selection | None = None
        """The passage that is chosen; None while nothing is."""
        self._lit: list[tuple[Match, str]] = []
        self._pressed: Place | None = None
        """The place where the mouse was pressed; None while it is not."""
        self._is_dragged = False

    @property
    def is_on(self) -> bool:
        """True while something is chosen."""
        return self._selection is not None

    def show(self, page: Page, highlights: Sequence[Highlight]) -> None:
        """Lights the highlights on a page that was drawn; on that of a summary nothing."""
        layout = self._layout_of(page)
        if self._selection is not None and self._selection.layout is not layout:
            self._selection = None
        self._page = page
        if layout is None or not highlights:
            self._kept = None
        elif self._kept is None or self._kept.layout is not layout or self._kept.highlights != highlights:
            from newstui.ui.reader.kept_highlights import KeptHighlights  # most articles have none

            known = self._places if self._kept is not None and self._kept.layout is layout else ()
            self._kept = KeptHighlights(layout, highlights, known)
            self._kept.find_at_once()
        self._draw()

    @property
    def is_looking(self) -> bool:
        """True where highlights are still to be looked for in what is set."""
        return self._kept is not None and self._kept.is_left

    def look_on(self) -> bool:
        """Looks for the highlights in one more piece of a long text; False where nothing is left of what is set."""
        if self._kept is not None and self._kept.advance():
            self._draw()
        return self.is_looking

    def _layout_of(self, page: Page | None) -> Layout | None:
        from newstui.render.layout import Layout

        return page.body if page is not None and isinstance(page.body, Layout) else None

    def begin(self, lang: str | None, *, by_lines: bool = False) -> bool:
        """Begins to choose at the top of the view, or where something was chosen; False where there is no text."""
        from newstui.render.passages import Passages  # most articles are read without
        from newstui.ui.reader.selection import Selection

        layout = self._layout_of(self._page)
        if self._page is None or layout is None:
            return False
        head = self._page.offset(1)
        top = self._view.top - head
        at = self._selection.match[0] if self._selection else None
        first, column = (at.line, at.start) if at else (max(0, top), 0)
        split = Passages.lines if by_lines else partial(Passages.sentences, lang=lang)
        selection = Selection(layout, first, first + self._view.size.height, split)
        self._selection = None if selection.is_empty else selection
        if self._selection is not None:
            selection.go_to(first, column)
            if at is None and top > selection.line:
                selection.move(1)  # it began above the view
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
        from newstui.ui.reader.selection import Selection  # most articles are read without

        offset = self._page.offset(1)
        one, other = ((max(0, line - offset), column) for line, column in ends)
        selection = Selection(layout, min(one, other)[0], max(one, other)[0] + 1)
        selection.select(one, other)
        self._selection, self._is_dragged = selection if selection.match else None, True
        self._draw()

    def released(self) -> bool:
        """Ends a drag of the mouse; False where there was none."""
        was_dragged, self._pressed, self._is_dragged = self._is_dragged, None, False
        return was_dragged

    def choose(self, id_: str) -> bool:
        """Chooses a highlight that is kept and brings it into view; False where it is not found in the text."""
        from newstui.ui.reader.selection import Selection  # most articles are read without

        match = next((match for match, highlight in self._places if highlight.id == id_), None)
        if not match or self._kept is None:
            return False
        self._selection = Selection(self._kept.layout, match[0].line, match[-1].line + 1)
        self._selection.select_match(match)
        self._draw()
        self._bring_into_view(self._selection)
        return True

    def extend(self) -> bool:
        """Lets the choice reach from the current unit on, or ends that; True where it does now."""
        is_range = self._selection is not None and self._selection.extend()
        self._draw()
        return is_range

    def move(self, steps: int) -> bool:
        """Goes to another unit; False where nothing is chosen."""
        if self._selection is None:
            return False
        self._selection.move(steps)
        self._draw()
        self._bring_into_view(self._selection)
        return True

    def _bring_into_view(self, selection: Selection) -> None:
        bring_into_view(self._view, selection.line + (self._page.offset(1) if self._page else 0))

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
        from newstui.render.passages import Passages  # most articles are read without
        from newstui.ui.reader.selection import Selection

        line -= self._page.offset(1) if self._page else 0
        if not 0 <= line < len(layout):
            return
        selection = self._selection or Selection(layout, line, line + 1, partial(Passages.sentences, lang=None))
        if selection.is_empty:
            return
        if self._selection is not None and not selection.is_range:
            selection.extend()
        self._selection = selection
        selection.go_to(line, column)
        self._draw()

    def end(self) -> bool:
        """Chooses nothing any more; False where nothing was chosen."""
        was_on, self._selection = self.is_on, None
        if was_on:
            self._draw()
        return was_on

    def highlight(self, id_: str) -> Highlight | None:
        """Returns what is chosen as a highlight."""
        return self._selection.passages.highlight(id_, self._selection.span) if self._selection else None

    @property
    def kept_here(self) -> Highlight | None:
        """The highlight that the choice touches."""
        chosen = self._selection.match if self._selection else ()
        return next((highlight for match, highlight in self._places if _is_shared(match, chosen)), None)

    @property
    def _places(self) -> list[tuple[Match, Highlight]]:
        return self._kept.places if self._kept is not None else []

    def _draw(self) -> None:
        self._lit = [(match, "kept") for match, _ in self._places]
        if self._selection is not None:
            self._lit.append((self._selection.match, "chosen"))
        self._light(self._on_line if self._lit else None)

    def _on_line(self, line: int) -> list[tuple[Stretch, str]]:
        """Returns what is lit on a line of the page."""
        line -= self._page.offset(1) if self._page else 0
        return [(part, role) for match, role in self._lit for part in match if part.line == line]


def _is_shared(one: Match, other: Match) -> bool:
    """Returns True where two passages share a character."""
    return any(a.line == b.line and a.start < b.end and b.start < a.end for a in one for b in other)


def _place_of(view: ArticleView, column: int, event: events.MouseEvent) -> Place:
    """Returns where the mouse is."""
    y = event.y + view.top
    x = event.x - max(0, (view.size.width - column) // 2)
    text = view.lines[y].text if y < len(view.lines) else ""
    return y, next((index for index in range(len(text)) if cell_len(text[: index + 1]) > x), len(text))
