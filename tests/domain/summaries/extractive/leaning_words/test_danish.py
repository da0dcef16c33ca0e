"""What leans in Danish, and what only looks as if it did."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

_BEFORE = "Havnerådet mødtes."


@pytest.mark.parametrize(
    "sentence",
    [
        "Det samme gælder havnen.",
        "Havnen i Riga venter på denne aftale.",
        "Så får Riga en ny havn.",
        "Manden bag det indbrud er fundet.",
        "Sådan siger borgmester Berg.",
        "- For at åbne havnen.",
        "Færgen sank få dage senere.",
        "Havnen er også lukket.",
        "Havnen åbner i dag, siger hun.",
    ],
)
def test_it_leans(sentence: str) -> None:
    needs = Leaning((_BEFORE, sentence), "da").needs(1)
    assert needs
    assert all(0 in places for places in needs)


@pytest.mark.parametrize(
    "sentence",
    [
        "- Havnen åbner i dag, siger Berg.",
        "Det er en god dag for havnen.",
        "Manden på havnen er fundet.",
    ],
)
def test_it_stands(sentence: str) -> None:
    assert Leaning((_BEFORE, sentence), "da").needs(1) == []


def test_a_noun_needs_the_sentence_that_introduced_it() -> None:
    texts = ("En mand faldt i havnen.", "Det regnede i Riga.", "Manden kom på hospitalet.")
    assert Leaning(texts, "da").needs(2) == [(0,)]


def test_what_somebody_says_of_himself_needs_a_neighbour_that_names_him() -> None:
    texts = (_BEFORE, "Det regnede i Riga.", "Byen sov.", "Berg talte i byen.", "Havnen er min glæde.", "Riga sov.")
    assert Leaning(texts, "da").needs(4) == [(3, 5)]
