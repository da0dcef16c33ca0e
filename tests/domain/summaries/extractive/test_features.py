"""The features of a sentence: its place, its terms, what it shares with the title, its quotations and names."""

from __future__ import annotations

import math

from newstui.domain.summaries.extractive import (
    NAMES,
    measure,
)
from newstui.domain.summaries.extractive.terms import Rarity
from tests.domain.summaries.extractive.sentences_and_weights import TITLE, measured, units


def test_every_sentence_has_a_number_for_every_feature() -> None:
    columns = measure(units(), TITLE, "en", Rarity("en", {}))
    assert len(columns) == len(NAMES)
    assert all(len(column) == 6 for column in columns)
    assert all(math.isfinite(value) for column in columns for value in column)


def test_no_sentences_have_empty_columns() -> None:
    assert measure([], TITLE, "en", Rarity("en", {})) == [[]] * len(NAMES)


def test_the_place_of_a_sentence_is_counted_from_both_ends() -> None:
    assert measured("place") == [0, 1, 2, 3, 4, 5]
    assert measured("from_end") == [5, 4, 3, 2, 1, 0]


def test_the_sentence_with_the_title_s_terms_covers_most_of_the_title() -> None:
    covered = measured("title_covered")
    assert max(covered) == covered[0]
    assert measured("title_covered", title="") == [0.0] * 6
    assert measured("titled") == [1.0] * 6
    assert measured("titled", title=" ") == [0.0] * 6


def test_pairs_and_triples_of_the_title_s_terms_are_counted() -> None:
    assert measured("title_pairs")[0] > 0
    assert measured("title_triples")[0] > measured("title_triples")[1] == 0


def test_quotations_pronouns_connectives_and_commas_are_counted() -> None:
    assert measured("begins_quoted") == [0, 1, 0, 0, 0, 0]
    assert measured("connective") == [0, 0, 1, 0, 0, 0]
    assert measured("pronoun", "He left. Anna stayed.") == [1, 0]
    assert measured("commas") == [0, 1, 0, 0, 0, 0]


def test_a_name_is_a_word_with_a_capital_inside_a_sentence() -> None:
    assert measured("names")[0] == 2
    assert measured("new_names")[5] < measured("names")[5]
