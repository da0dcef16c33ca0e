"""Danish nouns with their article behind them."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning
from tests.hostile import QUADRATIC, growth_of


def test_one_that_says_nothing_needs_the_sentence_before() -> None:
    assert Leaning(("Havnerådet mødtes.", "Ministeren er rasende."), "da").needs(1) == [(0,)]


@pytest.mark.parametrize("sentence", ["Ministeren for havne er rasende.", "Regeringen vil lukke havnen i Riga."])
def test_one_that_is_told_apart_or_known_to_all_needs_none(sentence: str) -> None:
    assert Leaning(("Havnerådet mødtes.", sentence), "da").needs(1) == []


def test_a_noun_needs_the_sentence_that_introduced_it() -> None:
    texts = ("En mand faldt i havnen.", "Det regnede i Riga.", "Manden kom på hospitalet.")
    assert Leaning(texts, "da").needs(2) == [(0,)]


def test_a_noun_within_a_sentence_needs_the_one_that_has_it_without_its_article() -> None:
    texts = ("Katte er sjældne i Riga.", "Berg fandt en lygte.", "Anna Berg solgte lygten.", "Riga sov.")
    assert Leaning(texts, "da").needs(2) == [(1,)]
    assert Leaning((*texts, "Anna Berg kyssede katten."), "da").needs(4) == [(0,)]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("Lygten i Riga er ny.", "Anna Berg solgte lygten."),
        ("Berg fandt en stormlygte.", "Anna Berg solgte lygten."),
        ("Berg fandt en lygte.", "Anna Berg så en lygte, men lygten slukkedes."),
        ("Berg fandt en lygte.", "Anna Berg solgte lygten på havnen."),
        ("Berg vil sejle et skib til Riga.", "Anna Berg har sejlet."),
    ],
)
def test_a_noun_that_is_no_new_one_there_needs_no_sentence(before: str, sentence: str) -> None:
    assert Leaning((before, sentence), "da").needs(1) == []


def test_a_noun_of_the_title_is_known() -> None:
    texts = ("Berg fandt en lygte.", "Anna Berg solgte lygten.", "Ulykken kostede Riga dyrt.")
    assert all(Leaning(texts, "da").needs(place) for place in (1, 2))
    assert not any(Leaning(texts, "da", "Stormlygte i ulykke").needs(place) for place in (1, 2))


@pytest.mark.parametrize("piece", ["bogen ", "Bogen", "bog ", "bogen i "])
def test_a_sentence_without_an_end_takes_no_more_than_its_length(piece: str) -> None:
    def looked_at(text: str) -> None:
        Leaning(["En bog faldt.", text], "da").needs(1)

    looked_at(piece)  # what is made once
    assert growth_of(looked_at, lambda pieces: piece * pieces, 12_000) < QUADRATIC
