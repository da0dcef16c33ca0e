"""Phrases that lean on an earlier sentence. One rule: a phrase here needs a mention.

Single words that open a sentence are in `dependent_openings`; here are openings of several words, ordinals, and
definite nouns ("the decision") which say nothing where the sentence that introduced them is absent. All of a language
is in one module of `leaning_words`, which is read when somebody asks for the language.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from newstui.domain.summaries.extractive import leaning_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newstui.domain.summaries.extractive.taken_up import TakenUp

MODULES = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "pt": "portuguese",
    "nl": "dutch",
    "it": "italian",
    "sv": "swedish",
    "no": "norwegian",
    "da": "danish",
    "vi": "vietnamese",
    "ja": "japanese",
    "zh": "chinese",
    "ar": "arabic",
    "hi": "hindi",
}
"""Language → its module in `leaning_words`."""
_AMONG_THE_FIRST = r"(?i)(?:\S+ ){1,7}?(?:@)(?![\w-])"
_AROUND = {"opening": r"[\"“«„'’「『]?(?:@)", "also": _AMONG_THE_FIRST, "goes_on": _AMONG_THE_FIRST}
"""Kind → the pattern around what a language gives, which takes the place of `@`."""
_NEVER = re.compile(r"(?!)")


def _nothing(texts: Sequence[str], place: int, title: str) -> Iterable[tuple[int, ...]]:
    return ()


class Patterns(NamedTuple):
    """The words of one language that lean: each is a constant in capitals of its module, or matches nothing."""

    opening: re.Pattern[str] = _NEVER
    """Openings of several words that refer to the sentence before."""
    meanwhile: re.Pattern[str] = _NEVER
    """The first words of a sentence with a connective behind them."""
    times: re.Pattern[str] = _NEVER
    """Times that every reader knows: a demonstrative before them points at today."""
    also: re.Pattern[str] = _NEVER
    """Words among the first that add something to what was said before."""
    pronoun: re.Pattern[str] = _NEVER
    """A pronoun behind the first words: `At ten he went to Paris`, `Give them room`."""
    complete: re.Pattern[str] = _NEVER
    """Openings that look dependent, with all that they need in the sentence."""
    connective: re.Pattern[str] = _NEVER
    """Connectives without which a sentence may stand."""
    points_back: re.Pattern[str] = _NEVER
    """A word within a sentence that points back as its connective did: `But a report agrees with that.`"""
    definite: re.Pattern[str] = _NEVER
    """A definite noun as the subject of a sentence, which does not say which one; the noun is the group `noun`."""
    inside: re.Pattern[str] = _NEVER
    """Such a noun within a sentence; one of the groups is the noun."""
    mention: re.Pattern[str] = re.compile(r"\b@\b")
    """The noun in the sentences before; it takes the place of `@`."""
    taken_up: tuple[TakenUp, ...] = ()
    """Short forms that need the sentence with the full one, if there is such a sentence."""
    answer: re.Pattern[str] = _NEVER
    """The beginning of a sentence right behind a question that answers it."""
    ends_with_speaker: re.Pattern[str] = _NEVER
    """Words of somebody whom only a sentence near before them names."""
    nameless_speaker: re.Pattern[str] = _NEVER
    """The words behind a quotation that name nobody: `„…“, sagte er`."""
    myself: re.Pattern[str] = _NEVER
    """Words of the first person."""
    own_needs: Callable[[Sequence[str], int, str], Iterable[tuple[int, ...]]] = _nothing
    """Needs by rules of this language alone: (sentences, place, title) → for each the places that meet it."""
    unsaid: Callable[[Sequence[str], int, str], Iterable[tuple[int, ...]]] = _nothing
    """Needs by what a sentence behind the first leaves out, given likewise; asked for only if no other is found."""
    known_to_all: frozenset[str] = frozenset()
    """Whole names of people whom a newspaper calls by the surname alone."""
    events: frozenset[str] = frozenset()
    """Nouns for whatever the title tells. A language that has some is read with the title above."""
    opens_with_this: re.Pattern[str] = _NEVER
    """A demonstrative that opens a sentence, with the words that may be its noun as groups."""
    this: re.Pattern[str] = _NEVER
    """A demonstrative in a sentence, with its noun as the group."""
    goes_on: re.Pattern[str] = _NEVER
    """Words among the first that go on with what was said before: with a deck, where the sentence is the first."""
    teases: re.Pattern[str] = _NEVER
    """Openings of a first sentence that stands although it says `he` or `it`: what it means is what the title tells."""
    told_ahead: re.Pattern[str] = _NEVER
    """Openings of a first sentence that the next one may explain."""


@cache
def patterns(lang: str) -> Patterns:
    """Returns what leans in a language, nothing for one without a module. Takes 4 to 80 milliseconds once."""
    if lang not in MODULES:
        return Patterns()
    words = vars(import_module(f"{leaning_words.__name__}.{MODULES[lang]}"))
    given = {kind: words[kind.upper()] for kind in Patterns._fields if kind.upper() in words}
    return Patterns(**{kind: _compiled(kind, words) for kind, words in given.items()})


def _compiled(kind: str, words: Any) -> Any:
    return re.compile(_AROUND.get(kind, "@").replace("@", words)) if isinstance(words, str) else words
