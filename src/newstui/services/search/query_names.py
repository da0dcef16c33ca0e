"""The names that a query may ask for: sources, tags, feeds, folders, books. They complete it while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.search.sections import STANDARD, Section, field_query, search_sections
from newstui.domain.text.fold import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newstui.domain.search.feeds import NamedFeed
    from newstui.services.core.articles import Articles
    from newstui.services.search.saved import SavedSearches

_MOST = 8
_SHORTEST = 2
"""Letters from which a section is offered."""


class QueryNames:
    """Finds names by a part of them."""

    def __init__(self, articles: Articles, feeds: Callable[[], Sequence[NamedFeed]], searches: SavedSearches) -> None:
        """`feeds` gives the subscriptions, as a query may call them."""
        self._articles, self._feeds, self._searches = articles, feeds, searches

    def of(self, field: str, part: str) -> Sequence[str]:
        """Returns the names of a field that hold a text, those that start with it first."""
        match field:
            case "source" | "book":
                return self._articles.tallies.names_with(field, part, _MOST)
            case "tag":
                return _holding(part, self._articles.tallies.tags_with(part))
            case "feed":
                return _holding(part, [feed.title for feed in self._feeds()])
            case "folder":
                return _holding(part, [feed.folder for feed in self._feeds() if feed.folder])
            case _:
                return ()

    def sections(self, words: str) -> list[Section]:
        """Returns the sections that are called so: a reader who types a word may mean its source or tag."""
        words = " ".join(words.split())
        if len(words) < _SHORTEST or any(mark in words for mark in ':"()*'):
            return []
        return list(self._sections(words))

    def _sections(self, words: str) -> Iterator[Section]:
        named = (*STANDARD, *search_sections(self._searches.all()))
        yield from [section for section in named if folded(words) in folded(section.title or section.label)][:_MOST]
        for field in ("source", "tag"):
            for name in self.of(field, words)[:3]:
                yield Section(field_query(field, name), f"{field} {name}")


def _holding(part: str, names: Sequence[str]) -> list[str]:
    """Returns the names that hold a text, each once, those that start with it first."""
    wanted = folded(part)
    holding = {name for name in names if wanted in folded(name)}
    return sorted(holding, key=lambda name: (not folded(name).startswith(wanted), folded(name)))[:_MOST]
