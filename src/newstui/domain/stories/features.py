"""The features of an article by which copies and stories are found: numbers only, so that they can be stored.

One rule: what is the same in two processes is the same number, so nothing here uses Python's own hash.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from newstui.domain.summaries.extractive.terms import STEM, terms, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST_WORDS, _MOST_CHARACTERS = 500, 5_000
"""The part of a text that is looked at: enough to know it by, and a book costs no more than a report."""
_TERM_WORDS = 450
"""A report begins with what it is about."""
_MOST_TERMS = 64
_SHINGLE = 4
"""Words that overlap in a shingle."""
_SKETCH = 64
_ANCHORS = 6
"""Least shingles by which copies are looked up, and as many of those with a name or a number."""
_MASK = 0xFFFFFFFF
_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)
_PRIME = (1 << 61) - 1
_COMMON, _UNKNOWN, _NUMBER = 1.5, 7.0, 5.0
"""Rarity in nats of words that tell nothing, of one that the table of its language lacks, and of a number."""
_WEIGHTS = tuple(round(8 * (1 + log(max(1, count)))) for count in range(41))
"""Number of times that a term stands there → its weight in the text, in eighths."""
_TITLE_WEIGHT, _TITLE_TERMS = 2, 20
_SIGNS = ".,;:!?…\"'’”»)]}"
"""Signs after a word."""
_MARKUP = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)|https?://\S+|<[^>\n]{1,200}>|[*_`#>|]")

_MOST_KNOWN = 200_000
_PARTS = 6
_HEAD = 4 * (_PARTS + 1)


class _Numbers(dict[str, int]):
    """Word → its number, the same in every process."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_KNOWN:
            self.clear()
        number = self[word] = crc32(word.encode("utf-8", "surrogatepass"))
        return number


_NUMBERS = _Numbers()


class Features(NamedTuple):
    """The numbers of one article."""

    terms: tuple[int, ...]
    """Its subject: numbers of stems, those with the greatest weight first."""
    weights: bytes
    """The weight of each term, in eighths."""
    rarity: bytes
    """The rarity of each term in its language, in eighths of a nat."""
    names: frozenset[int]
    """Those of the terms that are names."""
    facts: frozenset[int]
    """Its names and numbers as they are written."""
    size: int
    """The number of its shingles."""
    sketch: tuple[int, ...]
    """Its least shingles, rising."""
    anchors: frozenset[int]
    """Shingles by which copies are looked up."""
    headline: frozenset[int]
    """Stems of its title."""

    def packed(self) -> bytes:
        """Returns it as `unpacked` takes it."""
        sets = (self.names, self.facts, self.anchors, self.headline)
        parts = (self.terms, self.sketch, *map(sorted, sets))
        numbers = array("I", (number for part in parts for number in part))
        head = array("I", (*map(len, parts), self.size))
        return head.tobytes() + numbers.tobytes() + self.weights + self.rarity


def unpacked(data: bytes) -> Features:
    """Returns the features that `packed` wrote. Raises ValueError."""
    *lengths, size = array("I", data[:_HEAD])
    end = _HEAD + 4 * sum(lengths)
    numbers, rest = array("I", data[_HEAD:end]), data[end:]
    parts, start = [], 0
    for length in lengths:
        parts.append(numbers[start : start + length].tolist())
        start += length
    if len(parts) != _PARTS or len(rest) != 2 * lengths[0]:
        raise ValueError("features are cut off")
    found, sketch, names, facts, anchors, headline = parts
    return Features(
        tuple(found), rest[: len(found)], rest[len(found) :], frozenset(names), frozenset(facts), size,
        tuple(sketch), frozenset(anchors), frozenset(headline),
    )  # fmt: skip


def features_of(title: str, body: str, rarity: Mapping[str, float]) -> Features:
    """Returns the features of an article. body: Markdown. rarity: stem → nats, of its language."""
    text = _MARKUP.sub(r"\1", body[:_MOST_CHARACTERS])
    number = _NUMBERS.__getitem__
    told = words(text)[:_MOST_WORDS]
    spoken = list(map(number, told))
    inside = _names(text)
    facts = {number(word) for word in inside}.union(number(word) for word in set(told) if not word.isalpha())
    shingles = _shingles(spoken)
    distinct = sorted(set(shingles))
    found, weights, rare = _terms(title, told[:_TERM_WORDS], rarity)
    names = {number(word[:STEM]) for word in inside}
    headline = frozenset(number(stem) for stem in terms(title)[:_TITLE_TERMS] if rarity.get(stem, _UNKNOWN) > _COMMON)
    anchors = frozenset((*distinct[:_ANCHORS], *sorted(_with_facts(shingles, spoken, facts))[:_ANCHORS]))
    return Features(
        found, weights, rare, frozenset(names.intersection(found)), frozenset(facts.intersection(spoken)),
        len(distinct), tuple(distinct[:_SKETCH]), anchors, headline,
    )  # fmt: skip


def _shingles(numbers: Sequence[int]) -> list[int]:
    a, b, c, d = _FACTORS
    shifted = zip(numbers, numbers[1:], numbers[2:], numbers[3:], strict=False)
    return [((w * a + x * b + y * c + z * d) % _PRIME) & _MASK for w, x, y, z in shifted]


def _with_facts(shingles: Sequence[int], spoken: Sequence[int], facts: set[int]) -> set[int]:
    """Returns the shingles that hold a name or a number: they differ where two texts follow one template."""
    told: set[int] = set()
    for at, word in enumerate(spoken):
        if word in facts:
            told.update(shingles[max(0, at - _SHINGLE + 1) : at + 1])
    return told


def _names(text: str) -> set[str]:
    """Returns the words, in lower case, that begin with a capital and no sentence."""
    parts = text.split()
    return {
        name
        for before, word in pairwise(parts)
        if word[0].isupper() and (before[-1].isalnum() or before[-1] in ",;") and (name := word.strip(_SIGNS).lower())
    }


def _terms(title: str, told: Sequence[str], rarity: Mapping[str, float]) -> tuple[tuple[int, ...], bytes, bytes]:
    """Returns (terms, their weights, their rarity), the most telling first."""
    counts = Counter([word[:STEM] for word in told])
    for stem in terms(title):
        counts[stem] += _TITLE_WEIGHT
    rated = []
    for stem, count in counts.items():
        rare = rarity.get(stem) or (_NUMBER if stem.isdigit() else _UNKNOWN)
        if rare > _COMMON and len(stem) > 1:  # not letters, and digits that stand alone
            weight = _WEIGHTS[min(count, 40)]
            rated.append((weight * rare, stem, weight, rare))
    rated.sort(reverse=True)
    rated = rated[:_MOST_TERMS]
    return (
        tuple([_NUMBERS[stem] for _, stem, _, _ in rated]),
        bytes([weight for _, _, weight, _ in rated]),
        bytes([min(255, round(8 * rare)) for _, _, _, rare in rated]),
    )
