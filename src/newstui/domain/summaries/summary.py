"""A summary of an article, and what makes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from newstui.domain.articles.article import Article


OWN_SOURCES = ("publisher", "newstui", "lead", "text")
"""The values of `Summary.source` when no language model wrote it."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences that stand for an article."""

    sentences: tuple[str, ...]
    positions: tuple[int, ...] = ()
    """Each sentence's number in the article, from 0; empty where the words are not its own."""
    source: str = "newstui"
    """The author: `publisher`, `newstui`, `lead` (the first sentences), `text` (it is short), or a model."""
    minutes_saved: int = 0


class Summariser(Protocol):
    """Chooses the sentences that stand for an article."""

    def __call__(self, article: Article, sentences: int, /) -> Summary:
        """A summary of about that many sentences, in the article's order. Never fails: at least it is the lead."""
        ...
