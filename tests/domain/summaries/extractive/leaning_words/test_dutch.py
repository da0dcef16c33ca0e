"""What leans in Dutch, and what only looks as if it did."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

_BEFORE = ["Een storm verwoestte een molen in Weesp.", "Niemand raakte gewond."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Het verbod gaat op 1 januari in.",
        "De 24-jarige middenvelder miste door een blessure al het WK.",
        "De Fransman won vorig jaar nog de Ronde van Vlaanderen.",
        "Volgens de onderzoekers is er geen reden tot paniek.",
        "Dinsdag werd het lichaam gevonden.",
        "Een kwartier later hield de marechaussee een man aan.",
        "De volgende ochtend stonden er honderden mensen voor de poort.",
        "Toen was het schip al half gezonken.",
        "Wel moet de Eerste Kamer nog akkoord gaan.",
        "Daartegenover staat een boete van drie ton.",
        "Op dat moment zaten er zestig kinderen in de bus.",
        "Drie van hen zijn er slecht aan toe.",
        "De eerste kostte twee miljoen, de tweede bijna het dubbele.",
        "Een derde verdachte is nog voortvluchtig.",
        "In België ligt het tarief veel lager.",
        "Een soortgelijk geval deed zich voor in Breda.",
        "De gouverneur van Antwerpen reageerde woedend op het besluit.",
        "Het gaat om een man uit Ede.",
        "“We zijn niet bang”, zegt hij, de armen over elkaar.",
    ],
)
def test_it_leans(sentence: str) -> None:
    assert Leaning([*_BEFORE, sentence], "nl").needs(2)


@pytest.mark.parametrize(
    "sentence",
    [
        "Deze zomer rijden er tussen Zwolle en Assen geen treinen.",
        "Dat de huizenprijzen blijven stijgen, komt volgens het CBS door de lage rente.",
        "Toen de muur viel, woonden er in Oost-Berlijn 1,2 miljoen mensen.",
        "Zo'n vijfhonderd boeren blokkeerden maandag de A7.",
        "Een derde van de scholen in Breda heeft een tekort aan leraren.",
        "De Tweede Kamer stemt dinsdag over vuurwerk.",
        "De twee grootste vakbonden van België kondigen een staking aan.",
        "Twee jaar na de overstromingen in Limburg wachten honderd gezinnen op geld.",
        "Later dit jaar opent in Utrecht een museum over het spoor.",
        "Het gaat goed met de zeehonden in de Waddenzee.",
        "Wie na zijn 67ste doorwerkt, betaalt minder premie en houdt daardoor meer over.",
        "Omdat Rembrandt boven zijn stand leefde, moest hij zijn huis verkopen.",
        "De schrijver Arnon Grunberg krijgt de Constantijn Huygensprijs.",
        "De brand in een flat in Arnhem heeft aan vier mensen het leven gekost.",
        "“We accepteren dit niet”, zei voorzitter Sharon Dijksma tegen het ANP.",
    ],
)
def test_it_stands(sentence: str) -> None:
    assert not Leaning([*_BEFORE, sentence], "nl").needs(2)


def test_a_noun_needs_the_sentence_that_introduces_it() -> None:
    texts = ["Bij een ongeluk raakte een brug bij Zwolle beschadigd.", "Het regende.", "Het ongeluk kostte veel geld."]
    assert Leaning(texts, "nl").needs(2) == [(0,)]


@pytest.mark.parametrize(
    "answer", ["Met belastinggeld, geeft de staatssecretaris toe.", "Een mengeling van geluk en moed."]
)
def test_an_answer_leans_on_its_question(answer: str) -> None:
    question = "Hoe is de school van het kleine Oudeschild toch nog gered?"
    assert Leaning(["Een school ging open.", question, answer], "nl").needs(2)
    assert not Leaning(
        ["Een school ging open.", question, "De gemeente Texel kocht een pand van Defensie."], "nl"
    ).needs(2)
