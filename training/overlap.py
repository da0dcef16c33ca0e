"""ROUGE-1 and ROUGE-2 of many choices of sentences. One rule: the same numbers as the package rouge-score.

The package counts every choice from the text; here each sentence is counted once, and only terms of the references.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from nltk.stem.porter import PorterStemmer

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENGLISH = re.compile(r"[a-z0-9]+")
_OTHER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
_STEMMER = PorterStemmer()


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stem(word)) if len(word) > 3 else word


def tokens(text: str, lang: str) -> list[str]:
    """Returns the stems of English words; in other languages Unicode words, or characters in scripts without spaces."""
    if lang == "en":
        return [_stem(word) for word in _ENGLISH.findall(text.lower())]
    return _OTHER.findall(text.lower())


class Overlap:
    """Counts the terms that sentences share with the references of their article."""

    def __init__(self, sentences: Sequence[str], references: Sequence[Sequence[str]], lang: str) -> None:
        self._tokens = [tokens(sentence, lang) for sentence in sentences]
        self._references = []
        for reference in references:
            own = tokens("\n".join(reference), lang)
            self._references.append((Counter(own), Counter(pairwise(own)), len(own)))
        self._ones = [[Counter(t for t in own if t in ones) for own in self._tokens] for ones, _, _ in self._references]
        self._twos = [
            [Counter(p for p in pairwise(own) if p in twos) for own in self._tokens] for _, twos, _ in self._references
        ]
        self.lengths = [len(own) for own in self._tokens]

    def scores(self, chosen: Sequence[int]) -> tuple[float, float]:
        """Returns (ROUGE-1, ROUGE-2), F1 × 100, of the sentences with those numbers; the mean over the references."""
        length = sum(self.lengths[i] for i in chosen)
        if not length:
            return 0.0, 0.0
        one = two = 0.0
        for k, (ones, twos, size) in enumerate(self._references):
            one += _f1(_common(ones, [self._ones[k][i] for i in chosen]), length, size)
            extra = Counter(pair for pair in self._seams(chosen) if pair in twos)
            two += _f1(_common(twos, [*(self._twos[k][i] for i in chosen), extra]), length - 1, size - 1)
        return 100 * one / len(self._references), 100 * two / len(self._references)

    def _seams(self, chosen: Sequence[int]) -> list[tuple[str, str]]:
        """Returns the pairs of words across the ends of sentences."""
        full = [self._tokens[i] for i in chosen if self._tokens[i]]
        return [(left[-1], right[0]) for left, right in pairwise(full)]


def _common(reference: Counter, counts: Sequence[Counter]) -> int:  # type: ignore[type-arg]
    if len(counts) == 1:
        return sum(min(times, reference[term]) for term, times in counts[0].items())
    together: Counter = Counter()  # type: ignore[type-arg]
    for count in counts:
        together.update(count)
    return sum(min(times, reference[term]) for term, times in together.items())


def _f1(common: int, length: int, size: int) -> float:
    return 2 * common / (length + size) if length > 0 and size > 0 and common else 0.0
