"""Openings, nouns and verbs that lean in Spanish, and others that only look so."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

BEFORE = ("El puerto de Vigo reabrió el lunes.", "Un carguero había chocado con el muelle y hubo once lesionados.")


def leans(sentence: str, *before: str) -> bool:
    texts = [*(before or BEFORE), sentence]
    return bool(Leaning(texts, "es").needs(len(texts) - 1))


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
        "Los heridos descansan en Pontevedra.",
        "El alcalde de Ferrol cree que con la reapertura crecerá el comercio.",
        "La médica Rosa Lema atendió a los heridos.",
        "Transportaba trece toneladas de acero rumbo a Bilbao.",
        "Llevará las mercancías a Bilbao en barcos pequeños.",
        "Vendieron la carga en Oporto por la mitad del precio.",
        "Había zarpado de Oporto con un motor averiado.",
        "Pueden reclamar una parte del dinero hasta mayo.",
        "“Fue un golpe seco”, contó entre lágrimas.",
        "Dos de los heridos viven en Lugo.",
        "Nunca antes hubo olas de nueve metros en la ría.",
        "Fue trasladado en avión a Madrid.",
        "Ganó el premio en 2019 con una novela sobre el mar.",
        "“Fue un golpe seco”, dijo en una entrevista con Radio Vigo.",
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
        "La ministra gallega de Pesca, Elena Rey, visitó Cádiz.",
        "El presidente uruguayo, Julio Paz, visitó Cádiz.",
        "Hubo tres tormentas en Galicia durante enero.",
        "Llegó a Cádiz la primera ballena del año.",
        "“El golpe fue seco”, contó el práctico Luis Mar.",
        "«El mar manda», sostuvo en Cádiz la bióloga Elena Rey.",
        "La decisión de Portugal de cerrar los puertos sorprendió a Cádiz.",
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
