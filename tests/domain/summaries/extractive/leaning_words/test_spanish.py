"""Openings, nouns and verbs that lean in Spanish, and others that only look so."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

BEFORE = ("El puerto de Vigo reabrió el lunes.", "Un carguero había chocado con el muelle y hubo once lesionados.")


def leans(sentence: str, *before: str, title: str = "") -> bool:
    texts = [*(before or BEFORE), sentence]
    return bool(Leaning(texts, "es", title).needs(len(texts) - 1))


@pytest.mark.parametrize(
    "sentence",
    [
        "Muchos de ellos volvieron a casa en tren.",
        "Un cuarto buque espera en la ría.",
        "Un choque parecido hundió un pesquero en 1987.",
        "Peor le fue a Ferrol en aquel invierno.",
        "Tantas toneladas no se habían movido nunca en Galicia.",
        "El doble costará la reforma de la lonja.",
        "A cambio, Vigo pagará las grúas.",
        "“Fue un golpe seco”, contó entre lágrimas.",
        "Dos de los heridos viven en Lugo.",
        "Nunca antes hubo olas de nueve metros en la ría.",
        "“Fue un golpe seco”, dijo en una entrevista con Radio Vigo.",
        "“El mar es un abismo”, dice orgulloso.",
        "“El mar es un abismo”, contó a Radio Vigo en 2014.",
        "Viven allí trece pescadores de Lugo.",
        "Un objetivo que Ferrol no alcanza desde marzo.",
        "Retrasos que Ferrol explica por la niebla.",
        "Algo que Ferrol niega.",
        "Grúas nuevas para un puerto viejo, cerca de Lugo.",
        "Nadie duda en Lugo de los pescadores.",
        "Todo parece tranquilo en Lugo.",
        "La grúa nueva le ha costado un millón a Ferrol.",
        "La receta: menos barcos y más grúas.",
        "¿La receta?",
        "Sirva de consuelo que la lonja abre en mayo.",
        "Prueba de ello son las grúas de Ferrol.",
        "Curiosamente, Ferrol tiene más grúas que Gijón.",
        "Para lograrlo, Ferrol compra dos grúas.",
        "Según su diario, Ferrol fue una fiesta.",
        "Con su grúa averiada, pesca en Lugo.",
        "Muchos lo llaman el faro de Galicia.",
        "En una vive un pescador de Lugo.",
        "Los pescadores de Lugo hablan de unos y otros.",
        "Ferrol avisa de tal cantidad de hielo.",
        "Galicia compró allí dos grúas.",
        "La amistad entre ambos acabó en marzo.",
        "Muchas grúas fueron diseñadas por ella.",
        "Galicia tenía entonces dos grúas.",
        "Ferrol compra otra grúa.",
    ],
)
def test_a_sentence_leans_on_what_stands_before_it(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Después de que Lisboa cerrara el puerto, muchos barcos fueron a Oporto.",
        "Tanto Galicia como Asturias piden puertos nuevos.",
        "El doble de barcos llegó a Gijón.",
        "Menos acusado que en Galicia es el paro en Asturias.",
        "“El golpe fue seco”, contó el práctico Luis Mar.",
        "«El mar manda», sostuvo en Cádiz la bióloga Elena Rey.",
        "Galicia publicó en este periódico una carta.",
        "Galicia vende a Cádiz, a Huelva, a Lisboa, a Oporto y a otros puertos del sur el pescado que en Asturias nadie"
        " quiere, y este pescado se cotiza.",
        "Mientras que Cádiz crece, Huelva pierde barcos.",
        "Una mujer que pescaba en Cádiz halló un ancla.",
        "El entonces ministro de Pesca, Julio Paz, visitó Cádiz.",
        "Cádiz pidió otra vez dos grúas.",
        "“Grúas nuevas para un puerto viejo” es el lema de Cádiz.",
        "Todo lo que vende Cádiz viene del mar.",
    ],
)
def test_what_names_its_matter_stands(sentence: str) -> None:
    assert not leans(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Casi nueve meses, y después faltó acero.", True),
        ("Según los armadores, sí; según el sindicato, de ninguna manera.", True),
        ("Probablemente no antes de mayo, opinan los armadores de Cádiz.", True),
        ("La Autoridad Portuaria de Cádiz invirtió cien millones en grúas.", False),
    ],
)
def test_what_is_no_whole_sentence_answers_the_question_before_it(sentence: str, expected: bool) -> None:
    assert leans(sentence, "El puerto de Vigo es viejo.", "¿Cuánto duró la obra de Vigo?") is expected


def test_an_age_may_stand_behind_a_surname_and_a_place_is_no_surname() -> None:
    before = ("El Ayuntamiento de Vigo eligió a Rosa Lema.",)
    assert leans("Lema, de 61 años, estudió en Cádiz.", *before)
    assert not leans("El 29 de mayo una ola dañó la playa de Vigo.", *before)


def test_a_noun_or_a_name_of_the_title_needs_no_sentence() -> None:
    before = ("Anna Lema dirige la lonja.", "Llueve en Vigo.")
    for sentence in (
        "La grúa nueva y el incendio asustan a Vigo.",
        "El incendio asustó a Vigo.",
        "Lema dejó la lonja.",
    ):
        assert not leans(sentence, *before, title="Un incendio en la lonja de Lema")
    assert leans("El incendio asustó a Vigo.", *before)
    assert leans("Lema dejó la lonja.", *before)
    assert not leans("Este incendio asustó a Vigo.", *before, title="Un incendio en Vigo")


def test_all_know_some_people_by_their_surnames_alone() -> None:
    assert not leans("Merkel visitó Vigo.", "Angela Merkel llegó a Galicia.")
    assert leans("Merkel visitó Vigo.", "Anna Merkel llegó a Galicia.")


def test_the_second_sentence_may_explain_the_first() -> None:
    assert Leaning(("Lo sabe en Vigo.", "Rosa Lema dirige la lonja."), "es", "Vigo").needs(0) == [(1,)]


def test_a_first_sentence_without_a_verb_is_a_heading() -> None:
    assert Leaning(("Grúas nuevas para Vigo.", "Rosa Lema dirige la lonja."), "es").needs(0) == []
