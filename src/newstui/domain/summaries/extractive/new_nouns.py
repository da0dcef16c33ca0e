"""Nouns that a sentence takes up: "The ferry" after "a ferry". One rule: what an article brings up as new, and then has
with a definite article, is known only to those who read on from there.

New is what has an indefinite article or a number, is the last word of a name ("Bardo Museum"), or is still a verb ("has
banned" before "the ban").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Articles(NamedTuple):
    """The words that tell new nouns from known ones in one language."""

    known: re.Pattern[str]
    """A definite article and the one or two words behind it, the groups; nothing behind them says which is meant."""
    indefinite: frozenset[str]
    """Words before a new noun."""
    definite: frozenset[str]
    """Words before a noun that is known."""
    everywhere: frozenset[str]
    """Nouns of which there is one, or that every reader knows, and words that are none."""
    suffixes: tuple[str, ...]
    """Endings that make a noun of a verb."""
    endings: tuple[str, ...]
    """Endings of that verb."""


_ENGLISH_NEW = "a an another one two three four five six seven eight nine ten dozens hundreds several some many"
_ENGLISH_EVERYWHERE = (
    "world government police public media internet president minister country nation state city town year week month "
    "weekend season time past future present moment first second third next last latest same other only most best very "
    "more less new own right rest whole people number end start beginning middle day night morning evening two three "
    "four five six way"
)
_ARTICLES = {
    "en": _Articles(
        re.compile(
            r"\b[Tt]he (?:(?:two|three|four|five|six) )?(?:([a-z]{3,}) )?([a-z]{3,})\b"
            r"(?!,? (?:of|to|that|about|between|for|who|whom|which|behind|against|where|whose)\b)"
        ),
        frozenset(_ENGLISH_NEW.split()),
        frozenset(["the", "these", "those", "such", "his", "her", "its", "their", "our", "your", "my"]),
        frozenset(_ENGLISH_EVERYWHERE.split()),
        ("ment", "ation", "ion", "al", "ure", "ance"),
        ("ed", "d", "e", "es", "ing"),
    ),
}
_BEFORE = 4
"""Words before a noun that may have its article: `a small wooden ferry`."""
_LEAST_VERB = 3
"""Letters of a verb without its ending."""


class NewNouns:
    """The sentences of one article, by what they take up."""

    def __init__(self, texts: Sequence[str], lang: str) -> None:
        self._texts = texts
        self._articles = _ARTICLES.get(lang)
        self._known: dict[str, tuple[int, bool]] = {}

    def needs(self, place: int) -> list[tuple[int, ...]]:
        """Returns for each noun that a sentence takes up the earlier places that have it, where it is new first."""
        if self._articles is None:
            return []
        small = self._small[place]
        found: list[tuple[int, ...]] = []
        for match in self._articles.known.finditer(self._texts[place]):
            for group in (1, 2):
                noun = match[group]
                # What the sentence itself has before needs no other one.
                if not noun or noun in self._articles.everywhere or _find(small, noun) < match.start(group):
                    continue
                if noun not in self._known:
                    self._known[noun] = self._first(noun)
                first, is_new = self._known[noun]
                if is_new and first < place:
                    found.append((first, *(at for at in range(first + 1, place) if _find(self._small[at], noun) >= 0)))
        return found

    def _first(self, noun: str) -> tuple[int, bool]:
        """Returns (the place of the first sentence with a noun or the verb of it, is it new there)."""
        assert self._articles is not None
        at = _find(self._whole, noun)
        verbs = [found for form in _verbs(noun, self._articles) if (found := _find(self._whole, form)) >= 0]
        if verbs and not 0 <= at < min(verbs):
            return self._place(min(verbs)), True
        several = self._several(noun)
        if several >= 0 and not 0 <= at < several:
            return self._place(several), True
        if at < 0:
            return len(self._texts), False
        before = self._whole[max(0, at - 60) : at].rsplit(" ", _BEFORE + 1)[1:]
        place = self._place(at)
        is_new = any(word in self._articles.indefinite or word[:1].isdecimal() for word in before)
        return place, is_new or self._ends_name(noun, self._texts[place])

    def _several(self, noun: str) -> int:
        """Returns where the whole has a noun of which there are several, without an article: `launched operations`."""
        assert self._articles is not None
        at = _find(self._whole, f"{noun}s")
        before = self._whole[max(0, at - 60) : max(0, at)].rsplit(" ", 2)[-2:]
        return -1 if any(word in self._articles.definite for word in before) else at

    def _place(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    @staticmethod
    def _ends_name(noun: str, text: str) -> bool:
        """Returns True where a noun is the last word of a name: `Bardo Museum`."""
        before, found, _ = text.partition(f" {noun.capitalize()}")
        return bool(found) and before.rpartition(" ")[2][:1].isupper()

    @cached_property
    def _small(self) -> list[str]:
        """The sentences in small letters, each between two spaces."""
        return [f" {text.lower()} " for text in self._texts]

    @cached_property
    def _whole(self) -> str:
        return "".join(self._small)

    @cached_property
    def _starts(self) -> list[int]:
        """Sentence → where it starts in the whole."""
        return list(accumulate(map(len, self._small[:-1]), initial=0))


def _find(text: str, word: str) -> int:
    """Returns where a text has a word first, -1 where it has none. text: between two spaces, in small letters."""
    at = text.find(f" {word}")
    while at >= 0 and text[at + 1 + len(word)].isalpha():
        at = text.find(f" {word}", at + 1)
    return at


def _verbs(noun: str, articles: _Articles) -> list[str]:
    """Returns forms of the verb that a noun may be made of: `banned` of `ban`, `decided` of `decision`."""
    base = next((noun.removesuffix(end) for end in articles.suffixes if noun.endswith(end)), noun)
    if len(base) < _LEAST_VERB:
        return []
    # With nothing cut off, a short ending would make another noun: `plan`, `planes`.
    endings = articles.endings if base != noun else [end for end in articles.endings if len(end) > 1 and end != "es"]
    stems = (base, base + base[-1]) if not base.endswith("e") else (base, base.removesuffix("e"))
    return [stem + end for stem in stems for end in endings]
