"""The terms of a sentence: what it is about. One rule: words that begin alike are one term, whatever their ending."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.abbreviations import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = re.compile(r"[^\W_]+")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]+")
_STEM = 6
"""Letters of a word that count: `government` and `governments` are one term. No stemmer knows twenty languages."""
COMMON, UNKNOWN = 1.0, 7.0
"""Rarity of a language's function words and of words that the table does not have, in nats."""


def words(text: str) -> list[str]:
    """Words in lower case; pairs of characters where a script sets no spaces."""
    found = _WORDS.findall(text.lower())
    if text.isascii() or not _WIDE.search(text):
        return found
    split: list[str] = []
    for word in found:
        if _WIDE.match(word):
            split += [word[i : i + 2] for i in range(max(1, len(word) - 1))]
        else:
            split.append(word)
    return split


def is_wide(text: str) -> bool:
    """Whether the text is in a script without spaces."""
    return not text.isascii() and bool(_WIDE.search(text))


def terms(text: str) -> list[str]:
    """`words`, each cut to the letters that count."""
    return [word[:_STEM] for word in words(text)]


class Rarity(dict[str, float]):
    """Term → how rare it is in news of a language, in nats; terms that are missing are rare."""

    def __init__(self, lang: str, tables: Mapping[str, Mapping[str, float]]) -> None:
        super().__init__(tables.get(lang, {}))
        self.lang = lang if self else ""
        """The language if it has a table."""
        if not self:
            self.update(dict.fromkeys((word[:_STEM] for word in words_of(lang).starters), COMMON))

    def __missing__(self, term: str) -> float:
        rare = UNKNOWN if not term.isdigit() else UNKNOWN - 2
        self[term] = rare
        return rare


def product(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The scalar product of two vectors; `left` is the shorter one. Of unit vectors it is their cosine."""
    return sum([value * right[term] for term, value in left.items() if term in right])
