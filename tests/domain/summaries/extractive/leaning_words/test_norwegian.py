"""What leans in Norwegian, and what only looks as if it did."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

_BEFORE = ["En storm ødela en mølle i Moss.", "Ingen ble skadd."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Beslutningen overrasket handelsmennene.",
        "Mannen ble fløyet til sykehus.",
        "Ifølge forskerne er det ingen grunn til panikk.",
        "Et kvarter senere ble sjåføren pågrepet.",
        "Dagen etter sto hundrevis av mennesker utenfor porten.",
        "Da var båten allerede halvt sunket.",
        "Dessuten mangler det penger til lærere.",
        "To av dem er alvorlig skadd.",
        "Den andre kostet nesten dobbelt så mye.",
        "I Sverige er skatten betydelig lavere.",
        "En lignende ulykke skjedde i Tromsø i 2017.",
        "Den russiske ambassadøren ble kalt inn etter ulykken.",
        "– Vi er ikke redde, sier hun med armene i kors.",
        "Etter dette mistet laget farten.",
        "Samtidig begynte evakueringen i Bodø.",
        "Selskapet lover på sin side å betale.",
        "Det dreier seg om en mann i 30-årene.",
        "Ofrene spiste lunsj i kantinen.",
    ],
)
def test_it_leans(sentence: str) -> None:
    assert Leaning([*_BEFORE, sentence], "no").needs(2)


@pytest.mark.parametrize(
    "sentence",
    [
        "Regjeringen vil senke skatten på strøm fra nyttår.",
        "Politiet i Bergen pågrep tirsdag to menn mistenkt for ran.",
        "Den norske kronen styrket seg mot dollaren mandag.",
        "I Trondheim demonstrerte tusenvis mot krigen i Gaza.",
        "Brannen i en boligblokk i Drammen krevde to liv.",
        "Dette året er det født over åtti ulver i Norge.",
        "To år etter skredet i Gjerdrum er veien fortsatt stengt.",
        "De to største partiene på Stortinget sier nei til basen.",
        "En 45 år gammel mann ble funnet død på en strand i Larvik.",
        "Da Erling Haaland kom til Dortmund, var han 19 år.",
        "– Vi bygger opp skolen igjen, sier ordfører Anne Lindboe i Bærum.",
        "Statsminister Jonas Gahr Støre reiser denne uken til Tokyo.",
        "Prisen på olivenolje har steget mye mer enn prisen på bensin.",
        "Dagen etter valget i Sverige falt børsen i Stockholm.",
        "Mannen bak Spotify, Daniel Ek, går av som sjef.",
        "Både Sverige og Finland har stengt grensen.",
        "Det regnet så kraftig på Vestlandet at togene sto.",
        "Høyesteretts beslutning om å oppheve dommen kom i mai.",
        "Senere i år åpner et museum i Kirkenes.",
        "Siden 2010 er antallet leger doblet i Estland.",
    ],
)
def test_it_stands(sentence: str) -> None:
    assert not Leaning([*_BEFORE, sentence], "no").needs(2)


def test_a_noun_needs_the_sentence_that_introduces_it() -> None:
    assert Leaning(["En ulykke stengte en bro i Molde.", "Det regnet.", "Ulykken kostet mye."], "no").needs(2) == [(0,)]


def test_an_answer_leans_on_its_question() -> None:
    question = "Hvordan kunne den lille skolen i Kautokeino reddes fra nedleggelse?"
    assert Leaning(["En storm ødela en mølle i Moss.", question, "Med skattepenger, sier ministeren."], "no").needs(2)
