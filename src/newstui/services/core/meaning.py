"""The meaning of a query: its tree, with what the library, the subscriptions and the rules know in place of names."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from newstui.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.search.feeds import NamedFeed
    from newstui.domain.search.query import Node
    from newstui.services.core.catalogue_pool import CataloguePool

_OWN_WORDS = ("feed:", "folder:", "minutes:", "fits:", "is:hidden")
"""Without one of these a query needs the parser alone."""
_DAY = 86_400


class QueryMeaning:
    """Gives the trees of queries."""

    def __init__(
        self,
        pool: CataloguePool,
        named_feeds: Callable[[], Sequence[NamedFeed]],
        hidden_feeds: Callable[[], Sequence[str]],
        hiding: Callable[[], Sequence[str]],
    ) -> None:
        """named_feeds: the subscriptions, as a query may call them. hiding: the queries of rules that hide now."""
        self._pool, self._named_feeds, self._hidden_feeds, self._hiding = pool, named_feeds, hidden_feeds, hiding

    def of(self, query: str) -> Node:
        """Returns the meaning of a query now; of the empty one it is everything. Raises QueryError."""
        node, folded = self.as_typed(query), query.casefold()
        return self._with_what_is_known(node) if any(word in folded for word in _OWN_WORDS) else node

    def as_typed(self, query: str) -> Node:
        """Returns the tree of a query alone. Raises QueryError."""
        from newstui.domain.search.parser import parse  # the first paint asks for nothing

        return parse(query, datetime.now())

    def front_page(self) -> Node:
        """Returns everything but what rules hide; articles of hidden feeds are left out by the catalogue."""
        from newstui.domain.search.query import EVERYTHING, And, Not

        hidden = [Not(node) for node in self._hidden_nodes()]
        return (hidden[0] if len(hidden) == 1 else And(tuple(hidden))) if hidden else EVERYTHING

    def _hidden_nodes(self) -> list[Node]:
        """Returns the trees of rules that hide. One with words that only a later newstui knows hides nothing."""
        from newstui.domain.search.query import is_lasting

        nodes: list[Node] = []
        for query in self._hiding():
            with suppress(UsageError):
                node = self.as_typed(query)
                nodes += [self._with_what_is_known(node)] if is_lasting(node) else []
        return nodes

    def _with_what_is_known(self, node: Node) -> Node:
        from newstui.domain.search.feeds import with_feeds
        from newstui.domain.search.minutes import with_words
        from newstui.domain.search.query import Fits, Is, Or, Rows, replaced, terms

        def known(term: Node) -> Node:
            if term != Is("hidden"):
                return term
            hidden = self._hidden_nodes()
            return Or(tuple(hidden)) if len(hidden) > 1 else hidden[0] if hidden else Rows(())

        node = with_words(with_feeds(replaced(node, known), self._named_feeds()), self._pool.pace)
        return self._fitted(node) if any(isinstance(term, Fits) for term in terms(node)) else node

    def _fitted(self, node: Node) -> Node:
        """Returns the articles that fit into the minutes that a query names, chosen among those that match its rest."""
        from newstui.domain.reading.fitting import Waiting, fitting
        from newstui.domain.search.query import EVERYTHING, Rows, without_fits

        minutes, rest = without_fits(node)
        is_front = rest == EVERYTHING
        among = self.front_page() if is_front else rest
        hidden, pace = self._hidden_feeds() if is_front else (), self._pool.pace
        read_share, found = self._pool.ask(
            lambda catalogue: (catalogue.waiting.read_shares(), catalogue.waiting.articles(among, hidden))
        )
        now = datetime.now().timestamp()
        waiting = (
            Waiting(row, words, position, is_read, is_bookmarked, (now - published) / _DAY, story,
                    read_share.get(source, 0.0))
            for row, words, position, is_read, is_bookmarked, published, source, story in found
        )  # fmt: skip
        return Rows(tuple(fitting(waiting, minutes, pace)))
