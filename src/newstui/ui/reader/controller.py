"""The controller of the reader pane: text, summary or skim mode, and what is highlighted. It drives one ArticleView."""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime
from typing import TYPE_CHECKING

from newstui.render.line import Neighbours

if TYPE_CHECKING:
    from newstui.domain.summaries.summary import Summary
    from newstui.render.find import Matches, Stretch, Text
    from newstui.render.line import Line
    from newstui.render.prepared_article import Mode, PreparedArticle
    from newstui.ui.widgets.article_view import ArticleView


class ReaderController:
    """The state of the pane. Every change of it ends in `_draw`, except one of the highlights alone."""

    def __init__(self, view: ArticleView, text_width: int) -> None:
        """text_width: the most cells that a line of text takes."""
        self.view = view
        self.text_width = text_width
        self.prepared: PreparedArticle | None = None
        """None where there is no article, or none that can be read."""
        self.mode: Mode = "text"
        self.badges: tuple[str, ...] = ()
        """The marks of the article, in words."""
        self.neighbours = Neighbours()
        self.words = ""
        """The words that are searched for in the article."""
        self._sentence = 0
        """Index of the selected sentence of the summary."""
        self._text_position = 0.0
        """The share of the text that was above the view when the summary took its place."""
        self._matches: Matches = []
        """The places that are highlighted."""
        self._current = 0
        """Index in `_matches` of the place that the reader is at."""
        self._text: Text | None = None
        """The text of the page, while words are searched for."""

    # Articles

    def show(
        self, prepared: PreparedArticle, neighbours: Neighbours, position: float, *, badges: tuple[str, ...]
    ) -> None:
        """Shows another article. position: the share of its text above the view."""
        self.prepared, self.neighbours, self.badges = prepared, neighbours, badges
        self.mode, self.words, self._sentence, self._text = "text", "", 0, None
        prepared.set(self.view.column(self.text_width))
        self._draw(position)

    def clear(self) -> None:
        """Shows no article."""
        self.prepared = None
        self.view.show([], 0)

    def typeset_again(self) -> None:
        """Sets the text for another width of the pane or the text; the same place stays in view."""
        if self.prepared is None:
            return
        position = self.position
        self.prepared.set(self.view.column(self.text_width))
        self._draw(position)

    def refresh(self, *, badges: tuple[str, ...], neighbours: Neighbours) -> None:
        """Draws the page again where what stands around the text has changed."""
        if (badges, neighbours) != (self.badges, self.neighbours):
            self.badges, self.neighbours = badges, neighbours
            self._draw(None)

    def typeset_more(self) -> bool:
        """Sets one more stretch of a long text; False where nothing is left to set."""
        if self.prepared is None or self.prepared.is_whole:
            return False
        lines = self.prepared.set_more()
        if self.mode != "summary":
            self.view.extend(lines, self.prepared.end)
        return not self.prepared.is_whole

    @property
    def position(self) -> float:
        """The share of the text above the view, whatever the mode."""
        if self.prepared is None:
            return 0.0
        return self._text_position if self.mode == "summary" else self.prepared.position(self.view.top)

    @property
    def is_at_end(self) -> bool:
        """True where the end of the text is in view."""
        return (
            self.mode != "summary" and self.prepared is not None and self.prepared.is_whole and self.view.is_at_bottom
        )

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
        index = bisect_right(self.prepared.starts, line) - 1
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
            last = len(self.prepared.summary.sentences) - 1
            self._sentence = max(0, min(self._sentence + steps, last))
            self._draw(None)
            self.view.bring_into_view(self.prepared.starts[self._sentence])

    def go_to_sentence(self) -> bool:
        """Goes from the summary to the place of the selected sentence in the text; False where it has none."""
        if self.prepared is None or self.mode != "summary":
            return False
        self._typeset_all()
        matches = self.prepared.sentences()
        if not self.prepared.summary.positions or not matches[self._sentence]:
            return False
        self.mode = "skim"
        self._draw(self._text_position)
        self._go(next(index for index, match in enumerate(self._matches) if match == matches[self._sentence]))
        return True

    # Footnotes

    def footnotes(self) -> list[str]:
        """Returns the links of footnotes in view, each once: there and back."""
        from newstui.render.footnotes import links_of

        return links_of(self.view.lines[self.view.top : self.view.top + self.view.size.height])

    def go_to_footnote(self, link: str) -> bool:
        """Goes where a link of a footnote leads: to the note, or back to its mark in the text. False for nowhere."""
        from newstui.render.footnotes import line_of

        line = line_of(self.view.lines, link)
        if line is None and self.prepared is not None and not self.prepared.is_whole:
            self._typeset_all()
            self._draw(None)
            line = line_of(self.view.lines, link)
        if line is not None:
            self.view.bring_into_view(line)
        return line is not None

    # Highlights

    def find(self, words: str) -> int:
        """Highlights these words, goes to the first at or below the view, and returns how many there are."""
        if self.prepared is None:
            return 0
        if self.mode == "summary":
            self.toggle_summary()
        self.mode, self.words = "text", words
        self._typeset_all()
        self._draw(None)
        if self._matches:
            self._go(self._first_from(self.view.top))
        return len(self._matches)

    def step(self, steps: int) -> str:
        """Goes to the next highlight, around the ends, and returns `3 of 12`; empty where nothing is highlighted."""
        if not self._matches:
            return ""
        self._go((self._current + steps) % len(self._matches))
        return f"{self._current + 1} of {len(self._matches)}"

    def end_search(self) -> bool:
        """Ends all highlights; False where there were none."""
        if not self.words and self.mode != "skim":
            return False
        self.mode, self.words, self._text = "text", "", None
        self._draw(None)
        return True

    def _go(self, index: int) -> None:
        self._current = index
        self.view.highlight(self._highlights_on)
        self.view.bring_into_view(self._matches[index][0].line)

    def _typeset_all(self) -> None:
        """Sets a long text to its end, because a match may be anywhere."""
        while self.prepared is not None and not self.prepared.is_whole:
            self.prepared.set_more()

    # Drawing

    def _draw(self, position: float | None) -> None:
        """Draws the page at a share of the text; None leaves the view where it is."""
        if self.prepared is None:
            return
        prepared, top = self.prepared, self.view.top
        head = prepared.head
        lines: list[Line] = prepared.page(
            self.mode,
            datetime.now().astimezone(),
            self.neighbours,
            badges=self.badges,
            selected=self._sentence if self.has_sentences else None,
        )
        if position is not None:
            top = 0 if self.mode == "summary" else prepared.line_at(position)
        elif top > head:
            top += prepared.head - head
        self.view.show(lines, prepared.column, top)
        self._find_matches(prepared, lines)

    def _find_matches(self, prepared: PreparedArticle, lines: list[Line]) -> None:
        if self.mode == "skim":
            self._matches = sorted(match for match in prepared.sentences() if match)
        else:
            self._matches = self._matches_of_words(lines) if self.words else []
        self._current = self._first_from(self.view.top)
        if self._matches:
            self.view.highlight(self._highlights_on)

    def _matches_of_words(self, lines: list[Line]) -> Matches:
        from newstui.render.find import Text  # most articles are read without a search

        if self._text is None or self._text.lines != lines:
            self._text = Text(lines)
        return self._text.hits(self.words)

    def _first_from(self, line: int) -> int:
        """Returns the index of the first match at or below a line, else of the first of all."""
        from newstui.render.find import first_from

        index = first_from(self._matches, line)
        return index if index < len(self._matches) else 0

    def _highlights_on(self, line: int) -> list[tuple[Stretch, str]]:
        """Returns what is highlighted on a line of the page, each stretch with its role."""
        from newstui.render.find import on_line

        role, current = ("lit", "lit") if self.mode == "skim" else ("match", "current-match")
        return [
            (stretch, current if index == self._current else role) for index, stretch in on_line(self._matches, line)
        ]
