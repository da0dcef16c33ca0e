"""The controller of the list: asks for rows, shows each answer in the headline pane, and says which row is selected."""

from __future__ import annotations

from asyncio import sleep
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from newstui.domain.search.folding import index_of, unfolded_as, without_articles
from newstui.domain.search.listing import Listing
from newstui.domain.search.sections import title_of
from newstui.ui.keys.in_turn import keys_wait_for
from newstui.ui.screens.browse.browser import LOOKING
from newstui.ui.screens.browse.first_hits import are_enough
from newstui.ui.screens.browse.place import OF_A_LIST

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from textual.events import Key

    from newstui.domain.marks.change import Change, Stamp
    from newstui.domain.search.sort import Sort
    from newstui.domain.session import SessionState
    from newstui.services.search.listing_loader import Answer, ListingLoader, Question
    from newstui.ui.screens.browse.article_controller import ArticleController
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.marking import Marking
    from newstui.ui.screens.browse.picking import Picking
    from newstui.ui.screens.browse.place import Place

_FIRST_ARTICLE_SECONDS = 0.03
_MOST_BEFORE = 10
"""Listings in memory, each of a megabyte at most."""


class ListController:
    """Drives the headline pane."""

    def __init__(
        self,
        browser: Browser,
        loader: ListingLoader,
        article: ArticleController,
        marking: Marking,
        picking: Picking,
    ) -> None:
        self._browser, self._loader = browser, loader
        self._article, self._marking, self._picking = article, marking, picking
        self._first_hit: str | None = None
        """The article that was selected when the first hits were shown, until the whole answer is there."""
        self._restored: str | None = None
        """The article that the next answer selects, because an undo brought it back."""
        self._then: Callable[[], None] | None = None
        """Called once the next answer is shown, which has its first unread article selected."""
        self._is_due = False
        """True from a question of the reader until its whole answer is shown."""
        self._has_shown = False
        """True once an article was shown."""
        self._before: dict[Stamp, Listing] = {}
        """The change that discarded rows of this list → the listing before it, so that undo shows it at once."""
        self._search: Question | None = None
        """The search that the list was last shown for."""
        self._question_before: Question = browser.state.question
        """The list before the search."""

    # Questions

    def start(self, session: SessionState) -> None:
        """Shows the list as it was left, as it was stored; the upkeep behind the screen soon asks again."""
        question, articles = self._browser.state.question, self._browser.desk.articles
        listing = self._loader.stored(question)
        is_empty = not len(listing) if listing is not None else bool(articles.query_fault(question.query))
        if is_empty and (question.query or question.is_unread_only):  # it would start with an empty screen
            self._set_question(question._replace(query="", is_unread_only=False))
            listing = self._loader.stored(self._browser.state.question)
        if listing is None:
            self._browser.headlines.show(Listing(), 0, 0, LOOKING)
            self._ask(session.article, session.above)
        else:
            self._browser.change(number=listing.number)
            self._place(listing, session.article, session.above)

    def go_to(self, query: str, title: str = "") -> None:
        """Shows another list. `title` stands above it. Raises QueryError where the query makes no sense."""
        self._begin(query, title)
        self._browser.screen.set_focus(self._browser.headlines)
        self._ask(self._article_under_cursor, 0)

    def go_on_to(self, query: str, title: str, then: Callable[[], None]) -> None:
        """Shows another list with its first unread article selected, and calls `then`; the keys stay where they are."""
        self._begin(query, title)
        self._ask(None, 0, then)

    def _begin(self, query: str, title: str) -> None:
        self._browser.desk.articles.parsed(query, as_typed=True)
        self._article.keep_position()
        self._restored = None
        self._before.clear()
        self._picking.clear()
        before = self._question_before if self.is_search else self._browser.state.question
        self._set_question(before._replace(query=query), title)

    @property
    def is_search(self) -> bool:
        """True while the list is that of a search."""
        return self._search is not None and self._search.query == self._browser.state.question.query

    def show_search(self, question: Question, title: str, listing: Listing, index: int, *, is_whole: bool) -> None:
        """Shows what a search found, with the cursor on one of the hits. The rest is asked for unless it is whole."""
        if not self.is_search:
            self._question_before = self._browser.state.question
        if question != self._browser.state.question:
            self._picking.clear()
            self._browser.change(unread=None)
        self._search = question
        self._before.clear()
        self._browser.change(question=question, section=title, listed=question, number=listing.number)
        self._browser.headlines.show(listing, index, 0)
        self._picking.keep_listed()
        if is_whole:
            self._marking.count()
        else:
            self._is_due = True
            self._ask(None, None)

    def return_to(self, place: Place, *, ends_search: bool) -> None:
        """Shows a list as it was."""
        self._search = None if ends_search else self._search
        self._before.clear()
        self._browser.reader.search.end()
        self._browser.change(**{name: getattr(place.state, name) for name in OF_A_LIST})
        self._browser.headlines.show(
            place.listing, place.selected, place.above, self._browser.empty_text(place.listing)
        )
        self._picking.restore(place.state.picked)

    def sort(self, sort: Sort) -> None:
        """Shows the same list in another order."""
        self._change(self._browser.state.question._replace(sort=sort))

    def show_unread_only(self, only: bool) -> None:
        """Shows the same list without the articles that are read, or with them."""
        self._change(self._browser.state.question._replace(is_unread_only=only))
        self._article.save_soon()

    def _change(self, question: Question) -> None:
        """Shows the same list in another way. The selected article stays, where it is in the list."""
        self._browser.change(question=question)
        self._before.clear()
        self._ask(self._article_under_cursor, 0)

    def ask_again(self) -> None:
        """Asks again for the same list; rows in view stay where they are."""
        self._ask(self._article_under_cursor, None, self._then)

    # Rows that the reader discards, and gets back

    def drop(self, rows: Collection[int], change: Change) -> None:
        """Takes the rows of a change out of the list at once; the catalogue's answer follows when it is on disk."""
        headlines, shown = self._browser.headlines, self._browser.headlines.listing
        if self._shows_discarded:
            return
        self._before[change.stamp] = shown
        if len(self._before) > _MOST_BEFORE:
            del self._before[next(iter(self._before))]
        self._exchange(without_articles(shown, rows), sum(row not in rows for row in shown.rows[: headlines.selected]))

    def bring_back(self, change: Change) -> None:
        """Shows the list as it was before the change that this one takes back, with its first article selected."""
        before = self._before.pop(change.of, None) if change.of else None
        if before is None or not set(before.rows).issuperset(self._browser.headlines.listing.rows):
            return  # the answer that comes when the change is on disk has them
        row = self._browser.desk.articles.row_of(change.articles[0])
        with suppress(ValueError):
            self._exchange(before, before.rows.index(row) if row is not None else 0)

    def ask_after(self, changes: Sequence[Change]) -> None:
        """Asks again after changes that discarded articles or brought them back: the last one back is selected."""
        self._restored = next((each.articles[0] for each in reversed(changes) if not each.to[0]), self._restored)
        self.ask_again()

    @property
    def _shows_discarded(self) -> bool:
        from newstui.domain.search.query import states

        query = self._browser.state.question.query
        return "discarded" in states(self._browser.desk.articles.parsed(query, as_typed=True))

    def _exchange(self, listing: Listing, index: int) -> None:
        """Shows other rows of the same list; an answer on its way would bring back the former ones."""
        if self._browser.state.listed == self._browser.state.question:
            self._loader.forget()
        self._browser.change(number=listing.number)
        self._browser.headlines.show(listing, index, None, self._browser.empty_text(listing))
        self._picking.keep_listed()
        self._article.settle()

    def _set_question(self, question: Question, title: str = "") -> None:
        self._browser.reader.search.end()
        self._browser.change(question=question, section=title or title_of(question.query))

    def _ask(self, selected: str | None, above: int | None, then: Callable[[], None] | None = None) -> None:
        self._then = then
        state = self._browser.state
        shown = self._browser.headlines.listing if above is None and state.listed == state.question else None
        answers = self._loader.ask(state.question, shown)
        work, screen = partial(self._load, answers, selected, above), self._browser.screen
        worker = screen.run_worker(work, thread=True, exclusive=True, group="listing", exit_on_error=False)
        self._is_due = self._is_due or state.listed != state.question or above is not None
        if self._is_due:
            answered, enough = lambda: not self._is_due, self._are_first_hits_enough
            keys_wait_for(self._browser.app, worker, is_answered=answered, is_enough=enough)

    def _are_first_hits_enough(self, key: Key) -> bool:
        """Returns True for a key that finds what it needs in the rows that are shown."""
        state = self._browser.state
        return state.listed == state.question and self._then is None and are_enough(self._browser, key.key)

    def _load(self, answers: Iterator[Answer], selected: str | None, above: int | None) -> None:
        for answer in answers:
            self._browser.app.call_from_thread(self._show, answer, selected, above)

    # Answers

    def _show(self, answer: Answer, selected: str | None, above: int | None) -> None:
        """Shows an answer, unless another question was asked meanwhile."""
        if not self._loader.is_newest(answer):
            return
        if answer.question == self._browser.state.listed:  # what was unfolded since it was asked for stays so too
            answer = answer._replace(listing=unfolded_as(answer.listing, self._browser.headlines.listing))
        self._browser.change(listed=answer.question)
        self._is_due = self._is_due and answer.is_partial
        if self._then is not None:
            self._go_on(answer, self._then)
            return
        if answer.is_partial:
            self._place(answer.listing, selected, above)
            self._first_hit = self._article_under_cursor
            return
        current, self._first_hit = self._first_hit, None
        if current is not None and current != self._article_under_cursor:
            selected, above = self._article_under_cursor, None  # the reader went on from the first hits
        elif above is None:  # where the list only grew, the selected article is the one of now
            selected = self._article_under_cursor or selected
        selected, self._restored = self._restored or selected, None
        self._browser.change(number=answer.listing.number, section=answer.title or self._browser.state.section)
        self._place(answer.listing, selected, above)
        self._picking.keep_listed()
        self._marking.count()

    def _go_on(self, answer: Answer, then: Callable[[], None]) -> None:
        """Shows the first unread article of another list; where first hits are all read, the rest is waited for."""
        listing, articles = answer.listing, self._browser.desk.articles
        unread = articles.next_unread(listing.rows, 0, listing.rows_under)
        if unread is None and answer.is_partial:
            return
        self._browser.change(section=answer.title or self._browser.state.section)
        self._then = None
        self._first_hit = "" if answer.is_partial else None  # the rest leaves the cursor where it is
        self._browser.change(number=listing.number)
        self._browser.headlines.show(listing, unread or 0, 0, self._browser.empty_text(listing))
        then()
        self._marking.count()

    @property
    def _article_under_cursor(self) -> str | None:
        headline = self._browser.headlines.current
        return headline.id if headline is not None else None

    def _place(self, listing: Listing, selected: str | None, above: int | None) -> None:
        """Shows a listing with an article selected; where it is not in the list, what stands in its place."""
        headlines = self._browser.headlines
        row = self._browser.desk.articles.row_of(selected) if selected else None
        index = index_of(listing, row) if row is not None else None
        if index is None:  # it is not in this list
            index = headlines.selected if above is None else 0
        headlines.show(listing, index, above, self._browser.empty_text(listing))
        self._follow_cursor()

    def _follow_cursor(self) -> None:
        """Shows the article under the cursor, once the list is on the terminal. Any key shows it first."""
        browser = self._browser
        if browser.headlines.current is None:
            self._article.settle()
        elif not self._has_shown:
            browser.screen.run_worker(self._show_first(), exclusive=True, group="first")
        elif browser.headline is not None:
            browser.refresh_around_article()
        else:
            browser.screen.call_after_refresh(self._article.settle)

    async def _show_first(self) -> None:
        """Shows the first article once the headlines are on the terminal: what it needs is imported only then."""
        await sleep(_FIRST_ARTICLE_SECONDS)
        self._has_shown = True
        self._marking.count()
        if self._browser.state.article is None:  # no key was faster
            self._article.show(opened=self._browser.state.is_reading)
