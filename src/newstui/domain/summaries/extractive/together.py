"""Choosing the sentences that serve best together. One rule: a choice is worth what it says as a whole.

The score of a sentence does not know what the others say. So every choice from the best few is weighed: the mean of its
scores, the share of the article's main terms and of its title that it covers, and what it leaves hanging. The best of
one, two and three sentences are sought at once, each within the next.
"""

from __future__ import annotations

from itertools import combinations
from math import inf, log
from operator import itemgetter
from typing import TYPE_CHECKING

from newstui.domain.summaries.extractive.standing_alone import StandingAlone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newstui.domain.summaries.extractive.leaning import Leaning
    from newstui.domain.summaries.extractive.term_index import TermIndex

POOL = 9
"""The number of sentences that choices are made from: the best ones."""
_AT_ONCE = 3
"""The longest summary whose sentences are chosen at once; to a longer one sentences are added one by one."""
_MAIN_TERMS = 15
"""Terms of an article that are its subject: those of most weight."""
_MAIN, _TITLE = 0.8, 1.0
"""The worth, in log odds, of covering all of the main terms, and all of the title."""
_STANDS = 0.6
"""The worth of standing alone: what counts is minus the log of the chance that every sentence of a choice does."""
EVENT_FIRST = 1.0
"""The bonus of the first sentences where the article tells its event first: no detail is worth one of them."""
_COST = 0.3
"""The cost of a longer sentence for each further sentence of the summary, up to two: a single one must say all, one of
three need not.
"""
_BRIEF = 12
"""Words of a sentence that is brief: there is no gain in fewer, which mostly say little."""


def length_cost(words: float) -> float:
    """Returns the cost of a sentence of so many words in a summary of two."""
    return _COST * log(1 + max(words, _BRIEF))


def best_together(
    ranked: Sequence[tuple[int, float]], index: TermIndex, leaning: Leaning, count: int, lead: float = inf
) -> list[int]:
    """Returns at most so many of the ranked places. A longer choice holds each shorter one.

    `ranked`: (place, score as one of two sentences), the best first. `lead`: from how many sentences on the first ones
    of the article stay together.
    """
    worth = _Worth(ranked, index, leaning)
    chosen = _nested([place for place, _ in ranked[:POOL]], worth)
    while len(chosen) < min(count, len(ranked)):
        size = len(chosen) + 1
        in_lead = size if size >= lead else 0
        others = [place for place, _ in ranked[: POOL + size] if place not in chosen]
        values = {
            place: worth((*chosen, place)) + (EVENT_FIRST / size if place < in_lead else 0.0)
            for place in sorted(others)
        }
        chosen.append(max(values, key=values.__getitem__))
    return chosen[:count]


def _nested(pool: Sequence[int], worth: _Worth) -> list[int]:
    """Returns the places in an order of which the first one, two and three are worth most together."""
    best: dict[tuple[int, ...], tuple[float, list[int]]]
    best = {(place,): (worth((place,)), [place]) for place in sorted(pool)}
    for size in range(2, min(_AT_ONCE, len(pool)) + 1):
        longer: dict[tuple[int, ...], tuple[float, list[int]]] = {}
        for choice in combinations(sorted(pool), size):
            held, order = max([best[part] for part in combinations(choice, size - 1)], key=itemgetter(0))
            last = next(place for place in choice if place not in order)
            longer[choice] = (held + worth(choice), [*order, last])
        best = longer
    return max(best.values(), key=itemgetter(0), default=(0.0, []))[1]


class _Worth:
    """Tells the worth of a choice: the mean of its scores, and what it covers, less what it leaves hanging."""

    def __init__(self, ranked: Sequence[tuple[int, float]], index: TermIndex, leaning: Leaning) -> None:
        self._said, self._alone = Coverage(index), StandingAlone(index, leaning)
        longer = {place: length_cost(index.lengths[place]) for place, _ in ranked}
        self._scores = [{place: score - more * longer[place] for place, score in ranked} for more in (-1, 0, 1)]

    def __call__(self, choice: Sequence[int]) -> float:
        scores = self._scores[min(len(choice), _AT_ONCE) - 1]
        main, title = self._said.shares(choice)
        mean = sum([scores[place] for place in choice]) / len(choice)
        return mean + _MAIN * main + _TITLE * title - _STANDS * self._alone.cost(choice)


class Coverage:
    """The share of an article's main terms, and of its title, that sentences cover together."""

    def __init__(self, index: TermIndex) -> None:
        weight, rare = index.weight, index.rare
        main = sorted(range(len(weight)), key=weight.__getitem__, reverse=True)[:_MAIN_TERMS]
        self._own = index.own
        self._main = _Terms(main, [weight[term] for term in main])
        title = [term for term in dict.fromkeys(index.title) if term]
        self._title = _Terms(title, [rare[term] for term in title])
        self._bits: dict[int, tuple[int, int]] = {}

    def shares(self, choice: Iterable[int]) -> tuple[float, float]:
        """Returns (share of the main terms, share of the title), each from 0 to 1, that those sentences have."""
        main = title = 0
        for place in choice:
            if place not in self._bits:
                terms = self._own[place]
                self._bits[place] = self._main.bits_of(terms), self._title.bits_of(terms)
            in_main, in_title = self._bits[place]
            main |= in_main
            title |= in_title
        return self._main.share_of(main), self._title.share_of(title)


class _Terms:
    """Terms as bits of a whole number."""

    def __init__(self, terms: Sequence[int], weights: Sequence[float]) -> None:
        self._bits = {term: 1 << place for place, term in enumerate(terms)}
        whole = sum(weights) or 1.0
        self._weights = [weight / whole for weight in weights]
        self._shares: dict[int, float] = {}

    def bits_of(self, terms: Iterable[int]) -> int:
        """Returns the bits of those of the terms that are known here."""
        bits = 0
        for term in terms:
            bits |= self._bits.get(term, 0)
        return bits

    def share_of(self, bits: int) -> float:
        """Returns the weight of those terms, from 0 to 1."""
        if bits not in self._shares:
            self._shares[bits] = sum([weight for place, weight in enumerate(self._weights) if bits >> place & 1])
        return self._shares[bits]
