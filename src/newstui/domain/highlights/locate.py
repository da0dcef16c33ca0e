"""Finds a highlight in a text that may have changed since: the quote with what stands around it, else word by word.

One rule: rather no place than a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from itertools import accumulate, islice
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.text.unspaced import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newstui.domain.highlights.highlight import Highlight

_WORD = re.compile(rf"{UNSPACED.pattern}|(?:(?!{UNSPACED.pattern})[^\W_])+")
_FEW = 5
"""A quote of fewer words can stand anywhere: what is around it must be the same too."""
_MOST_PLACES = 200
"""A word that occurs more often leads nowhere."""
_MOST_CANDIDATES = 8
_MOST_SAME = 500
"""Places with the same words that are compared by what is around them."""
_ALIKE = 0.55
"""The share of a quote's words, rare ones counting more, that must still be there."""
_GAP = 3
"""Words that may have been put in between two words."""
_CLEAR = 0.15
"""A place must be better than the next best by so much."""


class _Place(NamedTuple):
    score: float
    around: float
    start: int
    """The first word."""
    end: int
    """The word behind the last."""


class Words:
    """The words of one text, prepared to find any number of highlights."""

    def __init__(self, text: str) -> None:
        self._spans = [match.span() for match in _WORD.finditer(text)]
        self._words = [text[start:end].casefold() for start, end in self._spans]
        self._letters = "".join(self._words)
        self._starts = list(accumulate(map(len, self._words), initial=0))
        """The letters before each word, and the number of all."""
        self._places: dict[str, list[int]] | None = None

    def find(self, highlight: Highlight, *, is_same: bool = False) -> tuple[int, int] | None:
        """Returns (first character, the one behind the last) of a highlight in the text; None where it is not sure.

        is_same: only the same words count, not edited ones.
        """
        quote, before, after = (_words(text) for text in (highlight.quote, highlight.before, highlight.after))
        if not quote:
            return None
        places = [self._place(start, end, before, after) for start, end in islice(self._same(quote), _MOST_SAME)]
        if places:
            found = self._chosen(places, len(quote), highlight.at)
        else:
            found = None if is_same else self._similar(quote, before, after)
        return None if found is None else (self._spans[found.start][0], self._spans[found.end - 1][1])

    # The same words

    def _same(self, quote: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Gives the places with the letters of the quote, however they are broken into words."""
        letters = "".join(quote)
        at = self._letters.find(letters)
        while at >= 0:
            start, end = bisect_left(self._starts, at), bisect_left(self._starts, at + len(letters))
            if self._starts[start] == at and self._starts[end] == at + len(letters):
                yield start, end
            at = self._letters.find(letters, self._starts[bisect_right(self._starts, at)])

    def _place(self, start: int, end: int, before: Sequence[str], after: Sequence[str]) -> _Place:
        around = self._around(start, end, before, after)
        return _Place(1 + around, around, start, end)

    def _around(self, start: int, end: int, before: Sequence[str], after: Sequence[str]) -> float:
        """Returns how much of what stood around the quote stands there now, 0 to 1; the nearest words count most."""
        if not before and not after:
            return 1.0
        now_before = self._words[max(0, start - len(before) - _GAP) : start]
        now_after = self._words[end : end + len(after) + _GAP]
        same = _common(before, now_before) + _common(after, now_after)
        return same / (len(before) + len(after))

    def _chosen(self, places: list[_Place], words: int, at: float) -> _Place | None:
        best, *others = sorted(places, reverse=True)
        if not others:
            return best if words >= _FEW or best.around >= 0.3 else None
        if best.around < 0.3:
            return None
        if best.score - others[0].score >= _CLEAR:
            return best
        equal = [place for place in places if best.score - place.score < _CLEAR]
        if best.around < 0.8:
            return None
        near = sorted((abs(place.start / len(self._words) - at), place) for place in equal)
        return near[0][1]

    # Similar words

    def _similar(self, quote: list[str], before: list[str], after: list[str]) -> _Place | None:
        places: list[_Place] = []
        for shift in self._shifts([*before, *quote, *after]):
            place = self._aligned(shift, quote, before, after)
            if place is not None and not any(_overlap(place, other) and other.score >= place.score for other in places):
                places = [other for other in places if not _overlap(place, other)] + [place]
        if not places:
            return None
        best, *others = sorted(places, reverse=True)
        if others and best.score - others[0].score < _CLEAR:
            return None
        return best

    def _shifts(self, wanted: Sequence[str]) -> list[int]:
        """Returns where the text may run beside the wanted words: the likeliest differences of their numbers."""
        if self._places is None:
            self._places = {}
            for number, word in enumerate(self._words):
                self._places.setdefault(word, []).append(number)
        size = max(4, len(wanted) // 4)
        votes: defaultdict[int, float] = defaultdict(float)
        for index, word in enumerate(wanted):
            places = self._places.get(word, ())
            if len(places) <= _MOST_PLACES:
                for place in places:
                    votes[(place - index) // size] += 1 / len(places)
        return [bucket * size for bucket in sorted(votes, key=votes.__getitem__, reverse=True)[:_MOST_CANDIDATES]]

    def _aligned(self, shift: int, quote: list[str], before: list[str], after: list[str]) -> _Place | None:
        wanted = [*before, *quote, *after]
        slack = max(12, len(wanted) // 3)
        first = max(0, shift - slack)
        window = self._words[first : shift + len(wanted) + 2 * slack]
        blocks = SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks()
        pairs = {block.a + step: first + block.b + step for block in blocks for step in range(block.size)}
        begin, stop = len(before), len(before) + len(quote)
        kept = _together([index for index in range(begin, stop) if index in pairs], pairs)
        if not kept:
            return None
        alike = sum(self._weight(wanted[index]) for index in kept) / sum(map(self._weight, quote))
        start, end = self._edges(pairs, begin, stop, kept)
        around = self._around(start, end, before, after)
        is_long = len(quote) >= _FEW or around >= 0.8
        is_dense = len(kept) * 2 >= end - start
        if alike < _ALIKE or not is_long or not is_dense or around < (0.2 if alike >= 0.8 else 0.4):
            return None
        return _Place(alike + around / 2, around, start, end)

    def _edges(self, pairs: dict[int, int], begin: int, stop: int, kept: Sequence[int]) -> tuple[int, int]:
        """Returns the first word and the one behind the last, where words at the edges of the quote were changed."""
        start, end = pairs[kept[0]], pairs[kept[-1]] + 1
        if (lost := kept[0] - begin) and begin - 1 in pairs and start - pairs[begin - 1] - 1 <= lost + 2:
            start = pairs[begin - 1] + 1
        if (lost := stop - 1 - kept[-1]) and stop in pairs and pairs[stop] - end <= lost + 2:
            end = pairs[stop]
        return start, end

    def _weight(self, word: str) -> float:
        """Returns how much a word tells: `harbour` more than `the`."""
        number = len(self._places.get(word, ())) if self._places else 0
        return 1 / (1 + number / 4)


def _together(kept: list[int], pairs: dict[int, int]) -> list[int]:
    """Returns the words of the quote that are still there, without a first or last one far from the rest."""
    while len(kept) > 1 and pairs[kept[1]] - pairs[kept[0]] > kept[1] - kept[0] + _GAP:
        kept = kept[1:]
    while len(kept) > 1 and pairs[kept[-1]] - pairs[kept[-2]] > kept[-1] - kept[-2] + _GAP:
        kept = kept[:-1]
    return kept


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _common(some: Sequence[str], others: Sequence[str]) -> int:
    """Returns how many words two passages share."""
    return (Counter(some) & Counter(others)).total()


def _overlap(one: _Place, other: _Place) -> bool:
    return one.start < other.end and other.start < one.end
