"""The window: recent articles in memory, by their terms, so that those about the event of a new one are found at once.

Rarity is that of the window, over that of the language where the window has few articles: in a library of ten, any
word is rare.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import exp, log, sqrt
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.stories.days import days_apart, have_other_days

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

    from newstui.domain.stories.features import Features

_PRIOR = 50
"""The number of articles that the table of a language counts for."""
_ASKED, _RARELY_ASKED = 24, 32
"""Terms of an article by which others are looked for, and with those that few recent articles have."""
_TOO_COMMON, _MOST_LOOKED_AT = 400, 1_500
"""Articles with one term, and with all that are asked for, the rarest first: the common ones tell little."""
_STEADY = 6
"""The table counts so much more where nats are added up: a few copies in a small library make no word common."""
_MOST_OF_EVENT = 8
"""The recent articles with a term that may all be of one event: they make it no less telling."""
_RARE = 6.5
"""Nats from which on a term is one that next to no other article has."""
_TELLING = 4.0
"""Nats from which on a term that both begin with counts."""
_UNSEEN = 5
"""A term that no other article has is taken to be so many times rarer than the table of its language says."""
_ENOUGH = 300
"""Articles that know what is rare."""
_OF_ONE = 0.05
"""Articles that are taken to have a term which none has: a small library cannot know what is rare."""
_PRIOR_SHARES = tuple(_PRIOR * exp(-eighths / 8) for eighths in range(256))


class Item(NamedTuple):
    """An article in the window."""

    row: int
    at: int
    """The time when it was published, seconds since 1970."""
    features: Features


class Likeness(NamedTuple):
    """The likeness of what two articles are about. Shares and cosines are from 0 to 1."""

    cosine: float
    names: float | None
    """The cosine of their names; None where one of them has none."""
    lead: float
    """The weight of what either begins with that the other tells too, of all that it begins with."""
    figures: float
    """The share of words with digits that both begin with, of those of the one with fewer."""
    has_other_days: bool
    """True where both name days, and no one day."""
    days_apart: int
    """The days between those that they name first; 0 where one of them names none."""
    hours: float
    """The time between them."""
    told: float
    """The rarity of all terms that they share, in nats together, by how many other articles have them."""
    number: int
    """The number of terms that they share."""
    shorter: int
    """The number of terms of the one that has fewer."""


class Signs(NamedTuple):
    """The rarity of what two articles share, in nats; 0 where they share nothing of the kind."""

    rarest: float
    second: float
    """The two rarest terms that they share, however many recent articles have them."""
    stressed: float
    """The second of those on which both dwell: its nats, more where both say it more than once."""
    lead: float
    """The nats beyond `_TELLING` of each term that both begin with, together."""
    title: float
    """The second rarest term of either title that the other tells too."""
    lacking: float
    """The names that one begins with and the other lacks, together, of that with less of them."""
    unknown: float
    """The nats by which few articles know less of what is rare than `_ENOUGH` do."""


class Window:
    """Articles by their terms."""

    def __init__(self) -> None:
        self.items: dict[int, Item] = {}
        self._rows_of: defaultdict[int, list[int]] = defaultdict(list)
        self._counts: Counter[int] = Counter()
        self._total = 0
        self._vectors: dict[int, dict[int, float]] = {}
        self._expected: set[int] = set()
        self._around: Counter[int] = Counter()
        """Number of articles of the days around that have a term, those that are still to come among them."""
        self._nats_here: dict[int, dict[int, float]] = {}
        self._facts: dict[int, dict[int, int]] = {}
        """Row → each of its terms → its weight there and its rarity in the language, in one number."""
        self._rare: dict[int, frozenset[int]] = {}
        self._nats: dict[int, float] = {}
        """Number of articles with a term and its rarity in the language, in one number → its rarity here."""

    def __len__(self) -> int:
        return len(self.items)

    def count(self, terms: Iterable[int]) -> None:
        """Counts the terms of an article, which make those that it has less rare."""
        self._counts.update(terms)
        self._total += 1
        self._nats.clear()

    def expect(self, item: Item) -> None:
        """Counts an article among those of the days around: later reports of an event make its terms no less rare."""
        if item.row not in self._expected:
            self._expected.add(item.row)
            self._around.update(item.features.terms)

    def add(self, item: Item) -> None:
        """Adds an article, whose terms are counted already."""
        self.expect(item)
        self.items[item.row] = item
        for term in item.features.terms:
            self._rows_of[term].append(item.row)

    def remove(self, row: int) -> None:
        """Removes an article."""
        item = self.items.pop(row, None)
        self._vectors.pop(row, None)
        self._facts.pop(row, None)
        self._rare.pop(row, None)
        self._nats_here.pop(row, None)
        if item is None:
            return
        self._expected.discard(row)
        for term in item.features.terms:
            self._around[term] -= 1
            if not self._around[term]:
                del self._around[term]
            rows = self._rows_of[term]
            rows.remove(row)
            if not rows:
                del self._rows_of[term]

    def vector(self, item: Item) -> dict[int, float]:
        """Returns term → weight, of length 1."""
        known = self._vectors.get(item.row)
        if known is not None:
            return known
        features, counts, total = item.features, self._counts, self._total + _PRIOR
        weights: dict[int, float] = {}
        nats = self._nats
        for term, weight, rarity in zip(features.terms, features.weights, features.rarity, strict=True):
            number = counts.get(term, 0)
            key = number << 8 | rarity
            if key not in nats:
                nats[key] = max(0.0, log(total / (number + _PRIOR_SHARES[rarity])))
            weights[term] = weight * nats[key]
        length = sqrt(sum([weight * weight for weight in weights.values()])) or 1.0
        vector = {term: weight / length for term, weight in weights.items()}
        if item.row in self.items:
            self._vectors[item.row] = vector
        return vector

    def near(self, item: Item, least: float) -> Iterator[tuple[int, float]]:
        """Gives (row, cosine of the terms that tell most) of articles that may be about the same."""
        vector = self.vector(item)
        asked = sorted(vector.items(), key=itemgetter(1), reverse=True)[:_RARELY_ASKED]
        having = [(self._rows_of.get(term, []), term, weight) for term, weight in asked]
        having[_ASKED:] = [each for each in having[_ASKED:] if len(each[0]) <= _MOST_OF_EVENT]
        having.sort(key=lambda each: len(each[0]))
        sums: dict[int, float] = {}
        vectors, left = self._vectors, _MOST_LOOKED_AT
        for rows, term, weight in having:
            left -= len(rows)
            if left < 0 or len(rows) > _TOO_COMMON:
                break
            for row in rows:
                other = vectors.get(row) or self.vector(self.items[row])
                sums[row] = sums.get(row, 0.0) + weight * other[term]
        sums.pop(item.row, None)
        return ((row, cosine) for row, cosine in sums.items() if cosine >= least)

    def likeness(self, one: Item, other: Item) -> Likeness:
        """Returns how much two articles are about the same."""
        mine, theirs = self.vector(one), self.vector(other)
        own, others = one.features, other.features
        shared = mine.keys() & theirs.keys()
        return Likeness(
            sum([mine[term] * theirs[term] for term in shared]),
            _of_names(mine, theirs, own.names | others.names) if own.names and others.names else None,
            (_told_of(own.lead, mine, shared) + _told_of(others.lead, theirs, shared)) / 2,
            len(own.figures & others.figures) / max(1, min(len(own.figures), len(others.figures))),
            have_other_days(own.days, others.days),
            days_apart(own.days, others.days),
            abs(one.at - other.at) / 3600,
            self._told(one, shared),
            len(shared),
            min(len(mine), len(theirs)),
        )

    def share_rare(self, one: Item, other: Item) -> bool:
        """Returns False where two articles share no two terms of `_RARE` nats, which is told faster than by `signs`."""
        return len(self._rare_of(one) & self._rare_of(other)) > 1

    def _rare_of(self, item: Item) -> frozenset[int]:
        """Returns the terms that may be rare, if all articles that have them lately are of one event."""
        rare = self._rare.get(item.row)
        if rare is None:
            total, get = self._total + _PRIOR, self._counts.get
            most = exp(-_RARE)
            rare = frozenset(
                [
                    term
                    for term, rarity in zip(item.features.terms, item.features.rarity, strict=True)
                    if max(0, get(term, 0) - _MOST_OF_EVENT) / total + _PRIOR_SHARES[rarity] / _PRIOR / _UNSEEN <= most
                ]
            )
            if item.row in self.items:
                self._rare[item.row] = rare
        return rare

    def signs(self, one: Item, other: Item) -> Signs:
        """Returns what two articles share that others do not tell."""
        mine, theirs, own, others = self._facts_of(one), self._facts_of(other), one.features, other.features
        nats, their_nats = self._nats_of(one), self._nats_of(other)
        shared, names = mine.keys() & theirs.keys(), own.names | others.names
        found = sorted([nats[term] for term in shared])
        stressed = sorted([nats[term] * sqrt((mine[term] >> 8) * (theirs[term] >> 8)) / 8 for term in shared])
        titles = sorted([nats[term] for term in (own.headline | others.headline) & shared])
        leads = [nats[term] - _TELLING for term in own.lead & others.lead if nats[term] > _TELLING]
        return Signs(
            _from_end(found, 1),
            _from_end(found, 2),
            _from_end(stressed, 2),
            sum(leads),
            _from_end(titles, 2),
            min(_lacking(own.lead & names, nats, theirs), _lacking(others.lead & names, their_nats, mine)),
            max(0.0, log(_ENOUGH / max(1, self._total))),
        )

    def _nats_of(self, item: Item) -> dict[int, float]:
        """Returns how rare each term of an article is beside those of the days around that may be of its event."""
        nats = self._nats_here.get(item.row)
        if nats is None:
            total, counts, around = self._total + _PRIOR, self._counts, self._around
            least, features = _OF_ONE / total, item.features
            nats = {}
            for term, rarity in zip(features.terms, features.rarity, strict=True):
                recent = max(2, min(around.get(term, 0), _MOST_OF_EVENT))
                seen = max(0, counts.get(term, 0) - recent) / total + _PRIOR_SHARES[rarity] / _PRIOR / _UNSEEN
                nats[term] = -log(max(seen, least))
            if item.row in self.items:
                self._nats_here[item.row] = nats
        return nats

    def _told(self, item: Item, terms: Collection[int]) -> float:
        facts, total, get = self._facts_of(item), self._total + _STEADY * _PRIOR, self._counts.get
        return sum(
            [log(total / (max(0, get(term, 0) - 2) + _STEADY * _PRIOR_SHARES[facts[term] & 255])) for term in terms]
        )

    def _facts_of(self, item: Item) -> dict[int, int]:
        facts = self._facts.get(item.row)
        if facts is None:
            terms, weights, rarity = item.features[:3]
            facts = {term: weight << 8 | rare for term, weight, rare in zip(terms, weights, rarity, strict=True)}
            if item.row in self.items:
                self._facts[item.row] = facts
        return facts


def _of_names(mine: Mapping[int, float], theirs: Mapping[int, float], names: Collection[int]) -> float | None:
    own, others = ([name for name in names if name in vector] for vector in (mine, theirs))
    length = sqrt(sum([mine[name] ** 2 for name in own]) * sum([theirs[name] ** 2 for name in others]))
    return sum([mine[name] * theirs[name] for name in own if name in theirs]) / length if length else None


def _told_of(lead: Collection[int], vector: Mapping[int, float], shared: Collection[int]) -> float:
    every = sum([vector[term] ** 2 for term in lead])
    return sum([vector[term] ** 2 for term in lead if term in shared]) / every if every else 0.0


def _from_end(nats: Sequence[float], place: int) -> float:
    return nats[-place] if len(nats) >= place else 0.0


def _lacking(names: Iterable[int], nats: Mapping[int, float], others: Container[int]) -> float:
    return sum([nats[name] for name in names if name not in others])
