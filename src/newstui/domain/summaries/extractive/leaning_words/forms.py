"""The parts of a pattern for what leans, as a language gives them, and the whole. One rule: each is compiled once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from types import ModuleType

    from newstui.domain.summaries.extractive.taken_up import TakenUp


class Forms(NamedTuple):
    """The regular expressions of one language."""

    opening: str
    meanwhile: str
    nouns: str
    """Nouns that a sentence introduces and others take up, as alternatives."""
    definite: str
    """The words between the start of a sentence and such a noun as its subject."""
    inside: str
    """The words before such a noun in the middle of a sentence."""
    specified: str
    """The words behind a noun that is told apart by it: then nothing is missing."""
    mention: str
    """The earlier mention; the noun takes the place of `@`."""
    taken_up: tuple[TakenUp, ...] = ()
    """Short forms that need the sentence with the full one, if there is such a sentence."""
    answer: str = r"(?!)"
    """The beginning of a sentence right behind a question that answers it."""
    times: str = r"(?!)"
    """Openings that look like one of these and point at today."""


def forms_of(words: ModuleType) -> Forms:
    """Returns the forms that a module has under their names in capitals. Raises TypeError where one is missing."""
    given = vars(words)
    return Forms(**{name: given[name.upper()] for name in Forms._fields if name.upper() in given})


class Patterns(NamedTuple):
    """The words of one language that lean."""

    opening: re.Pattern[str]
    """Openings of several words that refer to the sentence before."""
    meanwhile: re.Pattern[str]
    """The first words of a sentence with a connective behind them."""
    definite: re.Pattern[str]
    """A definite noun as the subject of a sentence, which does not say which one; the noun is the group `noun`."""
    inside: re.Pattern[str]
    """Such a noun within a sentence; one of the groups is the noun."""
    times: re.Pattern[str]
    """Openings that look like one of these and point at today."""
    mention: str = r"\b@\b"
    """The pattern of a noun in the sentences before; the noun takes the place of `@`."""
    taken_up: tuple[TakenUp, ...] = ()
    """Short forms that need the sentence with the full one, if there is such a sentence."""
    answer: re.Pattern[str] = re.compile(r"(?!)")
    """The beginning of a sentence right behind a question that answers it."""


def compiled(forms: Forms) -> Patterns:
    """Returns what leans in a language whose parts are given whole."""
    noun = f"(?P<noun>{forms.nouns}){forms.specified}"
    return Patterns(
        re.compile(rf"[\"“«„'’「『]?(?:{forms.opening})"),
        re.compile(forms.meanwhile),
        re.compile(f"{forms.definite}{noun}"),
        re.compile(f"{forms.inside}{noun}"),
        re.compile(forms.times),
        forms.mention,
        forms.taken_up,
        re.compile(forms.answer),
    )
