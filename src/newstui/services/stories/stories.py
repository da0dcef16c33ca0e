"""Stories and copies as the rest of newstui asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.search.folding import Grouped, folded

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from newstui.domain.articles.article import Article
    from newstui.domain.search.folding import Folding
    from newstui.domain.search.listing import Listing
    from newstui.domain.stories.related import Match
    from newstui.sandbox.client import Sandbox
    from newstui.services.core.articles import Articles
    from newstui.services.core.catalogue_pool import CataloguePool
    from newstui.services.events import Progress
    from newstui.services.stories.news import NewSentence
    from newstui.store.catalogue.catalogue import Catalogue
    from newstui.store.catalogue.stories import Company as Company  # for the interfaces, which import no store
    from newstui.store.library.library import Library


_SHARED = {"read", "bookmarked", "discarded"}
"""Fields that all copies of a text share: who has read one has read them all."""


class Stories:
    """The articles of one library that belong together."""

    def __init__(self, library: Library, pool: CataloguePool, sandbox: Callable[[], Sandbox]) -> None:
        """`sandbox` gives the one that parses pages."""
        self._library, self._pool, self._sandbox = library, pool, sandbox

    def waiting(self) -> int:
        """Returns how many articles are still to be grouped."""
        return self._pool.ask(lambda catalogue: catalogue.stories.pending_count())

    def group(self, is_cancelled: Callable[[], bool] = lambda: False) -> Iterator[Progress]:
        """Groups the articles that wait for it, until cancelled. Raises StorageError."""
        if not self.waiting():
            return
        from newstui.services.stories.grouping import group  # it needs the parsers, and this question comes often

        for progress in group(self._library, self._pool.catalogue(), self._sandbox):
            yield progress
            if is_cancelled():
                return

    def groups(self) -> dict[int, Grouped]:
        """Returns row → where it belongs, of every article with company."""
        rows = self._pool.ask(lambda catalogue: catalogue.stories.all())
        return {row: Grouped(story, copy, words) for row, story, copy, words in rows}

    def folded(self, listing: Listing, query: str, *, folding: Folding, flat: Collection[str]) -> Listing:
        """Returns the listing of a query in which what belongs together is one line; `flat`: queries that are not."""
        if folding == "off" or query in flat:
            return listing
        return folded(listing, self.groups(), folding)

    def with_copies(self, field: str, articles: Sequence[str]) -> list[str]:
        """Returns the ids of the articles of which a mark is one, if it is a mark of these."""
        if field not in _SHARED:
            return list(articles)
        return [*articles, *self._pool.ask(lambda catalogue: _copies(catalogue, articles))]

    def rows_with_copies(self, field: str, rows: Sequence[int]) -> Sequence[int]:
        """Returns the rows of the articles of which a mark is one, if it is a mark of these."""
        copies = self._pool.ask(lambda catalogue: catalogue.stories.copies(rows)) if field in _SHARED else ()
        return [*rows, *copies] if copies else rows

    def related(self, article: Article, most: int) -> list[Match]:
        """Returns other articles on the same matter, the nearest first; `article` has its text."""
        from newstui.services.stories.related import related  # seldom asked for

        return self._pool.ask(lambda catalogue: related(catalogue, article, most))

    def news(self, articles: Articles, row: int) -> list[NewSentence] | None:
        """Returns the sentences of a story that are news to who read some of it; None where nothing was read.

        row: any of its articles.
        """
        from newstui.services.stories.news import news_of  # seldom asked for

        members = self._pool.ask(lambda catalogue: catalogue.stories.of(row))
        return news_of(articles, [member for member, _, _ in members] or [row])

    def company_of(self, articles: Sequence[str]) -> dict[str, Company]:
        """Returns article → who is with it, for those of these articles that have company."""
        return self._pool.ask(lambda catalogue: catalogue.stories.company(articles))


def _copies(catalogue: Catalogue, articles: Sequence[str]) -> list[str]:
    rows = [row for article in articles if (row := catalogue.lists.row_of(article)) is not None]
    return catalogue.lists.ids(catalogue.stories.copies(rows))
