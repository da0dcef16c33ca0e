"""Spanish verbs without a subject, and others that have one or need none."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning


def leans(sentence: str) -> bool:
    return bool(Leaning(("El puerto de Vigo reabrió el lunes.", sentence), "es").needs(1))


@pytest.mark.parametrize(
    "sentence",
    [
        "No llega a puerto desde marzo.",
        "Es marinero desde niño.",
        "Se casó con una pescadora de Lugo.",
        "Se lo contaron dos pescadores de Lugo.",
        "Le siguen Ferrol y Gijón.",
        "Lo saben los pescadores de Lugo.",
        "La había pintado un pescador de Lugo.",
        "Ya habían cerrado las lonjas de Lugo.",
        "En 2010 lo vendieron unos pescadores de Lugo.",
        "Tras perder la grúa, decidieron volver a Lugo.",
        "Confiesa que la grúa es vieja.",
        "Transportaba trece toneladas de acero rumbo a Bilbao.",
        "Llevará las mercancías a Bilbao en barcos pequeños.",
        "Vendieron la carga en Oporto por la mitad del precio.",
        "Había zarpado de Oporto con un motor averiado.",
        "Pueden reclamar una parte del dinero hasta mayo.",
        "Fue trasladado en avión a Madrid.",
        "Ganó el premio en 2019 con una novela sobre el mar.",
    ],
)
def test_a_verb_without_a_subject_leans(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "No hay grúas en Cádiz.",
        "Es probable que Cádiz compre dos grúas.",
        "Francia en enero exporta poco.",
        "“No hay prisa”, dijo Rosa Lema, ministra de Pesca.",
        "“Confiesa que te gusta”, dijo Rosa Lema, ministra de Pesca.",
        "Hubo tres tormentas en Galicia durante enero.",
        "Llegó a Cádiz la primera ballena del año.",
    ],
)
def test_a_verb_with_a_subject_or_of_nobody_stands(sentence: str) -> None:
    assert not leans(sentence)
