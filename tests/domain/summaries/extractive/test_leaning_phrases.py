"""Phrases and definite nouns that lean on an earlier sentence, by language."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning_phrases import patterns


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
    phrases = patterns(lang)
    assert phrases
    assert phrases.opening.match(opening)


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
    phrases = patterns(lang)
    assert phrases
    assert not phrases.opening.match(opening)


def test_a_definite_noun_is_found_as_the_subject_and_within() -> None:
    phrases = patterns("en")
    assert phrases
    assert phrases.definite.match("In May, the company sold its ships.")
    assert phrases.inside.search("Berlin waits for the verdict.")
    assert not phrases.inside.search("Berlin waits for the verdict on the ferry.")


def test_a_language_without_lists_has_no_phrases() -> None:
    assert patterns("fi") is None
