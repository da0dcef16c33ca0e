"""Phrases and definite nouns that lean on an earlier sentence, by language."""

from __future__ import annotations

import sys
from importlib import import_module
from subprocess import run

import pytest

from newstui.domain.summaries.extractive import leaning_words
from newstui.domain.summaries.extractive.leaning_phrases import MODULES, Patterns, patterns


@pytest.mark.parametrize(
    ("lang", "opening"),
    [
        ("en", "For example, ten ships"),
        ("en", "One of them sank"),
        ("en", "The latter sank"),
        ("de", "Nach diesem Sturm"),
        ("de", "Das ist neu"),
        ("fr", "De son côté, le maire"),
        ("fr", "Lorsqu’il arrive"),
        ("es", "Por su parte, el alcalde"),
        ("es", "Otra nave"),
    ],
)
def test_a_phrase_opens_what_leans(lang: str, opening: str) -> None:
    assert patterns(lang).opening.match(opening)


@pytest.mark.parametrize(
    ("lang", "opening"),
    [
        ("en", "At the time of the storm"),
        ("en", "The second half began"),
        ("de", "Das Schiff sank"),
        ("fr", "Les ports sont fermés"),
        ("es", "El puerto cerró"),
    ],
)
def test_what_names_its_matter_opens_otherwise(lang: str, opening: str) -> None:
    assert not patterns(lang).opening.match(opening)


def test_a_definite_noun_is_found_as_the_subject_and_within() -> None:
    phrases = patterns("en")
    assert phrases.definite.match("In May, the company sold its ships.")
    assert phrases.inside.search("Berlin waits for the verdict.")
    assert not phrases.inside.search("Berlin waits for the verdict on the ferry.")


def test_an_opening_may_stand_behind_a_quotation_mark() -> None:
    assert patterns("en").opening.match("“For example, ten ships")
    assert patterns("ja").opening.match("「しかし船は来た")


def test_a_time_that_all_know_is_none_of_the_openings() -> None:
    assert patterns("en").times.match("This week")
    assert not patterns("en").times.match("This ship")


def test_in_a_language_without_a_module_nothing_leans() -> None:
    phrases = patterns("fi")
    assert phrases == Patterns()
    assert not phrases.opening.match("For example, ten ships")
    assert not phrases.inside.search("Berlin waits for the verdict.")
    assert not phrases.own_needs(("One.", "Two."), 1, "")


@pytest.mark.parametrize("name", MODULES.values())
def test_each_constant_of_a_language_is_asked_for(name: str) -> None:
    words = vars(import_module(f"{leaning_words.__name__}.{name}"))
    kinds = {kind for kind in words if kind.isupper() and not kind.startswith("_")}
    asked = {kind.upper() for kind in Patterns._fields}
    assert kinds <= asked | {"TYPE_CHECKING", "MARKS"}
    assert {"OPENING", "MEANWHILE"} <= kinds


def test_no_words_are_read_before_somebody_asks_for_their_language() -> None:
    package = leaning_words.__name__
    program = f"""
import sys
from newstui.domain.summaries.extractive.leaning import Leaning
def read(): return [name.rpartition('.')[2] for name in sys.modules if name.startswith('{package}.')]
print(read())
Leaning(['One.'], 'da')
print(read())
"""
    told = run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60).stdout
    assert told.splitlines() == ["[]", "['danish_nouns', 'danish_within', 'danish']"]
