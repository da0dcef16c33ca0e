"""An article as numbers: its terms and what they weigh. One rule: a term is its place in the order of first mention.

A sentence's new terms are therefore a range of numbers, and facts about terms are lists: `index.at[i](index.weight)`
are the weights of a sentence's terms, taken without a loop. Number 0 is no term and weighs nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt
from operator import itemgetter, mul
from typing import TYPE_CHECKING, Any

from newstui.domain.summaries.extractive.terms import is_wide, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.summaries.extractive.terms import Rarity


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence that may be chosen."""

    text: str
    number: int
    """Among all sentences of the article, from 0."""
    opens: bool = False
    """True for the first sentence of a paragraph."""


@dataclass(frozen=True, slots=True)
class TermIndex:
    """The terms of an article, sentence by sentence."""

    units: Sequence[Unit]
    term_lists: list[list[int]]
    """The terms of each sentence in order, with those that recur in it."""
    own: list[list[int]]
    """The same once each, behind two zeros."""
    at: Sequence[Callable[[Sequence[Any]], tuple[Any, ...]]]
    """A function for each sentence that takes the values of its `own` terms out of a list over all terms."""
    sizes: list[int]
    """The number of terms of each sentence, at least 1."""
    vectors: list[list[float]]
    """The rarity of the `own` terms of each sentence, scaled so that the squares sum to 1."""
    first: list[tuple[int, int]]
    """The range of terms that no sentence before has."""
    lengths: list[float]
    """Words of each sentence; two characters are one where a script sets no spaces."""
    title: list[int]
    """The terms of the title in order; those that no sentence has are numbered too."""
    rare: list[float]
    """The rarity of each term in news, in nats."""
    count: list[int]
    """The number of sentences with each term."""
    weight: list[float]
    """The rarity of each term, higher if it recurs."""


def index_terms(units: Sequence[Unit], title: str, rarity: Rarity) -> TermIndex:
    """Returns the terms of an article, numbered and weighed."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    number = numbers.__getitem__
    number("")
    term_lists: list[list[int]] = []
    first: list[tuple[int, int]] = []
    for unit in units:
        before = len(numbers)
        term_lists.append(list(map(number, terms(unit.text))))
        first.append((before, len(numbers)))
    in_title = list(map(number, terms(title)))
    own = [[0, 0, *dict.fromkeys(each)] for each in term_lists]
    count = [0] * len(numbers)
    for term, times in Counter(chain.from_iterable(own)).items():
        count[term] = times
    count[0] = 0
    rare = [0.0, *rarity.of(list(numbers)[1:])]
    scale = [0.0, *(1 + log(times) for times in range(1, max(count, default=0) + 1))]
    weight = list(map(mul, map(scale.__getitem__, count), rare))
    at = [itemgetter(*each) for each in own]
    vectors = [_vector(rare_of(rare)) for rare_of in at]
    lengths = [len(each) / (2 if is_wide(unit.text) else 1) for unit, each in zip(units, term_lists, strict=True)]
    sizes = [max(1, len(each) - 2) for each in own]
    return TermIndex(units, term_lists, own, at, sizes, vectors, first, lengths, in_title, rare, count, weight)


def _vector(rare: Sequence[float]) -> list[float]:
    norm = sqrt(sum(map(mul, rare, rare))) or 1.0
    return [rareness / norm for rareness in rare]
