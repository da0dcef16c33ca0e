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

from newstui.domain.summaries.extractive.terms import STEM, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.summaries.extractive.terms import Rarity

_MOST_WORDS, _MOST_CHARACTERS = 500, 5_000
"""The part of a text that is looked at: enough to know it by, and a book costs no more than a report."""
_TERM_WORDS = 450
"""A report begins with what it is about."""
_MOST_TERMS = 64
_SHINGLE = 4
"""Words that overlap in a shingle."""
_BYTES = 4
"""Those of one number."""
_SKETCH = 64
_SLOTS, _MOST_MASKED = 48, 2
"""Slots that are kept, and names and numbers in one: around three of them little is said."""
_MASKED = 0
_ANCHORS, _TELLING_ANCHORS = 4, 9
"""Least shingles by which copies are looked up, and those with a name or a number."""
_COMMON, _UNKNOWN, _NUMBER = 1.5, 7.0, 5.0
"""Rarity in nats of words that tell nothing, of one that the table of its language lacks, and of a number."""
_BY_LENGTH = {1: 1.0, 2: 1.0, 3: 2.0, 4: 4.0, 5: 6.0}
"""Rarity of words by their letters, in a language without a table: what is said most often is short."""
_ALPHABETS, _SHORT_SCRIPTS = "\u0530", re.compile("[\u0590-\u0dff]{1,2}")
"""The end of Latin, Greek and Cyrillic letters. In Semitic and Indian scripts only the shortest words tell nothing;
where a letter is a syllable or a word, length says nothing.
"""
_MOST_TIMES = 40
_TITLE_WEIGHT, _TITLE_TERMS = 2, 20
_WEIGHTS = tuple(
    round(8 * (1 + log(min(max(1, count), _MOST_TIMES))))
    for count in range(_TERM_WORDS + _TITLE_WEIGHT * _TITLE_TERMS + 1)
)
"""Number of times that a term stands there → its weight in the text, in eighths."""
_SIGNS = ".,;:!?…\"'’”»)]}"
"""Signs after a word."""
_SIGNS_OF_MARKUP = ("[", "<", "*", "_", "`", "#", ">", "|", "http")
_MARKUP = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)|https?://\S+|<[^>\n]{1,200}>|[*_`#>|]")

_MOST_KNOWN = 200_000
_PARTS = 7
_HEAD = 4 * (_PARTS + 1)


class _Word(NamedTuple):
    number: int
    """The same in every process."""
    stem: int
    """The number of its first letters."""
    nats: float
    """The rarity of the stem; 0 where it tells nothing."""
    is_name: bool
    """True for what is no word but a number, or holds digits."""


class Vocabulary(dict[str, _Word]):
    """The words of a language as they come, in lower case."""

    def __init__(self, rarity: Rarity) -> None:
        super().__init__()
        self._rarity = rarity

    def __missing__(self, word: str) -> _Word:
        if len(self) > _MOST_KNOWN:
            self.clear()
        stem = word[:STEM]
        nats = self._rarity.get(stem) or (_NUMBER if stem.isdigit() else self._unknown(word))
        tells = nats > _COMMON and len(stem) > 1  # not letters, and digits that stand alone
        is_name = not word.isalpha() and any(map(str.isnumeric, word))  # vowel signs are no letters, and no numbers
        known = self[word] = _Word(_number(word), _number(stem), nats if tells else 0.0, is_name)
        return known

    def _unknown(self, word: str) -> float:
        if self._rarity.lang:
            return _UNKNOWN
        if max(word) < _ALPHABETS:
            return _BY_LENGTH.get(len(word), _UNKNOWN) if word.isalpha() else _UNKNOWN
        return _COMMON if _SHORT_SCRIPTS.fullmatch(word) else _UNKNOWN


def _number(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


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
    size: int
    """The number of its shingles."""
    sketch: tuple[int, ...]
    """Its least shingles, rising."""
    slots: tuple[int, ...]
    """Its least shingles with a name or a number, rising, each as it is without these."""
    fillings: tuple[int, ...]
    """The same shingles with their names and numbers."""
    anchors: frozenset[int]
    """Shingles by which copies are looked up."""
    headline: frozenset[int]
    """Stems of its title."""

    def packed(self) -> bytes:
        """Returns it as `unpacked` takes it."""
        sets = (self.names, self.anchors, self.headline)
        parts = (self.terms, self.sketch, self.slots, self.fillings, *map(sorted, sets))
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
    found, sketch, slots, fillings, names, anchors, headline = parts
    return Features(
        tuple(found), rest[: len(found)], rest[len(found) :], frozenset(names), size, tuple(sketch), tuple(slots),
        tuple(fillings), frozenset(anchors), frozenset(headline),
    )  # fmt: skip


def features_of(title: str, body: str, vocabulary: Vocabulary) -> Features:
    """Returns the features of an article. body: Markdown. vocabulary: that of its language."""
    text = body[:_MOST_CHARACTERS]
    if any(sign in text for sign in _SIGNS_OF_MARKUP):
        text = _MARKUP.sub(r"\1", text)
    told = list(map(vocabulary.__getitem__, words(text)[:_MOST_WORDS]))
    headline = [vocabulary[word] for word in words(title)[:_TITLE_TERMS]]
    inside = [vocabulary[name] for name in _names(text)]
    spoken = [word[0] for word in told]
    facts = {word[0] for word in told if word[3]}.union([word[0] for word in inside])
    shingles = _shingles(spoken)
    distinct = set(shingles)
    least = sorted(distinct)[:_SKETCH]
    slots = sorted(_slots(shingles, spoken, facts))
    found, weights, rare = _terms(headline, told[:_TERM_WORDS])
    telling = sorted({filling for _, filling in slots})[:_TELLING_ANCHORS]
    del slots[_SLOTS:]
    return Features(
        found, weights, rare, frozenset({word.stem for word in inside}.intersection(found)), len(distinct),
        tuple(least), tuple([slot for slot, _ in slots]), tuple([filling for _, filling in slots]),
        frozenset((*least[:_ANCHORS], *telling)),
        frozenset([word[1] for word in headline if word[2]]),
    )  # fmt: skip


def _shingles(numbers: Sequence[int]) -> list[int]:
    packed = array("I", numbers).tobytes()
    width = _SHINGLE * _BYTES
    return [crc32(packed[at : at + width]) for at in range(0, len(packed) - width + 1, _BYTES)]


def _slots(shingles: Sequence[int], spoken: Sequence[int], facts: set[int]) -> set[tuple[int, int]]:
    """Returns (shingle without its names and numbers, shingle with them): these differ in texts of one template."""
    masked = [_MASKED if word in facts else word for word in spoken]
    told = [at for at, word in enumerate(masked) if word == _MASKED]
    packed, last, width = array("I", masked).tobytes(), len(shingles), _SHINGLE * _BYTES
    return {
        (crc32(packed[at * _BYTES : at * _BYTES + width]), shingles[at])
        for at in {at - back for at in told for back in range(_SHINGLE)}
        if 0 <= at < last and masked[at : at + _SHINGLE].count(_MASKED) <= _MOST_MASKED
    }


def _names(text: str) -> set[str]:
    """Returns the words, in lower case, that begin with a capital and no sentence."""
    parts = text.split()
    return {
        name
        for before, word in pairwise(parts)
        if word[0].isupper() and (before[-1].isalnum() or before[-1] in ",;") and (name := word.strip(_SIGNS).lower())
    }


def _terms(headline: Sequence[_Word], told: Sequence[_Word]) -> tuple[tuple[int, ...], bytes, bytes]:
    """Returns (terms, their weights, their rarity), the most telling first."""
    counts = Counter([word[1] for word in told])
    for word in headline:
        counts[word.stem] += _TITLE_WEIGHT
    rare = {word[1]: word[2] for word in told}
    rare.update({word.stem: word.nats for word in headline})
    score = {stem: _WEIGHTS[count] * rare[stem] for stem, count in counts.items()}
    best = [stem for stem in sorted(score, key=score.__getitem__, reverse=True)[:_MOST_TERMS] if score[stem]]
    return (
        tuple(best),
        bytes([_WEIGHTS[counts[stem]] for stem in best]),
        bytes([round(8 * rare[stem]) for stem in best]),
    )
