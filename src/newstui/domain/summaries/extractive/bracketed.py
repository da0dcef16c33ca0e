"""Sentences that stand alone once a word is changed. One rule: what is changed is in brackets, and only where certain.

`She suggested …` becomes `[Zakharova] suggested …` where the sentence before speaks of one person alone; `But a port
closed` becomes `[A] port closed`. What follows the bracket is the article's, word for word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.summaries.extractive.dependent_openings import is_dependent
from newstui.domain.summaries.extractive.leaning_phrases import patterns
from newstui.domain.text.abbreviations import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRONOUN = re.compile(r"(He|She) (?=[a-z]+(?:ed|s)?\b)(?!and |or |who )")
_NAME = re.compile(r"(?<![\w’'-])((?:[A-Z][\w’'-]*[a-z] ){1,3})([A-Z][a-zà-þ’'-]{2,})(?![\w’'-]*[ -][A-Z])")
_CAPITAL = re.compile(r"[A-Z][a-zà-þ’'-]{2,}")
_OTHERS = re.compile(
    r"\b(?:man|woman|boy|girl|mother|father|son|daughter|wife|husband|brother|sister|friend|partner|lawyer|attorney|victim"
    r"|suspect|student|teenager|who|someone|somebody|mr|mrs|ms|both|they|their|i|we)\b|[\"“”]",
    re.IGNORECASE,
)
_BEFORE_OBJECTS = re.compile(
    r"\b(?:he|she|his|her|him)\b|\b(?:with|by|to|for|from|about|against|and|or|than|on|in|at|after|before|only|since|saw|met"
    r"|told|asked|said|says|like|named|called|married)(?: [a-z]+)? $",
    re.IGNORECASE,
)
"""Another person, or a word behind which a name is no subject."""
_NO_NAMES = frozenset(["like", "unlike", "indeed", "only", "even", "then", "still", "yet", "now", "once"])
"""Words that have a capital where they begin a sentence."""
_EARLY = 90
"""Characters before the name of one whom a sentence is about."""
_GENDER = {"He": re.compile(r"\b(?:she|her|hers|herself)\b"), "She": re.compile(r"\b(?:he|him|his|himself)\b")}
_SUBJECT = re.compile(
    r"(?:an?|une?|una?|eine?|des?|plusieurs|several|many|varios|varias|unos|unas|một|những) \w"
    r"|[A-ZÀ-Þ][\w-]+ (?=[a-zà-þ])"
    r"|(?!this|does|perhaps|besides|sometimes|always|towards|unless|others|across|less|whereas)[a-z]{3,}s (?=[a-z])"
)
"""An indefinite article, or a name: `the port` may need the sentence before still."""
_FEWEST = 5


def bracketed(texts: Sequence[str], place: int, lang: str) -> str | None:
    """Returns the sentence as it stands without the one before, None where that is not certain."""
    text = texts[place]
    if connective := patterns(lang).connective.match(text):
        return _without(text[connective.end() :], lang)
    pronoun = _PRONOUN.match(text) if lang == "en" else None
    name = _only_person(texts, place - 1, pronoun[1]) if pronoun and place else None
    return f"[{name}] {text[pronoun.end() :]}" if pronoun and name else None


def _without(rest: str, lang: str) -> str | None:
    """Returns what is left of a sentence without its connective, where that is a sentence."""
    upper = rest[:1].upper() + rest[1:]
    if not _SUBJECT.match(rest) or len(rest.split()) < _FEWEST or is_dependent(upper, lang):
        return None
    phrases = patterns(lang)
    if phrases.points_back.search(rest) or phrases.opening.match(upper):
        return None
    return f"[…] {rest}" if rest[0].isupper() else f"[{upper[0]}]{rest[1:]}"


def _only_person(texts: Sequence[str], place: int, pronoun: str) -> str | None:
    """Returns the surname of the one person whom a sentence speaks of first; None where there may be another."""
    before = texts[place]
    if not before.endswith(".") or _OTHERS.search(before) or _GENDER[pronoun].search(before):
        return None
    every = " ".join(texts)
    names = [name for name in _NAME.finditer(before) if _is_person(name, before, every)]
    if len(names) != 1 or names[0].start() > _EARLY or _BEFORE_OBJECTS.search(before[: names[0].start()]):
        return None
    surname = names[0][2]
    others = {word for word in _CAPITAL.findall(before[1:]) if word not in names[0][0]}
    return surname if _does(surname, every) and not any(_does(word, every) for word in others) else None


def _is_person(name: re.Match[str], text: str, every: str) -> bool:
    """Returns False for `the Foreign Ministry`, and for a word that has a capital only where it begins a sentence."""
    if re.search(r"\b(?:the|a|an)(?: [a-z]+)? $", text[: name.start()], re.IGNORECASE):
        return False
    words = [word.lower() for word in name[0].split()]
    return words[0] not in words_of("en").starters | _NO_NAMES and all(f" {word} " not in every for word in words)


def _does(name: str, every: str) -> bool:
    """Returns True for a name that does or says something somewhere in the article."""
    return bool(re.search(rf"(?:[.,;:!?”\"] |\b[a-z]+ ){name} (?:is|told|[a-z]+(?:ed|s|id|d))\b", every))
