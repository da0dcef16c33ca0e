"""The terms of a sentence: what it is about. One rule: words that begin alike are one term, whatever their ending."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.text.abbreviations import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WIDE_RANGES = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_WIDE = re.compile(rf"[{_WIDE_RANGES}]+")
MARKS = r"\u064b-\u065f\u0900-\u0903\u093a-\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0dff"
"""Vowel signs and their like in Arabic and the scripts of India: inside of words, though `\\w` does not take them."""
STEM = 6
"""Letters of a word that count: `government` and `governments` are one term. No stemmer knows twenty languages."""
_WORDS = re.compile(rf"(?:[^\W_]|[{MARKS}\u200c\u200d])+")
STEMS = re.compile(rf"([^\W_]{{1,{STEM}}})[^\W_]*")
_PLAIN_WORDS = re.compile(r"[^\W_]+")
_NOT_LETTERS_ALONE = re.compile(rf"[{_WIDE_RANGES}{MARKS}\u200c\u200d]")
"""Matches in a text with words that `_PLAIN_WORDS` takes otherwise than `_WORDS`, or that are to be split."""
_SPACED = {code: " " for code in range(128) if not chr(code).isalnum()}
"""Characters of ASCII that are in no word → a space: half the time of a regular expression."""
_ASCIISTEMS = re.compile(rf"([a-z0-9]{{1,{STEM}}})[a-z0-9]*")
_BY_WORD = re.compile(rf"[{_WIDE_RANGES}{MARKS}]")
"""Scripts whose stems take more than one regular expression."""
COMMON, UNKNOWN = 1.0, 7.0
"""Rarity of a language's function words and of words that the table does not have, in nats."""


def words(text: str) -> list[str]:
    """Words in lower case; pairs of characters where a script sets no spaces."""
    lower = text.lower()
    if lower.isascii():
        return lower.translate(_SPACED).split()
    if not _NOT_LETTERS_ALONE.search(lower):
        return _PLAIN_WORDS.findall(lower)
    words = _WORDS.findall(lower)
    return _in_pairs(words) if is_wide(text) else words


def _in_pairs(words: list[str]) -> list[str]:
    split: list[str] = []
    for word in words:
        if _WIDE.match(word):
            split += [word[i : i + 2] for i in range(max(1, len(word) - 1))]
        else:
            split.append(word)
    return split


def is_wide(text: str) -> bool:
    """Returns True for text in a script without spaces."""
    return not text.isascii() and bool(_WIDE.search(text))


def terms(text: str) -> list[str]:
    """`words`, each cut to the letters that count."""
    if text.isascii():
        return _ASCIISTEMS.findall(text.lower())
    return [word[:STEM] for word in words(text)] if _BY_WORD.search(text) else STEMS.findall(text.lower())


class Rarity(dict[str, float]):
    """Term → how rare it is in news of a language, in nats; terms that are missing are rare."""

    def __init__(self, lang: str, tables: Mapping[str, Mapping[str, float]]) -> None:
        super().__init__(tables.get(lang, {}))
        self.lang = lang if self else ""
        """The language if it has a table."""
        if not self:
            self.update(dict.fromkeys((word[:STEM] for word in words_of(lang).starters), COMMON))

    def of(self, terms: Iterable[str]) -> list[float]:
        """Returns the rarity of each term; numbers are less rare than unknown words."""
        return [self.get(term) or (UNKNOWN - 2 if term.isdigit() else UNKNOWN) for term in terms]
