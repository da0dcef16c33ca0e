"""The state of a search: kept while an article of it is read, so that the pane comes back as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newstui.domain.articles.headline import Headline
    from newstui.domain.search.sort import Sort
    from newstui.services.search.search import Answer


class SearchState(NamedTuple):
    """A search as the pane shows it."""

    typed: str = ""
    sort: Sort = "rank"
    answer: Answer | None = None
    """The newest answer; None before the first one."""
    selected: int = 0
    top: int = 0
    """The first line of the results in view."""


class Outcome(NamedTuple):
    """The reader's choice in the pane: an article, or another list."""

    state: SearchState
    headline: Headline | None = None
    """The hit that is to be opened."""
    section: str | None = None
    """The query of the section that is to be shown."""
