"""Search as you type: answers each letter at once with the hits that are found fastest, and then with all of them.

One rule: a newer question ends the work for an older one, in the middle of it.
"""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.search.highlight import has_words_denied, pattern_of
from newstui.domain.search.listing import Listing
from newstui.domain.search.query import EVERYTHING, Node, states
from newstui.domain.search.typed import read_typed, shortest_start
from newstui.services.core.short_turns import short_turns
from newstui.store.catalogue.connection import OutdatedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.search.parser import QueryError
    from newstui.services.core.articles import Articles
    from newstui.services.search.listing_loader import Question

FIRST_HITS = 60
"""Rows of a first answer; so many fill a screen."""
_ENOUGH = 20
"""Hits of a first answer after which no other first answer is looked for."""
_MOST_OF_ONE_LETTER = 200
_NEWEST_LOOKED_AT = 4_000
"""Articles whose titles are looked at for a first answer: some milliseconds."""
_PAUSE_SECONDS = 0.15
"""Without a newer question for so long, all hits are looked for."""


class Answer(NamedTuple):
    """The hits of a question so far."""

    number: int
    """The number of the question, counted from 1."""
    question: Question
    node: Node
    """The meaning of the query; EVERYTHING where it asks for nothing yet."""
    error: QueryError | None
    """The mistake in the query; the hits are those of the rest."""
    listing: Listing
    is_whole: bool = True
    """False for first hits."""


class Search:
    """Finds articles. Each question may be asked from another thread."""

    def __init__(self, articles: Articles, *, first_hits: int = FIRST_HITS, pause: float = _PAUSE_SECONDS) -> None:
        self._articles, self._first_hits, self._pause = articles, first_hits, pause
        self._number = 0
        self._outdated = Event()

    def ask(self, question: Question) -> Iterator[Answer]:
        """Gives the answers to a question; the work is done while they are iterated over. Ends older questions."""
        self.stop()
        self._number += 1
        self._outdated = Event()
        return self._answers(self._number, question, self._outdated)

    def stop(self) -> None:
        """Ends the work for the last question."""
        self._outdated.set()

    def is_newest(self, answer: Answer) -> bool:
        """Returns False where another question was asked since."""
        return answer.number == self._number

    def _answers(self, number: int, question: Question, outdated: Event) -> Iterator[Answer]:
        node, error = read_typed(question.query, self._articles.parsed)
        answer = Answer(number, question, node, error, Listing())
        if node == EVERYTHING:
            yield answer
            return
        try:
            for listing, is_whole in self._listings(node, question, outdated):
                if outdated.is_set():
                    return
                yield answer._replace(listing=listing, is_whole=is_whole)
        except OutdatedError:
            return

    def _listings(self, node: Node, question: Question, outdated: Event) -> Iterator[tuple[Listing, bool]]:
        """Gives (hits, True where they are all), the ones that are found fastest first."""
        is_one_letter = shortest_start(node) == 1
        number = 0
        if _may_be_in_titles(node):
            most = _MOST_OF_ONE_LETTER if is_one_letter else self._first_hits
            rows = self._articles.rows_by_title(node, most, _NEWEST_LOOKED_AT, outdated.is_set)
            number = len(rows)
            if rows:
                yield Listing(rows), False
            if is_one_letter and rows:  # almost every article has a word with that letter: more of it says nothing
                return
        if number < _ENOUGH:
            listing = self._articles.listing_of(node, "newest", self._first_hits, is_outdated=outdated.is_set)
            if len(listing) < self._first_hits and question.sort == "newest":
                yield listing, True
                return
            if len(listing) > number:
                yield listing, False
            number = len(listing)
        if number >= self._first_hits and outdated.wait(self._pause):
            return
        with short_turns():  # letters are typed meanwhile
            listing = self._articles.listing_of(node, question.sort, is_outdated=outdated.is_set)
        yield listing, True


def _may_be_in_titles(node: Node) -> bool:
    """Returns True where the titles alone may show that an article matches."""
    return (
        pattern_of(node, has_title=True) is not None and not has_words_denied(node) and not states(node) & {"discarded"}
    )
