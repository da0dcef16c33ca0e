"""How well a summary stands alone. One rule: what a sentence takes as known is to be in it or the title.

An article tells a thing once and then builds on it. A sentence that is full of what earlier sentences brought up,
while none of those is chosen, is read as one out of the middle: "Wilson, who was not indicted". No list of words is
needed to see that, so it holds in every language; `leaning` knows the forms that such lists can tell.
"""

from __future__ import annotations

from math import exp, log, log1p
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newstui.domain.summaries.extractive.leaning import Leaning
    from newstui.domain.summaries.extractive.term_index import TermIndex

_LEAST_NATS = 2.0
"""The rarity from which on a term says what is spoken of."""
_USUAL, _FIRST, _TORN, _LEANS = -3.1, 0.8, 1.4, 3.0
_TAKEN, _FROM_LAST, _LENGTH = 2.5, 0.5, -1.3
"""Log odds that a sentence does not stand alone: of one of usual length; more for the first, which may only begin; for
one whose predecessor is absent; for one that leans on what is absent, or only asks; for the share of its terms that it
takes as known; for each of these that the absent predecessor has; for the log of its length. Fitted to 868 judged
summaries (docs/summaries.md).
"""
_USUAL_LENGTH = log(22)


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
        self._costs: dict[tuple[int, int, bool, bool], float] = {}

    def cost(self, choice: Sequence[int]) -> float:
        """Returns minus the log of the chance that each sentence of a choice stands, with those before it at hand."""
        told, cost, last = self._title, 0.0, -1
        for place in sorted(choice):
            terms, known, needs = self._sentences.get(place) or self._looked_at(place)
            leans = bool(needs) and any(need.isdisjoint(choice) for need in needs)
            key = place, known & ~told, last < place - 1, leans
            if key not in self._costs:
                self._costs[key] = log1p(exp(self._log_odds(*key)))
            cost += self._costs[key]
            told |= terms
            last = place
        return cost

    def _log_odds(self, place: int, taken: int, is_torn: bool, leans: bool) -> float:
        """Returns the log odds that a sentence does not stand. taken: terms that it takes as known and are not."""
        share = taken.bit_count() / max(1, self._sentences[place].terms.bit_count())
        from_last = (taken & self._bits(self._index.own[place - 1])).bit_count() if is_torn else 0
        length = log(1 + self._index.lengths[place]) - _USUAL_LENGTH
        odds = _USUAL + _FIRST * (place == 0) + _TORN * is_torn + _LEANS * leans
        return odds + _TAKEN * share + _FROM_LAST * from_last + _LENGTH * length

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
