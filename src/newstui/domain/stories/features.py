"""The features of an article by which copies and stories are found: numbers only, so that they can be stored.

One rule: what is the same in two processes is the same number, so nothing here uses Python's own hash.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass
from itertools import compress
from math import log
from operator import ne
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from newstui.domain.stories.days import named_days
from newstui.domain.summaries.extractive.terms import STEM, words

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Sequence

    from newstui.domain.summaries.extractive.terms import Rarity

_MOST_WORDS, _MOST_CHARACTERS = 500, 5_000
"""The part of a text that is looked at: enough to know it by, and a book costs no more than a report."""
_TERM_WORDS, _LEAD_WORDS, _DAY_WORDS = 450, 60, 120
"""A report begins with what it is about, and says first what happened and when, before what is known."""
_MOST_TERMS = 64
_SHINGLE = 4
"""Words that overlap in a shingle."""
_BYTES, _BITS = 4, 32
"""Those of one number."""
_WIDTH = _SHINGLE * _BYTES
_FILLING = (1 << _BITS) - 1
_SKETCH = 64
_SLOTS, _MOST_MASKED = 48, 2
"""Slots that are kept, and names and numbers in one: around three of them little is said."""
_FEW = bytes(0 < number <= _MOST_MASKED for number in range(256))
"""Names and numbers in a shingle → 1 where it is a slot."""
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
_PARTS = 10
_HEAD = 4 * (_PARTS + 1)


@dataclass(frozen=True, slots=True, eq=False)  # many are counted: compared as objects that takes half the time
class _Term:
    """The subject of words that begin alike. Each is there once."""

    number: int
    """The number of these first letters, the same in every process."""
    nats: float
    """Its rarity in the language."""


class _Word(NamedTuple):
    shares: bytes
    """Its shares of the four shingles that it may stand in, as `_shares` gives them."""
    term: _Term | None
    """None where it tells nothing."""
    is_name: bool
    """True for what is no word but a number, or holds digits."""


class Vocabulary(dict[str, _Word]):
    """The words of a language as they come, in lower case."""

    def __init__(self, rarity: Rarity) -> None:
        super().__init__()
        self._rarity = rarity
        self._terms: dict[int, _Term] = {}

    def __missing__(self, word: str) -> _Word:
        if len(self) > _MOST_KNOWN:
            self.clear()
            self._terms.clear()
        stem = word[:STEM]
        nats = self._rarity.get(stem) or (_NUMBER if stem.isdigit() else self._unknown(word))
        term = None
        if nats > _COMMON and len(stem) > 1:  # not letters, and digits that stand alone
            number = _number(stem)
            term = self._terms.get(number)
            if term is None:
                term = self._terms[number] = _Term(number, nats)
        is_name = not word.isalpha() and any(map(str.isnumeric, word))  # vowel signs are no letters, and no numbers
        known = self[word] = _Word(_shares(_number(word)), term, is_name)
        return known

    def _unknown(self, word: str) -> float:
        if self._rarity.lang:
            return _UNKNOWN
        if max(word) < _ALPHABETS:
            return _BY_LENGTH.get(len(word), _UNKNOWN) if word.isalpha() else _UNKNOWN
        return _COMMON if _SHORT_SCRIPTS.fullmatch(word) else _UNKNOWN


def _number(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


_PLACES = [(crc32(bytes(before)), bytes(_WIDTH - _BYTES - before)) for before in range(0, _WIDTH, _BYTES)]
"""(the CRC of what is before a word of a shingle, what follows it) where all else is nothing."""
_NOTHING = crc32(bytes(_WIDTH))


def _shares(number: int) -> bytes:
    """Returns what a word adds to a shingle as its first, second, third and fourth word, 4 bytes each.

    A CRC is linear: that of four words is the exclusive or of these shares, and one operation adds up those of a text.
    """
    word = array("I", [number]).tobytes()
    first, *others = [crc32(after, crc32(word, begun)) for begun, after in _PLACES]
    return array("I", [first, *[share ^ _NOTHING for share in others]]).tobytes()


_MASKED = _shares(0)
"""The shares of a name or a number in a slot."""


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
    lead: frozenset[int]
    """Those of the terms that are in the title or at the beginning."""
    figures: frozenset[int]
    """Words with digits there: days, numbers of people, sums."""
    days: tuple[int, ...]
    """The days of a year that are named at the beginning, in their order."""
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
        facts = map(sorted, (self.names, self.lead, self.figures))
        tuples = (self.terms, self.sketch, self.slots, self.fillings)
        parts = (*tuples, *facts, self.days, sorted(self.anchors), sorted(self.headline))
        numbers = array("I")
        for part in parts:
            numbers.extend(part)
        head = array("I", (*map(len, parts), self.size))
        return head.tobytes() + numbers.tobytes() + self.weights + self.rarity


def terms_of(data: bytes) -> list[int]:
    """Returns only the terms of the features that `packed` wrote."""
    return array("I", data[_HEAD : _HEAD + 4 * array("I", data[:4])[0]]).tolist()


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
    found, sketch, slots, fillings, names, lead, figures, days, anchors, headline = parts
    return Features(
        tuple(found), rest[: len(found)], rest[len(found) :], frozenset(names), frozenset(lead), frozenset(figures),
        tuple(days), size, tuple(sketch), tuple(slots), tuple(fillings), frozenset(anchors), frozenset(headline),
    )  # fmt: skip


def features_of(title: str, body: str, vocabulary: Vocabulary) -> Features:
    """Returns the features of an article. body: Markdown. vocabulary: that of its language."""
    text = body[:_MOST_CHARACTERS]
    if any(sign in text for sign in _SIGNS_OF_MARKUP):
        text = _MARKUP.sub(r"\1", text)
    spelt, entitled = words(text)[:_MOST_WORDS], words(title)[:_TITLE_TERMS]
    told = list(map(vocabulary.__getitem__, spelt))
    shares, terms, are_facts = zip(*told, strict=True) if told else ((), (), ())
    headline, inside = ([vocabulary[word] for word in known] for known in (entitled, _names(text)))
    shingles = _shingles(b"".join(shares))
    distinct = set(shingles)
    least = _least(distinct, _SKETCH, 1 << _BITS)
    facts = set(compress(shares, are_facts)).union([word[0] for word in inside])
    slots, fillings = _slots(shingles, shares, facts) if facts else ((), ())
    kept = _least(slots, _SLOTS, 1 << 2 * _BITS)
    found, weights, rare = _terms(headline, terms[:_TERM_WORDS])
    names = {word.term.number for word in inside if word.term}.intersection(found)
    lead = {word[1].number: word[2] for word in (*headline, *told[:_LEAD_WORDS]) if word[1]}
    days = dict.fromkeys(_days(title, entitled, headline) + _days(text, spelt, told[:_DAY_WORDS]))
    return Features(
        found, weights, rare, frozenset(names), frozenset(lead.keys() & set(found)),
        frozenset([term for term, is_name in lead.items() if is_name]), tuple(days), len(distinct), tuple(least),
        tuple([slot >> _BITS for slot in kept]), tuple([slot & _FILLING for slot in kept]),
        frozenset((*least[:_ANCHORS], *_least(fillings, _TELLING_ANCHORS, 1 << _BITS))),
        frozenset([word.term.number for word in headline if word.term]),
    )  # fmt: skip


def _days(text: str, spelt: Sequence[str], known: Sequence[_Word]) -> list[int]:
    return named_days(text, spelt, [at for at, word in enumerate(known) if word[2]])


def _shingles(shares: bytes) -> list[int]:
    """Returns the CRC of each four words that follow each other. shares: those of all words."""
    added = own = int.from_bytes(shares, "little")
    for place in range(1, _SHINGLE):
        added ^= own >> 8 * (_WIDTH + _BYTES) * place  # of the word so many places further on, its share for that place
    count = len(shares) // _WIDTH - _SHINGLE + 1
    return memoryview(added.to_bytes(len(shares), "little")).cast("I")[: _SHINGLE * max(0, count) : _SHINGLE].tolist()


def _slots(
    shingles: Sequence[int], shares: Sequence[bytes], facts: Container[bytes]
) -> tuple[Collection[int], Collection[int]]:
    """Returns (each shingle without its names and numbers, and in the bits below with them; those alone).

    They differ in texts of one template.
    """
    masked, marks = list(shares), bytearray(len(shares))
    for at in [at for at, share in enumerate(shares) if share in facts]:
        masked[at], marks[at] = _MASKED, 1
    own = int.from_bytes(marks, "little")
    told = (own + (own >> 8) + (own >> 16) + (own >> 24)).to_bytes(len(marks), "little").translate(_FEW)
    fillings = list(compress(shingles, told))
    slots = compress(_shingles(b"".join(masked)), told)
    return {slot << _BITS | filling for slot, filling in zip(slots, fillings, strict=True)}, set(fillings)


def _least(numbers: Collection[int], most: int, largest: int) -> list[int]:
    """Returns the least numbers, rising. They are digests, spread evenly: to sort all of them would take far longer."""
    if len(numbers) > 2 * most:
        bound = 3 * most * largest // (2 * len(numbers))
        few = sorted([number for number in numbers if number < bound])
        if len(few) >= most:
            return few[:most]
    return sorted(numbers)[:most]


def _names(text: str) -> set[str]:
    """Returns the words, in lower case, that begin with a capital and no sentence."""
    parts, lower = text.split(), text.lower().split()
    with_capitals = compress(range(1, len(parts)), map(ne, parts[1:], lower[1:]))  # far fewer than all
    found = [
        at
        for at in with_capitals
        if parts[at][0].isupper() and (parts[at - 1][-1].isalnum() or parts[at - 1][-1] in ",;")
    ]
    return {lower[at].strip(_SIGNS) for at in found} - {""}


def _terms(headline: Sequence[_Word], told: Iterable[_Term | None]) -> tuple[tuple[int, ...], bytes, bytes]:
    """Returns (terms, their weights, their rarity), the most telling first."""
    counts = Counter(filter(None, told))
    for word in headline:
        if word.term:
            counts[word.term] += _TITLE_WEIGHT
    score = {term: _WEIGHTS[count] * term.nats for term, count in counts.items()}
    best = sorted(score, key=score.__getitem__, reverse=True)[:_MOST_TERMS]
    return (
        tuple([term.number for term in best]),
        bytes([_WEIGHTS[counts[term]] for term in best]),
        bytes([round(8 * term.nats) for term in best]),
    )
