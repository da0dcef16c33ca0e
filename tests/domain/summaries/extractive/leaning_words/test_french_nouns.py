"""French nouns with an article, the words that say which one is meant, and titles that have another noun for it."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

BREST = "Le conseil de Brest se réunit lundi."


@pytest.mark.parametrize(
    "sentence",
    [
        "L'historien a quitté Riga en mai.",
        "La nièce a quitté Riga en mai.",
        "La trêve a duré à Riga.",
        "Selon la radio, Riga ferme en mai.",
        "Riga vote après la décision.",
    ],
)
def test_a_noun_that_was_told_before_leans(sentence: str) -> None:
    assert Leaning((BREST, sentence), "fr").needs(1)


@pytest.mark.parametrize(
    "sentence",
    [
        "L'historien de Riga dort en mai.",
        "La trêve de Riga a duré dix ans.",
        "Selon la radio de Riga, un port ferme.",
        "Riga vote après la décision du maire.",
        "Le chauffeur-livreur dort à Riga.",
    ],
)
def test_a_noun_stands_with_words_that_say_which(sentence: str) -> None:
    assert not Leaning((BREST, sentence), "fr").needs(1)


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Un crash à Brest", "L'accident a eu lieu en mai."),
        ("Une rixe à Brest", "La bagarre a eu lieu en mai."),
        ("Une adolescente à Brest", "Le suspect a fui Riga."),
        ("Covid-19 à Brest", "Les marins de Riga craignent cette épidémie."),
    ],
)
def test_a_noun_stands_below_a_title_that_has_another_for_the_same(title: str, sentence: str) -> None:
    assert Leaning((BREST, sentence), "fr", "Le port de Riga ferme").needs(1)
    assert not Leaning((BREST, sentence), "fr", title).needs(1)
