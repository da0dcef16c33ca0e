"""Nouns that an article brings up and then takes up."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.new_nouns import NewNouns


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("A small wooden ferry sank off Malta.", "Divers reached the ferry at noon."),
        ("Gunmen entered the Bardo Museum in Tunis.", "Police closed the museum for a week."),
        ("The council has banned fireworks.", "Shops say the ban will cost them dearly."),
        ("Norway announced an end to two pits.", "Miners heard the announcement from the radio."),
        ("Some 300 schoolgirls were taken.", "The schoolgirls came home in May."),
        ("An airport near Oslo shut its airport hotel.", "The busy airport opens again on Friday."),
    ],
)
def test_what_was_new_and_is_known_needs_the_sentence_with_it(before: str, sentence: str) -> None:
    assert NewNouns(["Rain fell.", before, sentence], "en").needs(2)[0][0] == 1


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("A ferry sank off Malta.", "Divers know the ferry of the line well."),
        ("A ferry sank off Malta.", "A ferry burned, and the ferry was old."),
        ("The ferry sank off Malta.", "Divers reached the ferry at noon."),
        ("A government fell.", "The government meets on Monday."),
        ("A ferryman spoke.", "The ferry sails on Monday."),
        ("Officials saw planes.", "They praised the plan again."),
        ("The town will fund parks.", "Guests liked the fun."),
    ],
)
def test_what_says_which_or_was_never_new_needs_nothing(before: str, sentence: str) -> None:
    assert NewNouns([before, sentence], "en").needs(1) == []


def test_later_sentences_that_have_the_noun_serve_too() -> None:
    texts = ["A ferry sank.", "The ferry was old.", "Rain fell.", "Divers reached the ferry."]
    assert NewNouns(texts, "en").needs(3) == [(0, 1)]


def test_a_longer_word_is_no_mention() -> None:
    assert NewNouns(["The town has banned fireworks.", "Banks closed.", "Shops fear the ban."], "en").needs(2) == [(0,)]


def test_a_language_whose_articles_are_not_known_needs_nothing() -> None:
    assert NewNouns(["A ferry sank.", "The ferry was old."], "fi").needs(1) == []


def test_one_of_several_that_came_without_an_article_is_taken_up() -> None:
    later = "Mary Doyle said the operation cost Cork 900 euros."
    assert NewNouns(("Cork launched dredging operations.", "Gulls left.", later), "en").needs(2) == [(0,)]
    assert NewNouns(("Cork paid for the operations.", "Gulls left.", later), "en").needs(2) == []
