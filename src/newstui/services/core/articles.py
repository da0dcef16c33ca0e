"""Articles: lists of them, what a list shows of each, and their text. Every question is answered at once."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError, StorageError, UsageError
from newstui.domain.search.listing import Listing, arrays_of, by_day, listing_of_arrays
from newstui.services.core.meaning import QueryMeaning
from newstui.services.core.naming import article_named
from newstui.services.core.overlay import headlines_with

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

    from newstui.domain.articles.article import Article
    from newstui.domain.articles.headline import Headline
    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.domain.search.feeds import NamedFeed
    from newstui.domain.search.query import Node
    from newstui.domain.search.sort import Sort
    from newstui.sandbox.client import Sandbox
    from newstui.services.core.catalogue_pool import CataloguePool
    from newstui.services.core.overlay import Overlay
    from newstui.services.core.query_counts import QueryCounts
    from newstui.services.core.tallies import Tallies
    from newstui.store.catalogue.catalogue import Catalogue
    from newstui.store.library.library import File, Library

_BATCH = 500
"""Rows that `next_unread` looks at together."""


class Articles:
    """The articles of one library. Rows are the catalogue's numbers of articles; they hold while newstui runs."""

    def __init__(
        self,
        library: Library,
        pool: CataloguePool,
        overlay: Overlay,
        named_feeds: Callable[[], Sequence[NamedFeed]],
        hidden_feeds: Callable[[], Sequence[str]] = tuple,
        sandbox: Callable[[], Sandbox] | None = None,
        hiding: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """Takes the parts that answer. sandbox: gives the one that parses pages. hiding: the queries of hiding rules.

        named_feeds: the subscriptions, as a query may call them. hidden_feeds: the addresses of hidden ones.
        """
        self._library, self._pool, self._overlay = library, pool, overlay
        self._named_feeds, self._hidden_feeds, self._sandbox = named_feeds, hidden_feeds, sandbox
        self._meaning = QueryMeaning(pool, named_feeds, hidden_feeds, hiding)

    # Lists

    def parsed(self, query: str, *, as_typed: bool = False) -> Node:
        """Returns the meaning of a query now; `as_typed`: with its own words alone. Raises QueryError."""
        return self._meaning.as_typed(query) if as_typed else self._meaning.of(query)

    def query_fault(self, query: str) -> str:
        """Returns what is wrong with a query, as one that a later version saved; empty where nothing is."""
        try:
            if query:  # the first paint parses nothing
                self.parsed(query, as_typed=True)
        except UsageError as error:
            return str(error)
        return ""

    def listing(
        self,
        query: str = "",
        sort: Sort = "newest",
        limit: int = -1,
        also: Sequence[int] = (),
        *,
        is_unread_only: bool = False,
    ) -> Listing:
        """Returns the rows that match a query, and the rows of `also`, in order. Raises QueryError.

        The empty query is the front page: it leaves out the articles of hidden feeds, and what rules hide.
        """
        node, hidden = self._meant(query)
        if is_unread_only:
            node = _unread_of(node)
        rows, published = self._pool.ask(lambda catalogue: catalogue.lists.rows(node, sort, limit, also, hidden))
        return _in_days(rows, published, sort)

    def _meant(self, query: str) -> tuple[Node, Sequence[str]]:
        """Returns the meaning of a query, and the feeds that are left out of it."""
        if query.strip():
            return self.parsed(query), ()
        return self._meaning.front_page(), self._hidden_feeds()

    def listing_of(self, node: Node, sort: Sort, limit: int = -1, *, is_outdated: Callable[[], bool]) -> Listing:
        """Returns the rows that match. Raises OutdatedError once `is_outdated` says so, in the middle of the work."""

        def rows(catalogue: Catalogue) -> tuple[array[int], array[int]]:
            with catalogue.connection.interruptible(is_outdated):
                return catalogue.lists.rows(node, sort, limit)

        return _in_days(*self._pool.ask(rows), sort)

    def rows_by_title(self, node: Node, most: int, among: int, is_outdated: Callable[[], bool]) -> array[int]:
        """Returns matches whose words are in their titles, `among` so many of the newest. Raises OutdatedError."""

        def rows(catalogue: Catalogue) -> array[int]:
            with catalogue.connection.interruptible(is_outdated):
                return catalogue.lists.rows_by_title(node, most, among)

        return self._pool.ask(rows)

    def stored_listing(self, name: str) -> Listing | None:
        """Returns a listing as it was stored: the first paint draws it while the list is asked for again."""
        stored = self._pool.is_there and self._pool.ask(lambda catalogue: catalogue.listing_cache.get(name))
        return listing_of_arrays(stored) if stored else None

    def store_listing(self, name: str, listing: Listing) -> None:
        """Stores a listing for the next start; it is only for speed, so a disk that refuses is ignored."""
        with suppress(StorageError):
            self._pool.ask(lambda catalogue: catalogue.listing_cache.put(name, *arrays_of(listing)))

    def headlines(self, rows: Sequence[int]) -> list[Headline]:
        """Returns the headlines of these rows, in their order; one that is gone is left out."""
        headlines, newer = self._overlay.around(lambda: self._pool.ask(lambda each: each.lists.headlines(rows)))
        return headlines if newer.is_empty else headlines_with(newer, headlines)

    def listed(self, rows: Sequence[int]) -> list[MarkedArticle]:
        """Returns all that a list can say of these rows."""
        return self._pool.ask(lambda catalogue: list(catalogue.lists.listed(rows)))

    def ids(self, rows: Sequence[int]) -> list[str]:
        """Returns the ids of these rows."""
        return self._pool.ask(lambda catalogue: catalogue.lists.ids(rows))

    def added_by(self, moment: int) -> set[int]:
        """Returns the rows of the articles that came until a moment, in seconds since 1970."""
        return self._pool.ask(lambda catalogue: catalogue.lists.added_by(moment))

    def row_of(self, article: str) -> int | None:
        """Returns the row of an article; None where the catalogue does not have it."""
        return self._pool.ask(lambda catalogue: catalogue.lists.row_of(article))

    def next_unread(
        self, rows: Sequence[int], start: int, under: Callable[[int], Sequence[int]] = lambda row: ()
    ) -> int | None:
        """Returns the index of the first of these rows from `start` on that is, or has under it, an unread one.

        under: gives the rows that are folded under one.
        """
        read = self._overlay.rows_set_to("read", True)
        for first in range(start, len(rows), _BATCH):
            line_of = {each: line for line in rows[first : first + _BATCH] for each in (line, *under(line))}
            batch = [row for row in line_of if row not in read]
            if self._overlay.is_empty:  # otherwise the catalogue alone does not know
                batch = self._pool.ask(lambda catalogue, rows=batch: catalogue.lists.unread_among(rows))  # type: ignore[misc]
            for headline in self.headlines(batch):
                if not headline.read:
                    return rows.index(line_of[headline.row], first)
        return None

    # One article

    def find(self, name: str) -> MarkedArticle:
        """Returns the article with this id, this start of an id, or this path. Raises NewstuiError."""
        return self._pool.ask(lambda catalogue: article_named(catalogue, name))

    def read(self, article: str) -> Article:
        """Returns an article as its file is now; a hostile page takes ten seconds. Raises NewstuiError, Cancelled."""
        from newstui.services.core.article_reader import read_article  # the first paint needs no parsers

        row, file = self._row_and_file(article)
        read = read_article(self._library, file, self._sandbox)
        return replace(read, id=article, tags=row.article.tags, pace=row.article.pace)

    def beginning(self, article: str) -> Article | None:
        """Returns an article with the first part of its text; None where only all of its file says what that is.

        Raises NewstuiError.
        """
        from newstui.services.core.article_reader import beginning_of

        row, file = self._row_and_file(article)
        start = beginning_of(self._library, file)
        return replace(row.article, body=start.body) if start and start.title == row.article.title else None

    def _row_and_file(self, article: str) -> tuple[MarkedArticle, File]:
        row = self._pool.ask(lambda catalogue: catalogue.lists.find(article))
        if row is None:
            raise NewstuiError(
                f"there is no article {article!r}", hint="`newstui list` shows the articles and their ids"
            )
        file = self._file(article, row.article.path)
        if file is None:
            raise StorageError(
                f"the file of this article is gone: {row.article.path}",
                hint="what you did with it is kept; put the file back anywhere in the library",
            )
        return row, file

    def file_of(self, article: str) -> File | None:
        """Returns the file that an article is read from: while it is the same, so is the article's text."""
        path = self._pool.ask(lambda catalogue: catalogue.lists.path_of(article))
        return None if path is None else self._file(article, path)

    def texts_before_and_now(self, article: str) -> tuple[str, str] | None:
        """Returns (the text before its publisher changed it, the text now), with titles; None where it never changed.

        Raises NewstuiError.
        """
        from newstui.formats.articles.write import read_written
        from newstui.store.library.write import last_revision

        raw = last_revision(self._library.root, article)
        if raw is None:
            return None
        before, now = read_written(raw), self.read(article)
        return f"{before.title}\n\n{before.body}", f"{now.title}\n\n{now.body}"

    # Counts and tables

    def all_are(self, field: str, rows: Sequence[int]) -> bool:
        """Returns True where a flag of a headline is set for each of these rows, up to this instant."""
        if len(rows) <= _BATCH:
            return all(getattr(headline, field) for headline in self.headlines(rows))
        others = frozenset(rows).difference(self._overlay.rows_set_to(field, True))
        if not others.isdisjoint(self._overlay.rows_set_to(field, False)):
            return False
        return self._pool.ask(lambda catalogue: catalogue.lists.all_are(field, others))

    def unread_among(self, rows: Sequence[int]) -> int:
        """Returns how many of these rows are unread, up to this instant; changes of very many count once on disk."""
        marked = self._overlay.rows_set_to("read", True)
        if marked:
            rows = [row for row in rows if row not in marked]
        read = self._overlay.newest("read")
        return self._pool.ask(lambda catalogue: catalogue.lists.unread_number(rows, read))

    @cached_property
    def counts(self) -> QueryCounts:
        """The numbers of queries."""
        from newstui.services.core.query_counts import QueryCounts  # the first paint counts nothing

        return QueryCounts(self._pool, self._overlay, self._meant, self._named_feeds)

    @cached_property
    def tallies(self) -> Tallies:
        """The feeds, sources, languages and tags that articles have, with their numbers."""
        from newstui.services.core.tallies import Tallies

        return Tallies(self._pool, self._overlay, self._hidden_feeds)

    def unread_count(self) -> int:
        """Returns how many articles are unread."""
        return self._pool.ask(lambda catalogue: catalogue.lists.unread_count())

    def count(self) -> int:
        """Returns how many articles there are."""
        return self._pool.ask(lambda catalogue: catalogue.lists.count())

    def at_page(self, url: str, title: str, most: int) -> list[str]:
        """Returns the ids of articles at the page of an address: those with this title first, then the latest."""
        return self._pool.ask(lambda catalogue: catalogue.addresses.at(url, title, most))

    def without_text(self) -> list[str]:
        """Returns the ids of the articles whose pages are still to be fetched."""
        return self._pool.ask(lambda catalogue: catalogue.lists.ids_without_text())

    def _file(self, article: str, path: str) -> File | None:
        """Returns an article's file, or a copy of it that is still there."""
        file = self._library.status(path)
        copies = self._pool.ask(lambda catalogue: catalogue.files.of_article(article)) if file is None else []
        return file or next(filter(None, (self._library.status(copy.path) for copy in copies)), None)


def _unread_of(node: Node) -> Node:
    from newstui.domain.search.query import EVERYTHING, And, Is  # the first paint asks for nothing

    return Is("unread") if node == EVERYTHING else And((node, Is("unread")))


def _in_days(rows: array[int], published: array[int], sort: Sort) -> Listing:
    return by_day(rows, published) if sort in ("newest", "oldest") else Listing(rows)
