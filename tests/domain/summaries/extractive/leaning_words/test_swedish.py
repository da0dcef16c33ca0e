"""What leans in Swedish, and what only looks as if it did."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

_BEFORE = ["En storm förstörde en kvarn i Ystad.", "Ingen skadades."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Beslutet överraskade handlarna på torget.",
        "Mannen fördes till sjukhus med helikopter.",
        "Enligt forskarna finns ingen anledning till panik.",
        "En kvart senare greps föraren.",
        "Dagen därpå stod hundratals människor utanför grinden.",
        "Då var båten redan halvt sjunken.",
        "Dessutom saknas pengar till lärare.",
        "Två av dem är allvarligt skadade.",
        "Den andra kostade nästan dubbelt så mycket.",
        "I Norge är skatten betydligt lägre.",
        "En liknande olycka inträffade i Luleå 2017.",
        "Den ryske ambassadören kallades upp efter olyckan.",
        "”Vi är inte rädda”, säger hon med armarna i kors.",
        "– Vi är inte rädda, säger hon.",
        "Efter detta tappade laget fart.",
        "Samtidigt började utrymningen i Umeå.",
        "Företaget lovar i sin tur att betala.",
        "Det rör sig om en man i 30-årsåldern.",
        "Offren åt lunch i matsalen.",
    ],
)
def test_it_leans(sentence: str) -> None:
    assert Leaning([*_BEFORE, sentence], "sv").needs(2)


@pytest.mark.parametrize(
    "sentence",
    [
        "Regeringen vill sänka skatten på el från årsskiftet.",
        "Polisen i Malmö grep på tisdagen två män misstänkta för rån.",
        "Den svenska kronan stärktes mot dollarn under måndagen.",
        "I Göteborg protesterade tusentals människor mot kriget i Gaza.",
        "Branden i ett flerfamiljshus i Borås krävde två liv.",
        "Detta år har över åttio vargar fötts i Sverige.",
        "Två år efter skredet i Stenungsund är vägen fortfarande trasig.",
        "De två största partierna i riksdagen säger nej till Nato-basen.",
        "En 45-årig man hittades död på en strand i Halmstad.",
        "När Zlatan Ibrahimovic kom till Milan var han 28 år.",
        "”Vi bygger upp skolan igen”, säger kommunalrådet Anna König Jerlmyr.",
        "– Vi bygger upp skolan igen, säger kommunalrådet Anna König Jerlmyr.",
        "Statsminister Ulf Kristersson reser i veckan till Tokyo.",
        "Priset på olivolja har stigit mycket mer än priset på bensin.",
        "Dagen efter valet i Norge föll börsen i Oslo.",
        "På den svenska marknaden säljs varje år 300 000 bilar.",
        "Mannen bakom Spotify, Daniel Ek, lämnar posten som vd.",
        "Både Norge och Finland har stängt gränsen.",
        "Det regnade så kraftigt i Skåne att tågen stod stilla.",
        "Andra världskriget slutade 1945.",
        "Högsta domstolens beslut att häva domen kom i maj.",
        "Senare i år öppnar ett museum i Kiruna.",
        "Om de nya reglerna klubbas får kommunerna mer pengar.",
        "Sedan 2010 har antalet läkare fördubblats i Estland.",
    ],
)
def test_it_stands(sentence: str) -> None:
    assert not Leaning([*_BEFORE, sentence], "sv").needs(2)


def test_a_noun_needs_the_sentence_that_introduces_it() -> None:
    assert Leaning(["En olycka stängde en bro i Luleå.", "Det regnade.", "Olyckan kostade mycket."], "sv").needs(2) == [
        (0,)
    ]


def test_an_answer_leans_on_its_question() -> None:
    question = "Hur kunde den lilla skolan i Arjeplog räddas från nedläggning?"
    assert Leaning(
        ["En storm förstörde en kvarn i Ystad.", question, "Med skattepengar, säger ministern."], "sv"
    ).needs(2)
