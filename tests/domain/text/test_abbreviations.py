"""The tables of words that tell a full stop from a point are well-formed, and each language has its own."""

from __future__ import annotations

import re

import pytest

from newstui.domain.text import abbreviations
from newstui.domain.text.abbreviations import CLOCK, LABELS, MAGNITUDES, ORDINALS, UNITS, VERBS, words_of

LANGUAGES = sorted({*abbreviations._NEVER, *abbreviations._LIKE})


def test_the_tables_have_twenty_languages() -> None:
    assert len(LANGUAGES) >= 20


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_abbreviation_is_in_lower_case_and_without_its_last_point(lang: str) -> None:
    words = words_of(lang)
    assert words.never
    for word in (*words.known, *words.starters, *words.streets):
        assert word == word.lower().strip()
        assert word
        assert not word.endswith(".")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_known_words_are_all_abbreviations_of_the_language(lang: str) -> None:
    words = words_of(lang)
    for group in (words.never, words.numbered, words.perhaps, words.capital, words.dates, words.states, UNITS):
        assert group <= words.known


def test_every_table_is_of_a_language_that_has_words_of_its_own() -> None:
    for table in (abbreviations._NUMBERED, abbreviations._PERHAPS, abbreviations._STARTERS):
        assert table.keys() <= abbreviations._NEVER.keys()
    assert set(abbreviations._LIKE.values()) <= abbreviations._NEVER.keys()


def test_an_unknown_language_has_the_words_of_english_and_some_have_those_of_a_neighbour() -> None:
    assert words_of("xx") == words_of("en")
    assert words_of("nb") == words_of("no") != words_of("en")


def test_english_titles_are_abbreviations_in_every_language() -> None:
    assert all("mr" in words_of(lang).never for lang in LANGUAGES if "mr" not in words_of(lang).starters)


def test_months_and_states_are_english_only_where_the_table_says_so() -> None:
    assert words_of("en").capital
    assert not words_of("de").capital
    assert words_of("de").streets == ("str",)


def test_words_that_stand_in_regular_expressions_compile() -> None:
    assert re.fullmatch(MAGNITUDES, "million")
    assert re.fullmatch(VERBS, "powiedziała")
    assert re.fullmatch(VERBS, "powiedział")
    assert not re.fullmatch(VERBS, "port")


def test_labels_days_and_languages_are_in_lower_case() -> None:
    for words in (LABELS, CLOCK, ORDINALS, UNITS):
        assert all(word == word.lower() and "." not in word for word in words)
