"""The window: recent articles in memory, by their terms, so that those about the event of a new one are found at once.

Rarity is that of the window, over that of the language where the window has few articles: in a library of ten, any
word is rare.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import exp, log, sqrt
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from newstui.domain.stories.features import Features

_PRIOR = 50
"""The number of articles that the table of a language counts for."""
_ASKED = 24
"""Terms of an article by which others are looked for."""
_TOO_COMMON, _MOST_LOOKED_AT = 400, 1_500
"""Articles with one term, and with all that are asked for, the rarest first: the common ones tell little."""
_TINY, _ONCE, _RAREST = 1e-9, 0.05, 3
_STEADY = 6
"""The table counts so much more where nats are added up: a few copies in a small library make no word common."""
_CAPITAL_NOUNS = 0.36
"""The share of capitals among terms: of 390 German reports 99 % have more, of 3,100 in five other languages 2 %."""
_PRIOR_SHARES = tuple(_PRIOR * exp(-eighths / 8) for eighths in range(256))


class Item(NamedTuple):
    """An article in the window."""

    row: int
    at: int
    """The time when it was published, seconds since 1970."""
    features: Features


class Likeness(NamedTuple):
    """The likeness of what two articles are about. Cosines are from 0 to 1."""

    cosine: float
    names: float | None
    """The cosine of their names; None where one of them has none."""
    words: float
    """The cosine of what is no name."""
    rarest: float
    """The rarity of the rarest terms that they share, against that of the rarest that each has."""
    elsewhere: float
    """The same of names, where both have some, by how many other articles have them."""
    hours: float
    """The time between them."""
    told: float
    """The rarity of all terms that they share, in nats together, by how many other articles have them."""
    number: int
    """The number of terms that they share."""
    shorter: int
    """The number of terms of the one that has fewer."""
    within: float
    """The weight of the terms that they share, of all of the one of which these are more."""
    has_capital_nouns: bool = False
    """True where both write so many words with capitals that these tell no names, as German does."""


class _Rarity(NamedTuple):
    """The rarity of what one article is about, in this window."""

    of_terms: dict[int, int]
    """Each of its terms → its rarity in the language, in eighths of a nat."""
    rarest: float
    rarest_elsewhere: float
    """The rarity of its rarest terms, by how many other articles have them; then that of its rarest names."""
    rarest_names_elsewhere: float


class Window:
    """Articles by their terms."""

    def __init__(self) -> None:
        self.items: dict[int, Item] = {}
        self._rows_of: defaultdict[int, list[int]] = defaultdict(list)
        self._counts: Counter[int] = Counter()
        self._total = 0
        self._vectors: dict[int, dict[int, float]] = {}
        self._rarities: dict[int, _Rarity] = {}
        self._nats: dict[int, float] = {}
        """Number of articles with a term and its rarity in the language, in one number → its rarity here."""

    def __len__(self) -> int:
        return len(self.items)

    def count(self, terms: Iterable[int]) -> None:
        """Counts the terms of an article, which make those that it has less rare."""
        self._counts.update(terms)
        self._total += 1
        self._rarities.clear()
        self._nats.clear()

    def add(self, item: Item) -> None:
        """Adds an article, whose terms are counted already."""
        self.items[item.row] = item
        for term in item.features.terms:
            self._rows_of[term].append(item.row)

    def remove(self, row: int) -> None:
        """Removes an article."""
        item = self.items.pop(row, None)
        self._vectors.pop(row, None)
        self._rarities.pop(row, None)
        if item is None:
            return
        for term in item.features.terms:
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
        asked = sorted(vector.items(), key=itemgetter(1), reverse=True)[:_ASKED]
        having = sorted(((self._rows_of.get(term, []), term, weight) for term, weight in asked), key=_number)
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
        rarity, rarity_of_other = self._rarity(one), self._rarity(other)
        names = one.features.names | other.features.names
        shared = mine.keys() & theirs.keys()
        cosine = sum([mine[term] * theirs[term] for term in shared])
        of_names = sum([mine[term] * theirs[term] for term in shared & names])
        mine_named, theirs_named = (
            sum([vector[term] ** 2 for term in vector.keys() & names]) for vector in (mine, theirs)
        )
        has_names = bool(one.features.names and other.features.names)
        left = (1 - mine_named) * (1 - theirs_named)
        return Likeness(
            cosine,
            of_names / sqrt(mine_named * theirs_named) if has_names and mine_named and theirs_named else None,
            (cosine - of_names) / sqrt(left) if left > _TINY else 0.0,
            self._rarest(shared) / max(1.0, min(rarity.rarest, rarity_of_other.rarest)),
            self._elsewhere(one, other, shared),
            abs(one.at - other.at) / 3600,
            self._told(rarity.of_terms, shared),
            len(shared),
            min(len(mine), len(theirs)),
            max(sum([mine[term] ** 2 for term in shared]), sum([theirs[term] ** 2 for term in shared])),
            all(len(features.names) >= _CAPITAL_NOUNS * len(features.terms) for features in (one[2], other[2])),
        )

    def _rarity(self, item: Item) -> _Rarity:
        """Returns the rarity of what an article is about, as it is until the next one is counted."""
        known = self._rarities.get(item.row)
        if known is not None:
            return known
        terms, names = item.features.terms, item.features.names
        of_terms = dict(zip(terms, item.features.rarity, strict=True))
        found = _Rarity(of_terms, self._rarest(terms), self._apart(terms, of_terms, 1), self._apart(names, of_terms, 1))
        if item.row in self.items:
            self._rarities[item.row] = found
        return found

    def _rarest(self, terms: Collection[int]) -> float:
        total, get = self._total + _PRIOR, self._counts.get
        counts = sorted([get(term, 0) for term in terms])[:_RAREST]
        return sum(log(total / (count + _ONCE)) for count in counts)

    def _told(self, rarity: Mapping[int, int], terms: Collection[int]) -> float:
        total, get = self._total + _STEADY * _PRIOR, self._counts.get
        return sum([log(total / (max(0, get(term, 0) - 2) + _STEADY * _PRIOR_SHARES[rarity[term]])) for term in terms])

    def _elsewhere(self, one: Item, other: Item, shared: Collection[int]) -> float:
        mine, theirs = one.features.names, other.features.names
        rarity, rarity_of_other = self._rarity(one), self._rarity(other)
        if min(len(mine), len(theirs)) < _RAREST:
            least = min(rarity.rarest_elsewhere, rarity_of_other.rarest_elsewhere)
        else:
            shared = [term for term in shared if term in mine or term in theirs]
            least = min(rarity.rarest_names_elsewhere, rarity_of_other.rarest_names_elsewhere)
        return min(1.0, self._apart(shared, rarity.of_terms, 2) / max(1.0, least))

    def _apart(self, terms: Collection[int], rarity: Mapping[int, int], having: int) -> float:
        """Returns the rarity of the rarest terms, without the `having` articles in question that have them."""
        total, get = self._total + _PRIOR, self._counts.get
        shares = sorted([max(0, get(term, 0) - having) + _PRIOR_SHARES[rarity[term]] for term in terms])
        return sum(log(total / share) for share in shares[:_RAREST])


def _number(having: tuple[Sequence[int], int, float]) -> int:
    return len(having[0])
