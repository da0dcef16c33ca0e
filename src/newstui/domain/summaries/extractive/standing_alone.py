"""Standing alone, without the article. One rule: what a sentence takes as known is in the summary or the title.

An article tells a thing once and then builds on it. A sentence that is full of what earlier sentences brought up,
while none of those is chosen, is read as one out of the middle: "Wilson, who was not indicted". No list of words is
needed to see that, so it holds in every language; `leaning` knows the forms that such lists can tell.
"""

from __future__ import annotations

from math import exp, log, log1p
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newstui.domain.summaries.extractive.leaning import Leaning
    from newstui.domain.summaries.extractive.term_index import TermIndex

_LEAST_NATS = 2.0
"""The rarity from which on a term says what is spoken of."""
_USUAL_LENGTH = log(22)
_COSTLIEST = 30.0
"""Log odds beyond which nothing is costlier: e to a larger power is no number."""


class Facts(NamedTuple):
    """Signs that a sentence of a summary does not stand alone; also the log odds that each of them adds."""

    usual: float
    """1: a sentence of usual length of which nothing else is true."""
    begins: float
    """1 for the first sentence of the article, which may only begin."""
    is_torn: float
    """1 where the sentence before it is absent."""
    leans: float
    """1 where it leans on what is absent, or asks without what follows."""
    taken: float
    """The share of its terms that it takes as known, while neither the title nor the summary has told them."""
    from_last: float
    """The number of these that the absent sentence before it has."""
    length: float
    """The log of its length, 0 for a usual one."""


AGAINST = Facts(usual=-3.1, begins=0.8, is_torn=1.4, leans=3.0, taken=2.5, from_last=0.5, length=-1.3)
"""Fitted to 868 judged summaries in English, French, Danish and Spanish (`python -m training.judged`). But for `leans`,
which was fitted as 2.35 where sentences that lean were rare already: at 3.0 they stay as rare.
"""


_Key = tuple[int, int, bool, bool]
"""(place, terms that are taken as known as bits, is it torn, does it lean): what the facts depend on."""


class _Sentence(NamedTuple):
    """A sentence that may be chosen. Terms are bits of a whole number."""

    terms: int
    """Those that say what is spoken of."""
    known: int
    """Those of them that an earlier sentence has."""
    needs: list[frozenset[int]]
    """The places that meet each need of it; what follows is that of a question."""


class StandingAlone:
    """The sentences of an article, and what each takes as known. Looks at each once."""

    def __init__(self, index: TermIndex, leaning: Leaning) -> None:
        self._index, self._leaning = index, leaning
        self._telling = [nats >= _LEAST_NATS for nats in index.rare]
        self._title = self._bits(index.title)
        self._sentences: dict[int, _Sentence] = {}
        self._costs: dict[_Key, float] = {}

    def cost(self, choice: Sequence[int]) -> float:
        """Returns minus the log of the chance that each sentence of a choice stands, with those before it at hand."""
        cost = 0.0
        for key in self._keys(choice):
            if key not in self._costs:
                self._costs[key] = log1p(exp(min(sum(map(mul, AGAINST, self._facts_of(*key))), _COSTLIEST)))
            cost += self._costs[key]
        return cost

    def facts(self, choice: Sequence[int]) -> list[Facts]:
        """Returns what is known of each sentence of a choice, in the order of the article."""
        return [self._facts_of(*key) for key in self._keys(choice)]

    def _keys(self, choice: Sequence[int]) -> list[_Key]:
        keys, told, last = [], self._title, -1
        for place in sorted(choice):
            terms, known, needs = self._sentences.get(place) or self._looked_at(place)
            leans = bool(needs) and any(need.isdisjoint(choice) for need in needs)
            keys.append((place, known & ~told, last < place - 1, leans))
            told |= terms
            last = place
        return keys

    def _facts_of(self, place: int, taken: int, is_torn: bool, leans: bool) -> Facts:
        share = taken.bit_count() / max(1, self._sentences[place].terms.bit_count())
        from_last = (taken & self._bits(self._index.own[place - 1])).bit_count() if is_torn else 0
        length = log(1 + self._index.lengths[place]) - _USUAL_LENGTH
        return Facts(1, place == 0, is_torn, leans, share, from_last, length)

    def _looked_at(self, place: int) -> _Sentence:
        terms = self._bits(self._index.own[place])
        needs = [frozenset(need) for need in self._leaning.needs(place)]
        if self._leaning.is_question(place):
            needs.append(frozenset({place + 1}))
        found = _Sentence(terms, terms & (1 << self._index.first[place][0]) - 1, needs)
        self._sentences[place] = found
        return found

    def _bits(self, terms: Iterable[int]) -> int:
        bits = 0
        for term in terms:
            if term and self._telling[term]:
                bits |= 1 << term
        return bits
