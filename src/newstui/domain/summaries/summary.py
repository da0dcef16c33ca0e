"""A summary of an article, and what makes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from newstui.domain.text.clean import WORDS_PER_MINUTE, count_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newstui.domain.articles.article import Article


LONGEST = 65_536
"""The cost of the part of an article that is summed up, its beginning: some 9,000 words, as `portion_end` weighs."""
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
    shape: Literal["sentences", "key points"] = "sentences"
    """`key points` where they are the items of a list, and not told one after the other."""

    @property
    def size(self) -> str:
        """The number of its sentences or key points, in words."""
        number = len(self.sentences)
        one = "sentence" if self.shape == "sentences" else "key point"
        return f"{number} {one}{'s' * (number != 1)}"


def minutes_saved(article: Article, sentences: Iterable[str]) -> int:
    """Returns the whole minutes that reading these sentences instead of the article saves."""
    return max(0, (article.words - sum(map(count_words, sentences))) // WORDS_PER_MINUTE)


class Summariser(Protocol):
    """Chooses the sentences that stand for an article."""

    def __call__(self, article: Article, sentences: int, /) -> Summary:
        """A summary of about that many sentences, in the article's order. Never fails: at least it is the lead."""
        ...
