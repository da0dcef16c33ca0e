"""The numbers of queries: counted once, and from then on they follow each mark.

One rule: a mark costs a look at its articles, however many match. What comes otherwise, as new files, another
window's marks or a change of very many, has everything be counted again.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.errors import NewstuiError

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newstui.domain.search.feeds import NamedFeed
    from newstui.domain.search.query import Node
    from newstui.services.core.catalogue_pool import CataloguePool
    from newstui.services.core.overlay import Moment, Overlay
    from newstui.store.catalogue.catalogue import Catalogue

    Pair = tuple[int, int]
    """Articles that match, and how many of them are unread."""
    Question = tuple[Node, tuple[str, ...]]
    """A query, and the feeds whose articles do not match."""


_CHANGES_BY_ITSELF = re.compile("^ *$|after:|before:|on:|minutes:|fits:|is:hidden", re.IGNORECASE)
"""A part of queries whose meaning has to be asked for each time."""


class _Counted(NamedTuple):
    """Numbers that are all of one moment."""

    edition: tuple[int, int]
    number: int
    """The number of the last change that is in them."""
    numbers: Mapping[Question, Pair]
    texts: Mapping[Question, Mapping[str, array[int]]]
    """The rows with the words of each query."""


class QueryCounts:
    """Knows how many articles match a query. Any thread may ask."""

    def __init__(
        self,
        pool: CataloguePool,
        overlay: Overlay,
        meant: Callable[[str], tuple[Node, Sequence[str]]],
        named_feeds: Callable[[], Sequence[NamedFeed]],
    ) -> None:
        """`meant` gives the meaning of a query, and the feeds that are left out of it."""
        self._pool, self._overlay, self._meant, self._named_feeds = pool, overlay, meant, named_feeds
        self._counted = _Counted((0, -1), 0, {}, {})
        self._questions: dict[str, Question] = {}
        """The meaning of queries as long as the feeds are the same."""
        self._feeds: Sequence[NamedFeed] = ()

    def of(self, query: str, is_outdated: Callable[[], bool] = lambda: False) -> Pair:
        """Returns how many articles match a query, and how many of them are unread; a change of very many counts late.

        Raises QueryError, and OutdatedError as soon as nobody waits for the answer.
        """
        question = self._question(query)
        counted = self._up_to_now()
        known = counted.numbers.get(question)
        return self._count(question, counted, is_outdated) if known is None else known

    def known(self, queries: Iterable[str]) -> dict[str, Pair]:
        """Returns the numbers of those queries that were counted before, as they are now. Others are forgotten."""
        feeds = self._named_feeds()
        known, questions = self._questions if feeds is self._feeds else {}, {}
        for query in queries:
            with suppress(NewstuiError):  # a query that an older newstui saved
                questions[query] = known.get(query) or self._question(query)
        self._feeds = feeds
        self._questions = {query: each for query, each in questions.items() if not _CHANGES_BY_ITSELF.search(query)}
        self._counted = _of(self._counted, questions.values())
        numbers = self._up_to_now().numbers
        return {query: numbers[question] for query, question in questions.items() if question in numbers}

    def _question(self, query: str) -> Question:
        node, hidden_feeds = self._meant(query)
        return node, tuple(hidden_feeds)

    def _count(self, question: Question, counted: _Counted, is_outdated: Callable[[], bool]) -> Pair:
        moment = self._overlay.moment(counted.number)

        def ask(catalogue: Catalogue) -> tuple[int, Pair, Mapping[str, array[int]]]:
            with catalogue.connection.interruptible(is_outdated):
                texts = catalogue.numbers.texts(question)
                return *catalogue.numbers.of(question, moment.later), texts

        generation = self._pool.generation
        edition, numbers, texts = self._pool.ask(ask)
        if moment.number == counted.number and (generation, edition) == counted.edition and self._is_now(moment):
            self._counted = counted._replace(
                numbers={**counted.numbers, question: numbers}, texts={**counted.texts, question: texts}
            )
        return numbers

    def _up_to_now(self) -> _Counted:
        """Returns everything that is counted as it is now: what cannot follow is left out."""
        counted = self._counted
        moment, generation = self._overlay.moment(counted.number), self._pool.generation
        questions, before = list(counted.numbers), moment.before
        if before and questions and moment.is_whole:
            texts = {match: bits for matches in counted.texts.values() for match, bits in matches.items()}
            edition, came = self._pool.ask(
                lambda catalogue: catalogue.numbers.differences(questions, texts, before, moment.later)
            )
        else:
            edition = self._pool.ask(lambda catalogue: catalogue.connection.edition())
            came = [(0, 0)] * len(questions)
        numbers: dict[Question, Pair] = {}
        if before is not None and moment.is_whole and (generation, edition) == counted.edition:
            for (question, was), (total, unread) in zip(counted.numbers.items(), came, strict=True):
                numbers[question] = (was[0] + total, was[1] + unread)
        now = _of(_Counted((generation, edition), moment.number, numbers, counted.texts), numbers)
        if self._is_now(moment):
            self._counted = now
        return now

    def _is_now(self, moment: Moment) -> bool:
        """Returns True where nothing was changed since, so that what was counted meanwhile is of that moment."""
        return moment.is_whole and self._overlay.moment(moment.number).number == moment.number


def _of(counted: _Counted, questions: Iterable[Question]) -> _Counted:
    """Returns what was counted of these queries."""
    numbers = {question: counted.numbers[question] for question in questions if question in counted.numbers}
    return counted._replace(numbers=numbers, texts={question: counted.texts[question] for question in numbers})
