"""The choice of sentences: the best ones, none twice, none that depends on a sentence which is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newstui.domain.summaries.extractive import (
    NAMES,
    Unit,
    Weights,
    summarise,
    summarise_units,
    weights_from,
    weights_table,
)
from newstui.domain.summaries.extractive.select import without_repetition
from newstui.domain.summaries.extractive.term_index import index_terms
from newstui.domain.summaries.extractive.terms import Rarity
from tests.domain.summaries.extractive.sentences_and_weights import TEXT, TITLE, weights_by

if TYPE_CHECKING:
    from newstui.domain.summaries.extractive.boosted_trees import Tree


def test_the_best_sentences_come_in_the_article_s_order() -> None:
    chosen = summarise(TEXT, TITLE, "en", 2, weights_by("length", 8.5, 0.0, 9.0))
    assert chosen.positions == [0, 3]
    assert chosen.sentences[1] == "The fire at the port began in a store of grain."


def test_of_equal_sentences_the_first_ones_are_chosen() -> None:
    equal = weights_by("place", 99.0)
    assert summarise("A cat sat. A cat sat. A cat sat.", "", "en", 2, equal).positions == [0, 1]


def test_no_sentence_is_chosen_twice_while_another_one_is_left() -> None:
    equal = weights_by("place", 99.0)
    assert summarise("A cat sat. A cat sat. A dog ran.", "", "en", 2, equal).positions == [0, 2]


def test_a_sentence_that_says_little_more_than_another_is_chosen_last() -> None:
    equal = weights_by("place", 99.0)
    text = "The council of Riga closed the port on Monday. The council closed the port of Riga. A dog ran."
    assert summarise(text, "", "en", 2, equal).positions == [0, 2]


@pytest.mark.parametrize(
    "glued", ["Un petit port bonsMatignon ferme le quai.", 'Un petit port "fermé"Matignon ferme le quai.']
)
def test_a_french_sentence_that_is_glued_to_another_is_no_better_than_a_fragment(glued: str) -> None:
    equal = weights_by("place", 99.0)
    text = f"{glued} Un chien court dans la rue vide."
    assert summarise(text, "", "fr", 1, equal).positions == [1]
    assert summarise(text.replace("bonsM", "bons M").replace('"M', '" M'), "", "fr", 1, equal).positions == [0]
    assert summarise(text, "", "en", 1, equal).positions == [0]


def test_rare_words_tell_that_a_sentence_says_the_same() -> None:
    common = Rarity("en", {"en": {"they": 1.0, "now": 1.0, "will": 1.0, "be": 1.0}})
    texts = ("Late rain has closed Riga.", "Dogs ran.", "Closed they will now be: Riga, rain.")
    index = index_terms([Unit(text, i) for i, text in enumerate(texts)], "", common)
    assert [place for place, _ in without_repetition([(0, 2.0), (2, 1.5), (1, 1.0)], index)] == [0, 1, 2]


def test_a_longer_sentence_costs_more_if_several_are_asked_for() -> None:
    brief = "Two dogs ran there in the sun for many hours until a storm came."
    text = f"{brief} One cat sat{' and sat' * 40}."
    costly, equal = weights_by("length", 30.0, 0.0, 0.6), weights_by("place", 99.0)
    assert summarise(text, "", "en", 1, costly).positions == [1]
    many = f"{brief} Three birds sang elsewhere while people slept at home after lunch. One cat sat{' and sat' * 40}."
    assert summarise(many, "", "en", 2, equal).positions == [0, 1]


def test_a_sentence_gains_nothing_by_being_briefer_than_brief() -> None:
    text = "One cat sat down and slept for hours in the sun. Two dogs ran there. Three birds sang there."
    assert summarise(text, "", "en", 2, weights_by("place", 99.0)).positions == [0, 1]


def test_all_sentences_are_chosen_where_more_are_asked_for() -> None:
    assert summarise(TEXT, TITLE, "en", 99, weights_by("place")).positions == [0, 1, 2, 3, 4, 5]
    assert summarise_units([], "", None, 3, weights_by("place")).sentences == []


def test_the_first_sentence_has_an_advance_in_a_language_that_was_not_learned() -> None:
    weights = weights_by("place", above=0.2)
    assert summarise("One two three four. Five six seven eight.", "", "en", 1, weights).positions == [1]
    assert summarise("Eins zwei drei vier. Fünf sechs sieben acht.", "", "de", 1, weights).positions == [0]


def weights_by_place(*leaves: float) -> Weights:
    """A single tree that gives a leaf to each of the first places, the last one to all others."""
    place, count = NAMES.index("place"), len(leaves)
    features = [each for _ in range(count - 1) for each in (place, -1)]
    tree: Tree = ([*features, -1], [i + 0.5 for i in range(count - 1)], list(leaves))
    return weights_from(weights_table([tree], {"en": {"the": 1.0}}))


EVENT_FIRST = (2.0, 0.0, 0.0, 1.5, -2.0)
"""The score of each place where the first sentence says what happened and the fourth is a side note."""
TEASER_FIRST = (2.0, 0.0, 0.0, 2.2, -2.0)
"""The score of each place where the fourth sentence says what happened."""
FIVE = (
    "Anna fand gestern drei Rosen. Boris kaufte heute frisches Brot. Clara sang abends zwei Lieder. "
    "Dora grub morgens altes Gold aus. Emil lief dann nach Hause."
)


def test_an_article_that_tells_its_event_first_keeps_its_first_sentences() -> None:
    assert summarise(FIVE, "", "de", 2, weights_by_place(*EVENT_FIRST)).positions == [0, 1]
    assert summarise(FIVE, "", "de", 2, weights_by_place(*TEASER_FIRST)).positions == [0, 3]


def test_a_kept_lead_is_as_long_as_the_summary() -> None:
    late = (2.0, 0.0, 0.0, -0.2, 0.1)
    assert summarise(FIVE, "", "de", 4, weights_by_place(*late)).positions == [0, 1, 2, 3]


def test_a_fragment_is_not_kept_with_the_lead() -> None:
    text = FIVE.replace("Boris kaufte heute frisches Brot.", "Ein Foto.")
    assert summarise(text, "", "de", 2, weights_by_place(2.0, 0.0, 0.0, 0.5, -2.0)).positions == [0, 2]


def test_a_language_that_was_learned_has_no_lead_to_keep() -> None:
    assert summarise(FIVE, "", "en", 2, weights_by_place(*EVENT_FIRST)).positions == [0, 3]


def test_a_sentence_without_the_one_before_has_its_connective_in_brackets() -> None:
    text = "It rained. But Riga has a closed port on Monday. It rained again."
    best = weights_by("length", 5.5, 0.0, 9.0)
    assert summarise(text, "", "en", 1, best).sentences == ["[…] Riga has a closed port on Monday."]
    assert summarise(text, "", "en", 3, best).sentences[1] == "But Riga has a closed port on Monday."


def test_a_line_without_a_letter_has_a_number_but_is_never_chosen() -> None:
    assert summarise("***\nIt rained. It stopped.", "", "en", 5, weights_by("place")).positions == [1, 2]


@given(
    st.text(alphabet="aAbB .!?\n\"'(。東1,", max_size=120),
    st.text(max_size=20),
    st.sampled_from(["en", "ja", "vi-VN", None]),
)
@example('"11? 1"b?Aa', "", None)
def test_chosen_sentences_are_parts_of_the_text(text: str, title: str, lang: str | None) -> None:
    chosen = summarise(text, title, lang, 2, weights_by("length", 3.0))
    assert len(chosen.sentences) == len(chosen.positions) <= 2
    assert chosen.positions == sorted(set(chosen.positions))
    assert all(each.rpartition("[…] ")[2] in text for each in chosen.sentences)  # the end of a quotation is opened


@pytest.mark.parametrize(
    "broken",
    [
        '"It was late',
        "the mayor of Riga was late.",
        "Ten things to know about it",
        "(It was very late.",
        "He was very late.",
        "No.",
    ],
)
def test_a_broken_sentence_is_chosen_only_where_no_whole_one_is_left(broken: str) -> None:
    whole = Unit("Trains were late on Monday.", 1)
    chosen = summarise_units([Unit(broken, 2), whole], "", "en", 1, weights_by("place", 99.0))
    assert chosen.positions == [1]
    assert summarise_units([Unit(broken, 0)], "", "en", 1, weights_by("place", 99.0)).positions == [0]
