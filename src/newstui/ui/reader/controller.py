"""The controller of the reader pane: text, summary or skim mode, and what is highlighted. It drives one ArticleView."""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime
from typing import TYPE_CHECKING

from newstui.domain.marks.fields import UNMARKED
from newstui.domain.marks.words import shown_of
from newstui.render.line import Neighbours
from newstui.ui.reader.growth import AT_ONCE_SECONDS, Goal, extend
from newstui.ui.reader.highlights import Highlights
from newstui.ui.widgets.article_view import bring_into_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.marks.fields import Mark
    from newstui.domain.summaries.summary import Summary
    from newstui.render.find import Match, Words
    from newstui.render.keys import Keys
    from newstui.render.layout import Layout
    from newstui.render.page import Page
    from newstui.render.prepared_article import Mode, PreparedArticle
    from newstui.ui.widgets.article_view import ArticleView


class ReaderController:
    """The state of the pane. Every change of it ends in `_draw`, except one of the highlights alone."""

    def __init__(self, view: ArticleView, text_width: int, work_on: Callable[[], None], keys: Keys) -> None:
        """text_width: the most cells that a line of text takes. work_on: has `work` called until it gives False."""
        self.view, self._keys = view, keys
        self.text_width = text_width
        self.prepared: PreparedArticle | None = None
        """None where there is no article, or none that can be read."""
        self.mode: Mode = "text"
        self.mark = UNMARKED
        """The reader's mark of the article."""
        self.neighbours = Neighbours()
        self.words: Words = ""
        """The words that are searched for in the article, or by the query that led to it."""
        self._sentence = 0
        """Index of the selected sentence of the summary."""
        self._text_position = 0.0
        """The share of the text that was above the view when the summary took its place."""
        self.highlights = Highlights(view)
        self._is_searching = False
        """True while a part of the text is still to be searched."""
        self._work_on = work_on
        self._page: Page | None = None
        """The page that is shown."""
        self._next: Layout | None = None
        """The layout for another width, which takes the place of the one that is shown when it reaches as far."""
        self._goal: Goal | None = None

    # Articles

    def show(self, prepared: PreparedArticle, neighbours: Neighbours, position: float, mark: Mark = UNMARKED) -> None:
        """Shows another article. position: the share of its text above the view."""
        self.view.forget_lines()  # no line of another article is worth a look
        self.prepared, self.neighbours, self.mark = prepared, neighbours, mark
        self.mode, self.words, self._sentence = "text", "", 0
        self._next = self._goal = None
        prepared.set(self.view.column(self.text_width))
        extend(prepared.layout, 1.0 if position else 0.0)
        self._draw(position)
        self.go_on_to(position)

    def clear(self) -> None:
        """Shows no article."""
        self.prepared = self._page = self._next = self._goal = None
        self.highlights.clear()
        self.view.show([], 0)

    def typeset_again(self) -> None:
        """Sets the text for another width of the pane or the text; the same place stays in view."""
        if self.prepared is None:
            return
        position = self.position
        layout = self.prepared.layout_for(self.view.column(self.text_width))
        extend(layout, 1.0 if position else 0.0)
        self._next = layout
        if not self._take_next(position):
            self._work_on()

    def refresh(self, mark: Mark, neighbours: Neighbours) -> None:
        """Draws the page again where what stands around the text has changed."""
        seen = (shown_of(self.mark), self.neighbours)
        self.mark, self.neighbours = mark, neighbours
        if (shown_of(mark), neighbours) != seen:
            self._draw(None)

    # What is done behind the keys

    def work(self, seconds: float) -> bool:
        """Sets more of a long text, and searches it, for so long; False where nothing is left to do."""
        if self.prepared is None or self._page is None:
            return False
        if self._next is not None:
            extend(self._next, 1.0, seconds)
            return not self._take_next(self.position) or not self.prepared.layout.is_whole
        layout, page = self.prepared.layout, self._page
        end, is_growing = page.offset(2), not layout.is_whole
        extend(layout, 1.0, seconds)
        if page.offset(2) > end:
            self.view.grow(end)
        self._reach_goal()
        is_left = self.highlights.search(seconds / 4 if is_growing else seconds)
        if self._is_searching and layout.is_whole and not is_left:
            self.highlights.end_search()
        self._is_searching = is_left or not layout.is_whole
        return self._is_searching

    def go_on_to(self, position: float) -> None:
        """Shows a place of the text, as soon as it is set; unless the reader goes elsewhere meanwhile."""
        if self.prepared is not None and not self.prepared.layout.is_whole:
            is_near = position <= self.prepared.layout.share
            self._goal = Goal(position, self.view.top, is_near) if position and self.mode != "summary" else None
            self._work_on()

    def _take_next(self, position: float) -> bool:
        """Shows the text in its new width; False where that is not set as far as the place in view."""
        if self.prepared is None or self._next is None or self._next.share < position:
            return False
        self.prepared.layout, self._next = self._next, None
        self._draw(position)
        self.go_on_to(position)
        return True

    def _reach_goal(self) -> None:
        if self._goal is None or self.prepared is None:
            return
        (position, top, is_near), layout = self._goal, self.prepared.layout
        if self.view.top != top or self.mode == "summary":
            self._goal = None  # the reader went elsewhere
        elif layout.is_whole or (layout.share >= position and not is_near):
            line = self._line_at(position) if position < 1 else self.view.max_scroll_y
            self.view.scroll_to(y=line, animate=False, force=True)
            self._goal = None if layout.is_whole else Goal(position, self.view.top, True)

    def _line_at(self, position: float) -> int:
        """Returns the line of the page of the text at a share of it; the first one where that is not set yet."""
        if self.prepared is None or self._page is None or not 0 < position <= self.prepared.layout.share:
            return 0
        return len(self._page.head) + self.prepared.layout.line_at(position)

    # Where the reader is

    @property
    def position(self) -> float:
        """The share of the text above the view, whatever the mode."""
        if self.prepared is None or self._page is None:
            return 0.0
        if self._goal is not None and self._goal.top == self.view.top and self._goal.position < 1:
            return self._goal.position
        if self.mode == "summary":
            return self._text_position
        return self.prepared.layout.position(self.view.top - len(self._page.head))

    @property
    def is_at_end(self) -> bool:
        """True where the end of the text is in view."""
        is_whole = self.prepared is not None and self.prepared.layout.is_whole
        return is_whole and self.mode != "summary" and self.view.is_at_bottom

    # The summary

    @property
    def has_sentences(self) -> bool:
        """True where the pane shows a summary whose sentences can be selected: each leads to its place in the text."""
        return self.mode == "summary" and self.prepared is not None and bool(self.prepared.summary.positions)

    def toggle_summary(self) -> None:
        """Shows the summary in place of the text, or the text again."""
        if self.prepared is None:
            return
        position = self.position
        self._text_position = position
        self.mode = "text" if self.mode == "summary" else "summary"
        self._sentence = 0
        if self.mode == "summary" and self.prepared.first.source == "publisher":
            self.prepared.summary = self.prepared.first  # another length was tried; the publisher's comes back
        self._draw(position)
        self.go_on_to(position)

    def resummarise(self, sentences: int) -> None:
        """Makes the summary of the article in another length."""
        if self.prepared is not None:
            self.prepared.resummarise(sentences)
            self._sentence = min(self._sentence, max(0, len(self.prepared.summary.sentences) - 1))
            self._draw(None)

    def show_summary(self, prepared: PreparedArticle, summary: Summary) -> None:
        """Gives an article another summary, and draws it where it is the one in the pane."""
        prepared.summary = summary
        if prepared is self.prepared and self.mode == "summary":
            self._sentence = 0
            self._draw(None)

    def select_sentence_at(self, line: int) -> bool:
        """Selects the sentence of the summary on a line of the page; False where there is none."""
        if self.prepared is None or not self.has_sentences:
            return False
        index = bisect_right(self._page.starts, line) - 1 if self._page else -1
        if index >= 0:
            self.move_sentence(index - self._sentence)
        return index >= 0

    def toggle_skim(self) -> None:
        """Highlights the summary's sentences in the full text, or ends that."""
        if self.prepared is None:
            return
        position = self.position
        self.mode = "text" if self.mode == "skim" else "skim"
        self.words = ""
        self._draw(position)

    def move_sentence(self, steps: int) -> None:
        """Selects another sentence of the summary, so many further on."""
        if self.prepared is not None:
            self._sentence = max(0, min(self._sentence + steps, len(self.prepared.summary.sentences) - 1))
            self._draw(None)
            if self._page is not None:
                bring_into_view(self.view, self._page.starts[self._sentence])

    def go_to_sentence(self) -> bool:
        """Goes from the summary to the place of the selected sentence in the text; False where it has none."""
        if self.prepared is None or self.mode != "summary":
            return False
        if not self.prepared.summary.positions or not self.prepared.sentences()[self._sentence]:
            return False
        self.mode = "skim"
        self._draw(self._text_position)
        match = self._sentences()[self._sentence]
        self.highlights.go(next(i for i in range(len(self.highlights.matches)) if self.highlights.matches[i] == match))
        return True

    # Highlights

    def find(self, words: Words) -> int:
        """Highlights these words, goes to the first at or below the view, and returns how many there are so far."""
        if self.prepared is None:
            return 0
        if self.mode == "summary":
            self.toggle_summary()
        self.mode, self.words = "text", words
        extend(self.prepared.layout, 1.0, AT_ONCE_SECONDS / 2)
        self._draw(None)
        self.highlights.go_to_next(0 if isinstance(words, str) or not self._page else len(self._page.head))
        self._is_searching = self.highlights.is_search_left or not self.prepared.layout.is_whole
        (self._work_on if self._is_searching else self.highlights.end_search)()
        return len(self.highlights.matches)

    @property
    def is_searching(self) -> bool:
        """True while a part of the text is still to be searched."""
        return self._is_searching and bool(self.words)

    def end_search(self) -> bool:
        """Ends all highlights; False where there were none."""
        if not self.words and self.mode != "skim":
            return False
        self.mode, self.words = "text", ""
        self._draw(None)
        return True

    # Drawing

    def _draw(self, position: float | None) -> None:
        """Draws the page at a share of the text; None leaves the view where it is."""
        if self.prepared is None:
            return
        top, head = self.view.top, self._page.offset(1) if self._page else 0
        selected = self._sentence if self.has_sentences else None
        page = self._page = self.prepared.page(
            self.mode, datetime.now().astimezone(), self.neighbours, mark=self.mark, selected=selected, keys=self._keys
        )
        if position is not None:
            top = 0 if self.mode == "summary" else self._line_at(position)
        elif top > head:
            top += page.offset(1) - head
        self.view.show(page, self.prepared.layout.column, top)
        if self.mode == "skim":
            self.highlights.show_sentences(sorted(match for match in self._sentences() if match))
        elif self.words:
            self.highlights.show_words(page, self.words, AT_ONCE_SECONDS / 2)
        else:
            self.highlights.clear()
        if self.highlights.shown(page, self.mark.highlights):
            self._work_on()

    def _sentences(self) -> list[Match]:
        """Returns the place of each sentence of the summary on the page of the text."""
        if self.prepared is None or self._page is None:
            return []
        matches, head = self.prepared.sentences(), self._page.offset(1)
        self.view.grow(head)  # the text may have been set further
        return [tuple(part._replace(line=part.line + head) for part in match) for match in matches]
