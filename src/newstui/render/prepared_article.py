"""An article prepared for the reader: its text typeset for a width, and its summary. It knows no widget."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, Literal, Protocol

from newstui.render.article_page import all_links, end_lines, head_lines, summary_lines
from newstui.render.find import Match, sentence_matches
from newstui.render.markdown import NOTHING_DEFINED, definitions_of, stretches
from newstui.render.typeset_safely import typeset_safely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from newstui.domain.articles.article import Article
    from newstui.domain.summaries.summary import Summary
    from newstui.render.line import Line, Neighbours
    from newstui.render.typeset import Setting

Mode = Literal["text", "summary", "skim"]


class Summarise(Protocol):
    """Makes the summary of an article: the publisher's, or with `own` one of its own sentences."""

    def __call__(self, article: Article, sentences: int, /, *, own: bool = False) -> Summary: ...


class PreparedArticle:
    """An article, its summary and its text typeset for a column.

    The text is typeset a stretch at a time, so that the first screen of four megabytes is there at once.
    """

    def __init__(self, article: Article, summarise: Summarise, sentences: int) -> None:
        self.article = article
        self._summarise = summarise
        self.sentences_asked = sentences
        self.summary = self.first = summarise(article, sentences)
        """The summary that `s` shows; `first` is the one before the reader changed its length, the publisher's where
        there is one.
        """
        self.column = 0
        self.body: list[Line] = []
        self._links: list[str] = []
        self._characters = 0
        self._rest: Iterator[str] = iter(())
        self._definitions: Mapping[str, Any] | None = None
        """Link definitions of the whole text; None until a stretch needs them."""
        self.is_whole = True
        self.starts: list[int] = []
        """The line of the page on which each sentence of the summary starts."""
        self.head = 0
        """Lines of the page above the body."""
        self.end = 0
        """Lines of the page below the body."""

    @property
    def links(self) -> list[str]:
        """The addresses of the text, then those of the files that came with it; each file has one number."""
        return all_links(self.article, self._links)

    def set(self, column: int) -> None:
        """Typesets the first stretch for a column of so many cells; nothing if it is typeset for it already."""
        if column == self.column:
            return
        self.column = column
        self.body, self._links, self._characters = [], [], 0
        self._rest = stretches(self.article.body)
        self.is_whole = False
        self.set_more()

    def set_more(self) -> list[Line]:
        """The lines of the next stretch, which are now part of the body; `is_whole` when there is none left."""
        stretch = next(self._rest, None)
        if stretch is None:
            self.is_whole = True
            return []
        setting = self._typeset(stretch)
        if len(stretch) == len(self.article.body):
            self.is_whole = True
        return list(setting.lines)

    def _typeset(self, stretch: str) -> Setting:
        setting = typeset_safely(
            stretch, self.column, first_link=len(self._links), at=self._characters, defined=self._defined(stretch)
        )
        self.body += setting.lines
        self._links += setting.links
        self._characters += setting.characters
        return setting

    def _defined(self, stretch: str) -> Mapping[str, Any]:
        """Returns the link definitions of other stretches; a text of one stretch has none."""
        if len(stretch) == len(self.article.body):
            return NOTHING_DEFINED
        if self._definitions is None:
            self._definitions = definitions_of(self.article.body)
        return self._definitions

    def page(
        self,
        mode: Mode,
        now: datetime,
        neighbours: Neighbours,
        *,
        badges: Sequence[str],
        selected: int | None = None,
    ) -> list[Line]:
        """The lines of the page; `selected` is the sentence of the summary under the cursor."""
        offer = self.summary if mode == "text" else None
        head = head_lines(self.article, self.column, now, badges=badges, summary=offer)
        self.head = len(head)
        if mode == "summary":
            body, starts = summary_lines(self.article, self.summary, self.column, selected)
            self.starts = [self.head + start for start in starts]
            end = end_lines(neighbours, (), self.column)
        else:
            body = self.body
            end = end_lines(neighbours, self.links, self.column, enclosures=self.article.enclosures)
        self.end = len(end)
        return [*head, *body, *end]

    @property
    def chosen(self) -> Summary:
        """A summary whose sentences are the article's own, whatever the publisher wrote."""
        if self.summary.positions:
            return self.summary
        return self._summarise(self.article, self.sentences_asked, own=True)

    def resummarise(self, sentences: int) -> None:
        """Makes a summary of another length: of newstui's own choice, because a publisher's has only one length."""
        self.sentences_asked = sentences
        self.summary = self._summarise(self.article, sentences, own=True)

    # Where the reader is

    @property
    def total(self) -> int:
        """Visible characters of the whole text; of a text that is not set to its end, as many as its source has."""
        if self.is_whole:
            return self._characters
        return len("".join(self.article.body.split()))

    def position(self, top: int) -> float:
        """The share of the text above a line of the page, 0 to 1."""
        index = top - self.head
        if index <= 0 or not self.body or not self.total:
            return 0.0
        at = self.body[index].at if index < len(self.body) else self._characters
        return round(min(1.0, at / self.total), 6)

    def line_at(self, position: float) -> int:
        """The line of the page that begins at or before a share of the text."""
        if position <= 0:
            return 0
        at = round(position * self.total)
        return self.head + max(0, bisect_right(self.body, at, key=lambda line: line.at) - 1)

    def sentences(self) -> list[Match]:
        """Returns the place of each sentence of the summary on the page of the text; an empty match for one that is
        not there.
        """
        matches = sentence_matches(self.body, self.chosen.sentences)
        return [tuple(part._replace(line=part.line + self.head) for part in match) for match in matches]
