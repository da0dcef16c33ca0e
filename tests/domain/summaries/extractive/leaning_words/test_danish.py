"""What leans in Danish, and what only looks as if it did."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning
from tests.hostile import QUADRATIC, growth_of

_BEFORE = "Havnerådet mødtes."


@pytest.mark.parametrize(
    "sentence",
    [
        "Det samme gælder havnen.",
        "Så får Riga en ny havn.",
        "Sådan siger borgmester Berg.",
        "- For at åbne havnen.",
        "Færgen sank få dage senere.",
        "Havnen er også lukket.",
        "Havnen åbner i dag, siger hun.",
        "Og Riga får en ny havn.",
        "For Riga har ingen penge.",
        "For der er is på Daugava.",
        "Heraf går to millioner til Riga.",
        "Nemlig at Riga er fattig.",
        "Tværtimod vil Riga købe en færge.",
        "I stedet vil Riga købe en færge.",
        "Dagen efter sejlede Berg til Riga.",
        "Samme aften sejlede Berg til Riga.",
        "Til sidst sejlede Berg til Riga.",
        "Andre sejlede til Riga.",
        "En tredje er sejlet til Riga.",
        "To af dem er sejlet til Riga.",
        "Trods det sejlede Berg til Riga.",
        "I hendes have bor der ræve.",
        "Hvis det sker, lukker Riga.",
        "Den sejler fra Riga klokken ti.",
        "De vil sejle fra Riga klokken ti.",
        "Det gav Riga en ny havn.",
        "Det undrer Anna Berg.",
        "Den beslutning glæder Anna Berg.",
        "Den tiltalte nægter sig skyldig.",
        "Anna Berg vandt igen.",
        "”Riga er smuk,” forklarer hun til avisen.",
        "Det siger Anna Berg i denne uge.",
        "Nej, Riga er ikke rig.",
    ],
)
def test_it_leans(sentence: str) -> None:
    assert Leaning((_BEFORE, sentence, "Det regnede."), "da").needs(1)


@pytest.mark.parametrize(
    "sentence",
    [
        "- Havnen åbner i dag, siger Berg.",
        "Det er en god dag for havnen.",
        "Manden på havnen er fundet.",
        "For byen Riga er 2019 et godt år.",
        "For at åbne havnen skal Riga bruge penge.",
        "Så sent som i april lå der is på Daugava.",
        "Enten lukker Riga eller Tallinn sin havn.",
        "Yderligere 16 skibe er sunket ud for Riga.",
        "I stedet for en færge får Riga en bro.",
        "Dengang Anna Berg var barn, var Riga lille.",
        "Samme dag som Riga lukkede, åbnede Tallinn.",
        "Den første færge i Riga hed Anna.",
        "Det kan være svært at finde vej i Riga.",
        "Det nytter ikke at lukke havnen i Riga.",
        "Den ø, der ligger ud for Riga, er til salg.",
        "Denne uge åbner Riga en ny havn.",
        "En af de to færger, som sejler til Riga, er sunket.",
        "”Riga er smuk,” forklarer Anna Berg.",
    ],
)
def test_it_stands(sentence: str) -> None:
    assert Leaning((_BEFORE, sentence, "Det regnede."), "da").needs(1) == []


def test_behind_a_question_an_answer_needs_it() -> None:
    assert Leaning(("Hvad vil Riga nu?", "Måske bygge en havn, som kan rumme alle Bergs færger."), "da").needs(1)


def test_what_somebody_says_of_himself_needs_a_neighbour_that_names_him() -> None:
    texts = (_BEFORE, "Det regnede i Riga.", "Byen sov.", "Berg talte i byen.", "Havnen er min glæde.", "Riga sov.")
    assert Leaning(texts, "da").needs(4) == [(3, 5)]


@pytest.mark.parametrize("piece", ["den ", "For a ", ", siger ", "a af "])
def test_a_sentence_without_an_end_takes_no_more_than_its_length(piece: str) -> None:
    def looked_at(text: str) -> None:
        Leaning(["En bog faldt.", text], "da").needs(1)

    looked_at(piece)  # what is made once
    assert growth_of(looked_at, lambda pieces: piece * pieces, 12_000) < QUADRATIC
