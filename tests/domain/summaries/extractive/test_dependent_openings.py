"""Sentences that lean on the one before, and sentences that do not."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.dependent_openings import is_dependent


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        ("He left at noon.", "en"),
        ("But the mayor stayed.", "en"),
        ("This was not enough.", "en"),
        ('"We had no choice."', "en"),
        ('"We had no choice," he said.', "en"),
        ("“It was late,” said she.", "en"),
        ("In January 1806, aboard his ship, he wrote a log.", "en"),
        ("À dix ans, il entre à l'école.", "fr"),
        ("Elle a quitté la salle.", "fr"),
        ("Ông cho biết cầu đã mở.", "vi"),
        ("Dieser Plan ist neu.", "de"),
        ("Früher war der Hafen voll.", "de"),
        ("„Wir hatten keine Wahl“, sagte sie.", "de"),
        ("« Nous n'avions pas le choix », a-t-elle dit.", "fr"),
        ("“No teníamos opción”, añadió.", "es"),
        ("Asimismo, cerró el puerto.", "es"),
        ("Give them a place by the window.", "en"),
        ("Put it in the cellar.", "en"),
        ("Mettez-les à la cave.", "fr"),
        ("Geben Sie ihnen Wasser.", "de"),
        ("Giv dem en plads ved vinduet.", "da"),
        ("I lørdags var hun i havnen.", "da"),
        ("Nu er den for lille.", "da"),
        ("I går kom han hjem.", "no"),
        ("I går kom hon hem.", "sv"),
        ("Gisteren kwam hij thuis.", "nl"),
        ("Blant dem er tre skip.", "no"),
        ("Bland dem finns tre skepp.", "sv"),
        ("Zonder hen sluit de haven.", "nl"),
    ],
)
def test_a_sentence_that_does_not_name_who_or_what_it_is_about_leans(sentence: str, lang: str) -> None:
    assert is_dependent(sentence, lang)


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        ("The mayor left at noon.", "en"),
        ('"We had no choice," mayor Kari Lund said.', "en"),
        ("“", "en"),
        ("12 people left.", "en"),
        ("Ông Nam cho biết cầu đã mở.", "vi"),
        ("La salle est vide.", "fr"),
        ("Peut-être fermera-t-elle.", "fr"),
        ("Nu er den store havn lukket.", "da"),
        ("I lørdags var Anna hjemme, og da sejlede hun.", "da"),
        ("For dem, der sejler, er havnen lukket.", "da"),
        ("« Nous n'avions pas le choix », a dit la maire.", "fr"),
        ("„Wir hatten keine Wahl“, sagte die Bürgermeisterin.", "de"),
        ("“No teníamos opción”, añadió la alcaldesa.", "es"),
    ],
)
def test_a_sentence_that_names_who_or_what_it_is_about_does_not_lean(sentence: str, lang: str) -> None:
    assert not is_dependent(sentence, lang)
