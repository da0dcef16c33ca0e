"""An article as numbers: its terms in the order of first mention, and what they weigh."""

from __future__ import annotations

from math import isclose

import pytest

from newstui.domain.summaries.extractive.term_index import Unit, index_terms
from newstui.domain.summaries.extractive.terms import UNKNOWN, Rarity

PORT = [Unit("Port closed.", 0), Unit("The port opened again.", 1), Unit("!", 2)]


def rarity() -> Rarity:
    return Rarity("en", {"en": {"the": 0.5, "port": 3.0}})


def test_terms_are_numbered_in_the_order_of_first_mention_from_1() -> None:
    index = index_terms(PORT, "Ferry port", rarity())
    assert index.term_lists == [[1, 2], [3, 1, 4, 5], []]
    assert index.title == [6, 1], "a term that only the title has is numbered after all others"


def test_the_terms_that_no_sentence_before_has_are_a_range() -> None:
    assert index_terms(PORT, "", rarity()).first == [(1, 3), (3, 6), (6, 6)]


def test_a_sentence_s_values_are_taken_from_a_list_over_all_terms() -> None:
    index = index_terms(PORT, "", rarity())
    assert index.at[1](["", "port", "close", "the", "open", "again"]) == ("", "", "the", "port", "open", "again")
    assert index.at[2]([7, 1, 1, 1, 1, 1]) == (7, 7), "a sentence without terms has only number 0"


def test_a_term_that_recurs_weighs_more_than_its_rarity() -> None:
    index = index_terms(PORT, "", rarity())
    assert index.rare == [0.0, 3.0, UNKNOWN, 0.5, UNKNOWN, UNKNOWN]
    assert index.count == [0, 2, 1, 1, 1, 1]
    assert index.weight[1] > index.rare[1]
    assert index.weight[2:] == index.rare[2:]


def test_vectors_have_a_length_of_1_and_none_without_terms() -> None:
    lengths = [sum(value * value for value in vector) for vector in index_terms(PORT, "", rarity()).vectors]
    assert isclose(lengths[0], 1)
    assert isclose(lengths[1], 1)
    assert lengths[2] == 0


@pytest.mark.parametrize(("text", "length"), [("One two two.", 3.0), ("東京は晴れ", 2.0), ("…", 0.0)])
def test_the_length_of_a_sentence_is_in_words(text: str, length: float) -> None:
    index = index_terms([Unit(text, 0)], "", rarity())
    assert index.lengths == [length]
    assert index.sizes[0] >= 1
