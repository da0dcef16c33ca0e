"""What the reader pane shows of an article: its text, its summary, what is lit in it. It drives one ArticleView."""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime
from typing import TYPE_CHECKING

from newstui.render.line import Neighbours

if TYPE_CHECKING:
    from newstui.domain.summaries.summary import Summary
    from newstui.render.find import Matches, Stretch, Text
    from newstui.render.line import Line
    from newstui.render.prepared_article import Mode, Reading
    from newstui.ui.widgets.article_view import ArticleView


class ReaderController:
    """The state of the pane. Whatever changes it ends in `_draw`, but for what is merely lit."""

    def __init__(self, view: ArticleView, widest: int) -> None:
        self.view = view
        self.widest = widest
        self.reading: Reading | None = None
        self.mode: Mode = "text"
        self.badges: tuple[str, ...] = ()
        self.neighbours = Neighbours()
        self.words = ""
        """What is being looked for in the article."""
        self._sentence = 0
        self._lit: Matches = []
        self._text: Text | None = None
        """Of the page, while something is looked for."""
        self._at = 0
        """Which of `_lit` the reader is at."""

    # Articles

    def show(self, reading: Reading, neighbours: Neighbours, position: float, *, badges: tuple[str, ...]) -> None:
        """Another article, at a share of its text."""
        self.reading, self.neighbours, self.badges = reading, neighbours, badges
        self.mode, self.words, self._sentence, self._text = "text", "", 0, None
        reading.set(self.view.column(self.widest))
        self._draw(position)

    def clear(self) -> None:
        """No article."""
        self.reading = None
        self.view.show([], 0)

    def set_again(self) -> None:
        """The pane or the column has another width, or the summary another length: the same place stays in view."""
        if self.reading is None:
            return
        position = self.position
        self.reading.set(self.view.column(self.widest))
        self._draw(position)

    def refresh(self, *, badges: tuple[str, ...], neighbours: Neighbours) -> None:
        """What stands around the text may have changed."""
        if (badges, neighbours) != (self.badges, self.neighbours):
            self.badges, self.neighbours = badges, neighbours
            self._draw(None)

    def grow(self) -> bool:
        """Sets one more stretch of a long text; whether there is more."""
        if self.reading is None or self.reading.is_whole:
            return False
        more = self.reading.set_more()
        if self.mode != "summary":
            self.view.extend(more, self.reading.end)
        return not self.reading.is_whole

    @property
    def position(self) -> float:
        """The share of the text above the view, whatever the mode."""
        if self.reading is None:
            return 0.0
        return self._text_position if self.mode == "summary" else self.reading.position(self.view.top)

    @property
    def is_at_end(self) -> bool:
        """Whether the last of the text is in view."""
        return self.mode != "summary" and self.reading is not None and self.reading.is_whole and self.view.is_at_end

    # The summary

    _text_position = 0.0
    """Where the text was when the summary took its place."""

    def toggle_summary(self) -> None:
        if self.reading is None:
            return
        position = self.position
        self._text_position = position
        self.mode = "text" if self.mode == "summary" else "summary"
        self._sentence = 0
        if self.mode == "summary" and self.reading.first.source == "publisher":
            self.reading.summary = self.reading.first  # a length that was tried out does not hide it for good
        self._draw(position)

    def resummarise(self, sentences: int) -> None:
        """The summary in another length, where it is shown or lit."""
        if self.reading is not None:
            self.reading.resummarise(sentences)
            self._sentence = min(self._sentence, max(0, len(self.reading.summary.sentences) - 1))
            self._draw(None)

    def show_summary(self, reading: Reading, summary: Summary) -> None:
        """Another summary of an article; drawn where it is the one in the pane."""
        reading.summary = summary
        if reading is self.reading and self.mode == "summary":
            self._sentence = 0
            self._draw(None)

    def sentence_at(self, line: int) -> bool:
        """In the summary: the cursor to the sentence that stands on a line of the page; False where none does."""
        if self.reading is None or self.mode != "summary" or not self.reading.summary.positions:
            return False
        index = bisect_right(self.reading.starts, line) - 1
        if index >= 0:
            self.move_sentence(index - self._sentence)
        return index >= 0

    def toggle_skim(self) -> None:
        """The summary's sentences lit in the full text, the first one at or behind the view."""
        if self.reading is None:
            return
        position = self.position
        self.mode = "text" if self.mode == "skim" else "skim"
        self.words = ""
        self._draw(position)

    def move_sentence(self, steps: int) -> None:
        """In the summary: the cursor to another sentence."""
        if self.reading is not None:
            last = len(self.reading.summary.sentences) - 1
            self._sentence = max(0, min(self._sentence + steps, last))
            self._draw(None)
            self.view.bring_into_view(self.reading.starts[self._sentence])

    def go_to_sentence(self) -> bool:
        """From the summary to the place of its sentence in the text; False where it has none."""
        if self.reading is None or self.mode != "summary":
            return False
        self._set_all()
        found = self.reading.sentences()
        if not self.reading.summary.positions or not found[self._sentence]:
            return False
        self.mode = "skim"
        self._draw(self._text_position)
        return self._go(next(at for at, match in enumerate(self._lit) if match == found[self._sentence]))

    # What is lit

    def find(self, words: str, *, from_top: bool = False) -> int:
        """Lights these words and goes to the first at or below the view; how many there are."""
        if self.reading is None:
            return 0
        if self.mode == "summary":
            self.toggle_summary()
        self.mode, self.words = "text", words
        self._set_all()
        self._draw(None)
        if self._lit:
            self._go(self._first_from(0 if from_top else self.view.top))
        return len(self._lit)

    def step(self, steps: int) -> str:
        """To the next of what is lit, around the ends: `3 of 12`, empty where nothing is lit."""
        if not self._lit:
            return ""
        self._go((self._at + steps) % len(self._lit))
        return f"{self._at + 1} of {len(self._lit)}"

    def end_search(self) -> bool:
        """Nothing is lit any more; False where nothing was."""
        if not self.words and self.mode != "skim":
            return False
        self.mode, self.words, self._text = "text", "", None
        self._draw(None)
        return True

    def _go(self, index: int) -> bool:
        self._at = index
        self._light()
        self.view.bring_into_view(self._lit[index][0].line)
        return True

    def _set_all(self) -> None:
        """What is looked for may stand anywhere: a long text is set to its end first."""
        while self.reading is not None and not self.reading.is_whole:
            self.reading.set_more()

    # Drawing

    def _draw(self, position: float | None) -> None:
        """The page anew, at a share of the text; None leaves the view where it is."""
        if self.reading is None:
            return
        reading, top = self.reading, self.view.top
        head = reading.head
        lines: list[Line] = reading.page(
            self.mode,
            datetime.now().astimezone(),
            self.neighbours,
            badges=self.badges,
            selected=self._sentence if self.mode == "summary" and reading.summary.positions else None,
        )
        if position is not None:
            top = 0 if self.mode == "summary" else reading.line_at(position)
        elif top > head:
            top += reading.head - head
        self.view.show(lines, reading.column, top)
        self.view.is_stepping = self.mode == "summary" and bool(reading.summary.positions)
        self._find_lit(lines)

    def _find_lit(self, lines: list[Line]) -> None:
        if self.reading is None:
            return
        if self.mode == "skim":
            self._lit = sorted(match for match in self.reading.sentences() if match)
        else:
            self._lit = self._hits(lines) if self.words else []
        self._at = self._first_from(self.view.top)
        if self._lit:
            self._light()

    def _hits(self, lines: list[Line]) -> Matches:
        from newstui.render.find import Text  # most articles are read without looking for anything

        if self._text is None or self._text.lines != lines:
            self._text = Text(lines)
        return self._text.hits(self.words)

    def _first_from(self, line: int) -> int:
        """The first of what is lit at or below a line, else the first of all."""
        from newstui.render.find import first_from

        index = first_from(self._lit, line)
        return index if index < len(self._lit) else 0

    def _light(self) -> None:
        self.view.light(self._lit_on)

    def _lit_on(self, line: int) -> list[tuple[Stretch, str]]:
        """What is lit on a line of the page, each with its role."""
        from newstui.render.find import on_line

        role, current = ("lit", "lit") if self.mode == "skim" else ("match", "current-match")
        return [(stretch, current if at == self._at else role) for at, stretch in on_line(self._lit, line)]
