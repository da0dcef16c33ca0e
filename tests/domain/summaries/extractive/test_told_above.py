"""What the title tells needs no sentence; what a deck told that is gone, no sentence tells."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning
from newstui.domain.summaries.extractive.told_above import Above

TEXTS = ("Il pleut à Brest.", "Anna Berg dirige le port.", "Rien ne change.")


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Une collision à Brest", "La collision a fait du bruit."),
        ("Une collision à Brest", "Cette collision a fait du bruit."),
        ("Une collision à Brest", "Riga parle de cette affaire."),
        ("Deux collisions à Brest", "La collision a fait du bruit."),
        ("Anna Berg quitte le port", "Berg a quitté le port."),
    ],
)
def test_what_the_title_names_needs_no_sentence(title: str, sentence: str) -> None:
    assert Leaning((*TEXTS, sentence), "fr").needs(3)
    assert Leaning((*TEXTS, sentence), "fr", title).needs(3) == []


def test_a_title_is_read_in_languages_where_that_was_measured() -> None:
    assert not Above("Eine Kollision in Riga", "de").names("Kollision")
    assert Leaning(("Es regnet.", "Die Entscheidung kam spät."), "de", "Eine Entscheidung in Riga").needs(1) == [(0,)]
    crash = ("It rains.", "The crash was loud.")
    assert (Leaning(crash, "en").needs(1), Leaning(crash, "en", "A crash in Riga").needs(1)) == ([(0,)], [])


@pytest.mark.parametrize(
    "first",
    [
        "Le port de Riga estime quant à lui que la grue est vieille.",
        "Dernière en date : la fermeture du port.",
        "Le port de Riga a donc fermé.",
        "Deux marins ont disparu dans ce fort.",
    ],
)
def test_a_first_sentence_behind_a_deck_that_is_gone_needs_what_nothing_tells(first: str) -> None:
    assert Leaning((first, "Il pleut."), "fr", "La grue de Riga").needs(0) == [()]


def test_a_first_sentence_may_tease_with_what_the_next_one_or_the_title_tells() -> None:
    assert Leaning(("Elle a fermé le port.", "Anna Berg part."), "fr", "Riga").needs(0) == [(1,)]
    assert Leaning(("Deux marins ont disparu dans ce fort.", "Il pleut."), "fr", "Le fort de Riga").needs(0) == []
    assert Leaning(("Un fort de Riga ferme, et ce fort est vieux.", "Il pleut."), "fr", "Riga").needs(0) == []


def test_an_abbreviation_of_the_title_needs_no_sentence_that_explains_it() -> None:
    texts = ("Il pleut.", "L'Agence des ports (ADP) ferme le quai.", "Riga attend l'avis de l'ADP.")
    assert Leaning(texts, "fr", "Riga ferme un quai").needs(2) == [(1,)]
    assert Leaning(texts, "fr", "L'ADP ferme un quai").needs(2) == []
