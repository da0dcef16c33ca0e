"""An article prepared for the reader: its text typeset for a width, and its summary. It knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol
from weakref import ref

from newstui.domain.marks.fields import UNMARKED
from newstui.domain.picture import LEAD
from newstui.domain.summaries.summary import LONGEST
from newstui.domain.text.portions import portion_end
from newstui.render.article_page import all_links, awaited_offer_lines, head_lines, summary_lines
from newstui.render.find import Match, sentence_matches
from newstui.render.layout import Layout
from newstui.render.line import Line
from newstui.render.markdown import definitions_of
from newstui.render.page import Page, PageEnd
from newstui.render.picture_lines import NO_PICTURES, picture_lines_of
from newstui.render.stretches import COST

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from newstui.domain.articles.article import Article
    from newstui.domain.marks.fields import Mark
    from newstui.domain.picture import Picture
    from newstui.domain.summaries.summary import Summary
    from newstui.render.keys import Keys
    from newstui.render.line import Neighbours

Mode = Literal["text", "summary", "skim"]


class Summarise(Protocol):
    """Makes the summary of an article: the publisher's, or with `own` one of its own sentences."""

    def __call__(self, article: Article, sentences: int, /, *, own: bool = False) -> Summary: ...


class PreparedArticle:
    """An article, its summary and its text typeset for a column."""

    def __init__(self, article: Article, summarise: Summarise, sentences: int) -> None:
        self.article = article
        self._summarise = summarise
        self.sentences_asked = sentences
        self.summary = self.first = summarise(article, sentences)
        """The summary that `s` shows; `first` is the one before the reader changed its length, the publisher's where
        there is one.
        """
        self._own: dict[int, Summary] = {}
        """Summaries of newstui's own choice, by their length."""
        self.layout = Layout("", 0)
        self._sentences: tuple[ref[Layout], Summary, list[Match]] | None = None
        """The places of the sentences of a summary in a layout, which it does not keep in memory."""
        self._definitions = definitions_of(article.body) if len(article.body) > COST else None
        """The links that a text of more than a stretch defines; found by whoever prepares it ahead, never by a key."""
        self.pictures: Mapping[str, Picture] = NO_PICTURES
        """The pictures that are drawn, by their addresses in the text; the lead image by an empty one."""

    def set(self, column: int) -> None:
        """Typesets the start of the text for a column of so many cells; nothing if it is typeset for it already."""
        self.layout = self.layout_for(column)
        if not self.layout.parts:
            self.layout.extend()

    def layout_for(self, column: int) -> Layout:
        """Returns the layout for a column of so many cells; a new one has no lines yet."""
        is_same = column == self.layout.column and self.pictures is self.layout.drawn
        return self.layout if is_same else Layout(self.article.body, column, self.pictures, self._definitions)

    @property
    def links(self) -> list[str]:
        """The addresses of the text as far as it is set, then those of the files that came with it."""
        return all_links(self.article, self.layout.links)

    def page(
        self,
        mode: Mode,
        now: datetime,
        neighbours: Neighbours,
        *,
        mark: Mark = UNMARKED,
        selected: int | None = None,
        keys: Keys,
    ) -> Page:
        """The page; `selected` is the sentence of the summary under the cursor. keys: those that it names."""
        column = self.layout.column
        offer = self.summary if mode == "text" else None
        head = head_lines(self.article, column, now, mark=mark, summary=offer, keys=keys)
        if lead := [Line(line.spans) for line in picture_lines_of(self.pictures, LEAD, column) if mode != "summary"]:
            head += [*lead, Line()]
        if mode == "summary":
            body, starts = summary_lines(self.article, self.summary, column, selected, keys)
            return Page(head, body, PageEnd(neighbours, (), column, keys=keys), starts)
        end = PageEnd(neighbours, self.layout.links, column, self.article.enclosures, keys=keys)
        return Page(head, self.layout, end)

    @property
    def chosen(self) -> Summary:
        """A summary whose sentences are the article's own, whatever the publisher wrote."""
        return self.summary if self.summary.positions else self._own_summary()

    def resummarise(self, sentences: int) -> None:
        """Makes a summary of another length: of newstui's own choice, because a publisher's has only one length."""
        self.sentences_asked = sentences
        self.summary = self._own_summary()

    def _own_summary(self) -> Summary:
        if self.sentences_asked not in self._own:
            self._own[self.sentences_asked] = self._summarise(self.article, self.sentences_asked, own=True)
        return self._own[self.sentences_asked]

    def sentences(self) -> list[Match]:
        """Returns the place of each sentence of the summary in the text; an empty match for one that is not there."""
        if self._sentences is None or self._sentences[0]() is not self.layout or self._sentences[1] != self.chosen:
            end = portion_end(self.article.body, 0, LONGEST)
            while not self.layout.is_whole and self.layout.source_end < end:
                self.layout.extend()
            lines = self.layout[: self.layout.lines_until(end)]
            self._sentences = ref(self.layout), self.chosen, sentence_matches(lines, self.chosen.sentences)
        return self._sentences[2]


def beginning_page(beginning: Article, column: int, now: datetime, mark: Mark, keys: Keys) -> Page:
    """Returns the page of an article of which only the first part is there. The whole page begins with its lines."""
    layout = Layout(beginning.body, column)
    layout.extend()
    head = head_lines(beginning, column, now, mark=mark, keys=keys) + awaited_offer_lines(column, keys)
    return Page(head, layout, ())
