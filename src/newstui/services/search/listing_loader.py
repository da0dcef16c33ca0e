"""The listing loader: answers what a list should show, in steps, so that a screen never waits for the last row.

One rule: nothing vanishes under the cursor. Rows that stopped matching stay until the reader leaves the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newstui.domain.search.listing import Listing
    from newstui.domain.search.sort import Sort
    from newstui.services.core.articles import Articles

FIRST_HITS = 60
"""Rows of a first answer; so many fill a screen."""
_MOST_GONE = 5_000
"""Rows that stay although they stopped matching; more than that is another list."""


class Question(NamedTuple):
    """The list that a reader asks for."""

    query: str
    sort: Sort
    is_unread_only: bool = False
    """True where read articles are left out, whatever the query asks for."""

    @property
    def name(self) -> str:
        """The name under which its answer is stored."""
        return f"{self.sort} {'unread ' * self.is_unread_only}{self.query}"


class Answer(NamedTuple):
    """Rows that answer a question."""

    number: int
    """The number of the question, counted from 1."""
    question: Question
    listing: Listing
    is_partial: bool = False
    """True for the first hits alone: the whole answer follows."""
    title: str = ""
    """The kind and name of a list that the reader named; empty for other lists."""


class ListingLoader:
    """Asks the catalogue. A newer question ends the answers to an older one."""

    def __init__(
        self,
        articles: Articles,
        own_title: Callable[[str], str],
        fold: Callable[[Listing, str], Listing] = lambda listing, query: listing,
        *,
        settle: Callable[[bool], object] = lambda is_for_many: None,
        first_hits: int = FIRST_HITS,
    ) -> None:
        """Takes the parts that answer.

        own_title: gives the title of a query that the reader named, else an empty text.
        fold: makes one line of what belongs together in the listing of a query.
        settle: waits until the catalogue knows what was marked before; of very many articles only where asked to.
        """
        self._articles, self._own_title, self._first_hits = articles, own_title, first_hits
        self._fold, self._settle = fold, settle
        self._newest = 0

    def stored(self, question: Question) -> Listing | None:
        """Returns the answer as it was stored last; it may be outdated."""
        return self._articles.stored_listing(question.name)

    def ask(self, question: Question, shown: Listing | None = None) -> Iterator[Answer]:
        """Gives the answers to a question; the work is done while they are iterated over, in any thread.

        shown: the rows on the screen, where they answer the same question.
        Raises QueryError.
        """
        self._newest += 1
        return self._answers(self._newest, question, shown)

    def forget(self) -> None:
        """Ends the answers that are on their way."""
        self._newest += 1

    def is_newest(self, answer: Answer) -> bool:
        """Returns False where another question was asked since."""
        return answer.number == self._newest

    def _answers(self, number: int, question: Question, shown: Listing | None) -> Iterator[Answer]:
        query, sort, _ = question
        if shown is not None and self._is_chosen(query):
            yield Answer(number, question, self._what_is_left(shown), title=self._own_title(query))
            return
        if shown is None:
            self._settle(self._is_about_marks(question))
        listing = None
        if shown is None and query and sort in ("newest", "oldest"):
            listing = self._listing(question, self._first_hits)
            if len(listing) == self._first_hits:
                yield Answer(number, question, self._fold(listing, query), is_partial=True)
                listing = None
        if listing is None and number == self._newest:
            listing = self._listing(question)
        if listing is None or number != self._newest:
            return
        if shown is not None:
            listing = self._with_rows_gone(question, shown, listing)
        listing = self._fold(listing, query)
        self._articles.store_listing(question.name, listing)
        yield Answer(number, question, listing, title=self._own_title(query))

    def _is_chosen(self, query: str) -> bool:
        """Returns True for a query whose articles were chosen together: when one is read, no other takes its place."""
        if "fits:" not in query.casefold():
            return False
        from newstui.domain.search.query import Fits, terms

        return any(isinstance(term, Fits) for term in terms(self._articles.parsed(query, as_typed=True)))

    def _what_is_left(self, shown: Listing) -> Listing:
        there = {headline.row for headline in self._articles.headlines(shown.all_rows)}
        return shown.without({row for row in shown.all_rows if row not in there})

    def _with_rows_gone(self, question: Question, shown: Listing, listing: Listing) -> Listing:
        """Returns the listing with the rows on the screen that matched before the reader marked them."""
        if not self._is_about_marks(question):
            return listing
        gone = set(shown.all_rows).difference(listing.rows)
        return self._listing(question, also=sorted(gone)) if 0 < len(gone) < _MOST_GONE else listing

    def _is_about_marks(self, question: Question) -> bool:
        """Returns True where an article leaves or enters the list when it is marked."""
        if question.is_unread_only or not question.query:
            return question.is_unread_only
        from newstui.domain.search.query import states  # not needed for the first paint

        return bool(states(self._articles.parsed(question.query, as_typed=True)))

    def _listing(self, question: Question, limit: int = -1, also: Sequence[int] = ()) -> Listing:
        query, sort, is_unread_only = question
        return self._articles.listing(query, sort, limit, also, is_unread_only=is_unread_only)
