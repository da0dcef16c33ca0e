"""What leans in Danish by a word within a sentence, or by all of it."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning
from tests.hostile import QUADRATIC, growth_of

_BEFORE = "Havnerådet mødtes."


@pytest.mark.parametrize(
    "sentence",
    [
        "Havnen i Riga venter på denne aftale.",
        "Manden bag det indbrud er fundet.",
        "Berg har dog aldrig været i Riga.",
        "Berg har heller ikke været i Riga.",
        "Berg har i stedet købt en færge.",
        "Berg kender ikke til den slags planer, skriver avisen Riga Nyt.",
        "Berg vil sælge den anden til Riga.",
        "Borgmester Anna Berg har aldrig været derinde.",
        "I Oslo er luften meget renere.",
        "Ny havn i Riga.",
        "Et krav, som Riga Havn afviste.",
        "Anna Berg uddyber:",
    ],
)
def test_it_leans(sentence: str) -> None:
    assert Leaning((_BEFORE, sentence, "Det regnede."), "da").needs(1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Berg venter på den aftale, som Riga og Tallinn har lovet.",
        "I Oslo er luften meget renere end i Riga.",
        "Riga får en ny havn, som Anna Berg har tegnet.",
        "I stedet for en færge får Riga en bro.",
        "Anna Berg fra Riga ejer en færge mellem Riga og Tallinn, men nægter at sejle selv, om der dog er is.",
        "Anna Berg siger: Riga er dog lille.",
        "Berg sejler samtidig med Riga.",
    ],
)
def test_it_stands(sentence: str) -> None:
    assert Leaning((_BEFORE, sentence, "Det regnede."), "da").needs(1) == []


def test_a_colon_needs_what_follows_it() -> None:
    assert Leaning((_BEFORE, "Anna Berg fra Riga skriver:", "Havnen er ny."), "da").needs(1) == [(2,)]
    assert Leaning((_BEFORE, "Anna Berg fra Riga skriver:"), "da").needs(1) == [()]


def test_a_first_sentence_that_points_at_what_is_not_told_needs_the_next_one() -> None:
    assert Leaning(("Berg kan dog ikke sejle.", "Anna Berg er født i Riga."), "da").needs(0) == [(1,)]
    assert Leaning(("Ny havn i Riga.", "Anna Berg er født i Riga."), "da").needs(0) == []


@pytest.mark.parametrize("piece", ["En a, ", "meget ", "a, som ", "dog. ", "den "])
def test_a_sentence_without_an_end_takes_no_more_than_its_length(piece: str) -> None:
    def looked_at(text: str) -> None:
        Leaning(["En bog faldt.", text], "da").needs(1)

    looked_at(piece)  # what is made once
    assert growth_of(looked_at, lambda pieces: piece * pieces, 12_000) < QUADRATIC
