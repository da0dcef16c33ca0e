"""Spanish nouns with an article, and the words that say which one is meant."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning


def leans(sentence: str) -> bool:
    return bool(Leaning(("El puerto de Vigo reabrió el lunes.", sentence), "es").needs(1))


@pytest.mark.parametrize(
    "sentence",
    [
        "Los heridos descansan en Pontevedra.",
        "La doctora, de 40 años, vive en Lugo.",
        "El organismo calcula tres años de obras.",
        "La gallega vive en Lugo.",
        "La elección acabó en empate.",
    ],
)
def test_a_noun_that_was_told_before_leans(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "La decisión de Portugal de cerrar los puertos sorprendió a Cádiz.",
        "La medida aprobada por Portugal sorprendió a Cádiz.",
        "La ministra gallega de Pesca, Elena Rey, visitó Cádiz.",
        "El presidente uruguayo, Julio Paz, visitó Cádiz.",
        "La gallega Rosa Lema vive en Cádiz.",
    ],
)
def test_a_noun_stands_with_words_that_say_which(sentence: str) -> None:
    assert not leans(sentence)
