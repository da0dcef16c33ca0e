"""What leans in German, and what only looks so."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

BEFORE = (
    "Der Stadtrat von Emden tagte am Mittwoch.",
    "Eine Fähre hatte den Anleger gerammt, es gab elf Leichtverletzte.",
)


def leans(sentence: str, *before: str) -> bool:
    texts = [*(before or BEFORE), sentence]
    return bool(Leaning(texts, "de").needs(len(texts) - 1))


@pytest.mark.parametrize(
    "sentence",
    [
        "Drei weitere kamen mit dem Schrecken davon.",
        "Eine dritte lag noch im Hafenbecken.",
        "Einen ähnlichen Aufprall gab es vor vierzig Jahren.",
        "Solche Schäden sind teuer.",
        "Mehr als doppelt so viel hatte Oldenburg bezahlt.",
        "Deutlich weniger als erwartet kostete das neue Dach.",
        "Den Ablauf des Unfalls kennt bisher niemand.",
        "Am Abend entließ das Krankenhaus die Kinder, am Morgen besuchte der Kanzler den Ort der Havarie.",
        "Die Verletzten durften nach Hause.",
        "Die 58-Jährige aus Leer schwieg.",
        "Am Donnerstag meldete die Reederei einen Schaden.",
        "Für Fischer bleibt die Ausfahrt dort gesperrt.",
        "Wochen darauf kam ein neuer Anleger aus Polen.",
        "Hinzu kommt der Schaden am Dach.",
        "Die Ladung sei gut gesichert gewesen.",
        "Die Ladung war gut gesichert, sagte sie auf dem Kai.",
        "„Das Wetter war gut“, sagte die Sprecherin.",
        "Weil das Ruder klemmte.",
        "Vor zehn Jahren waren es noch vierzig.",
        "Noch nie sanken in der Ems so viele Boote.",
        "Zwei der Verletzten kommen aus Leer.",
    ],
)
def test_a_sentence_leans_on_what_stands_before_it(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Es regnet an der Nordsee seit Tagen.",
        "Es gibt in Niedersachsen sieben bewohnte Inseln.",
        "Es ist offen, ob Borkum einen neuen Hafen bekommt.",
        "Sowohl Dänemark als auch Schweden bauen neue Fähren.",
        "Im Interview mit der Zeit kündigte Kapitän Berg an, er werde aufhören.",
        "Noch immer fahren viele Fähren mit Diesel.",
        "Doppelt so viele Fähren wie im Jahr 1990 fahren nach Juist.",
        "Deutlich weniger Gäste als im Vorjahr kamen nach Juist.",
        "Das Unternehmen Siemens baut in Cuxhaven Windräder.",
        "Die Entscheidung des Bundestags über die Küstenwache fiel im Mai.",
        "Der 58-jährige Hauke Petersen leitet den Hafen von Leer.",
        "Die Mehrheit der Deutschen reist gern ans Meer.",
        "„Das Wetter war gut“, sagte die Sprecherin des Hafens von Leer.",
        "Die Ladung sei gut gesichert gewesen, teilte die Polizei von Emden mit.",
    ],
)
def test_what_names_its_matter_stands(sentence: str) -> None:
    assert not leans(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Petersen leitet den Hafen seit elf Jahren.", True),
        ("Petersens Frau war an Bord.", True),
        ("Hauke Petersen leitet den Hafen seit elf Jahren.", False),
        ("Emden hat einen alten Hafen.", False),
    ],
)
def test_a_surname_leans_on_the_sentence_with_the_whole_name(sentence: str, expected: bool) -> None:
    assert leans(sentence, "In der Stadt Emden rammte eine Fähre den Kai.", "Lotse Jens Petersen war da.") is expected


def test_a_noun_that_is_part_of_a_longer_word_introduces_it() -> None:
    texts = [
        "In Emden gab es einen Fährunfall.",
        "Es regnete stark.",
        "Die Polizei untersucht die Ursachen des Unfalls.",
    ]
    assert Leaning(texts, "de").needs(2) == [(0,)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vermutlich erst im Herbst, sagt der Lotse von Borkum.", True),
        ("Ein paar hundert Tonnen, schätzt die Reederei von Borkum.", True),
        ("In Gemeindesälen, sagt der Rat von Borkum.", True),
        ("Die Stadt Emden zahlt den Bau der neuen Anleger.", False),
        ("Der Hafen von Emden liegt an der Ems, der Kai ist alt.", False),
    ],
)
def test_what_is_no_whole_sentence_answers_the_question_before_it(sentence: str, expected: bool) -> None:
    assert leans(sentence, "Der Hafen von Borkum ist klein.", "Was geschieht nun mit der Fähre?") is expected
