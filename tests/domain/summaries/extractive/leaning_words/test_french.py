"""What leans in French: phrases, nameless persons and sources, and what they look like where nothing leans."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.dependent_openings import is_dependent
from newstui.domain.summaries.extractive.leaning import Leaning

COUNCIL = "Le conseil de Brest se réunit."


@pytest.mark.parametrize(
    "sentence",
    [
        "En clair, le port ferme.",
        "Du coup, le port ferme.",
        "Seulement, le port ferme.",
        "Soit 3.000 bateaux.",
        'En ajoutant "le port ferme".',
        "De l'autre, des navires vides.",
        "Le port de Riga reste quant à lui ouvert.",
        "Le port de Riga a, de son côté, fermé.",
        "Le port de Riga, lui, reste ouvert.",
        "Au centre, une grue se dresse.",
        "Le lendemain, le port a fermé.",
        "Quelques jours auparavant, le port avait fermé.",
        "Autre souci : le port est petit.",
        "Dernière en date : la fermeture du port.",
        "Problème : le port est petit.",
        "Même son de cloche à Riga.",
        "Certains d'entre eux partent.",
        "Tous partent vers Riga.",
        "Le plus jeune a dix ans.",
        "Les marins chargés de celui-ci partent.",
        "Un bateau y sera construit.",
        "À Riga, les autres ports ferment.",
        "Une déclaration perçue comme une menace.",
        "Un oubli que le port regrette.",
        "Des propos qui fâchent Riga.",
        "Le port ferme en mai, précise la radio locale.",
        "Le port ferme en mai, selon la même source.",
        '"Le port ferme pour toujours", selon lui.',
        '"Absurde", a réagi Anna Berg.',
        "Selon Riga, elle fermera le port.",
        "Ces derniers jours, elle a fermé le port.",
        "Condamné pour des faits de vol dans un port de la mer Baltique en mai, il avait fui.",
    ],
)
def test_a_sentence_that_goes_on_needs_the_one_before(sentence: str) -> None:
    assert (0,) in Leaning((COUNCIL, sentence), "fr").needs(1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Alors que le port ferme, Riga ouvre le sien.",
        "Il n'y a aucun bateau à Riga.",
        "En mai, il faut fermer le port.",
        "Les deux tiers des bateaux partent.",
        "Les trois ports de Riga ferment.",
        "Lourd bilan à Riga : dix bateaux ont coulé.",
        "Même si le port ferme, Riga reste calme.",
        "Tous les bateaux partent.",
        "Depuis ces dernières semaines, le port ferme.",
        "Une menace pèse sur Riga.",
        "Le port ferme en mai, précise le quotidien régional Ouest-France.",
        "Le port ferme en mai, selon le journal Libération.",
        "Le ministre Jean Berg ferme le port.",
        "Le ministre grec ferme le port.",
        "Le port de Riga y gagne.",
    ],
)
def test_a_sentence_that_tells_by_itself_needs_none(sentence: str) -> None:
    assert Leaning((COUNCIL, sentence), "fr").needs(1) == []


def test_a_nameless_person_needs_the_sentence_that_tells_who_it_is() -> None:
    texts = ("Jean Berg est médecin à Riga.", "Le port ferme.", "Le médecin part.", '"Le port ferme", dit le médecin.')
    leaning = Leaning(texts, "fr")
    assert (0,) in leaning.needs(2)
    assert (0, 2) in leaning.needs(3)
    named = Leaning((*texts[:2], '"Le port ferme", dit le médecin Jean Berg.'), "fr")
    assert (0,) not in named.needs(2)


@pytest.mark.parametrize(
    "sentence",
    ["Le port est fermé, a t-elle ajouté.", "Le port est fermé », affirme-t-il à Riga.", "Le port, a-t-il dit, ferme."],
)
def test_words_of_somebody_who_is_a_pronoun_need_one_near_before(sentence: str) -> None:
    assert (0,) in Leaning((COUNCIL, sentence), "fr").needs(1)


@pytest.mark.parametrize("sentence", ["Le port a donc fermé.", "Le port avait alors fermé.", "Le port est même fermé."])
def test_a_word_that_goes_on_needs_a_sentence_near_before(sentence: str) -> None:
    assert Leaning((COUNCIL, sentence), "fr").needs(1) == [(0,)]


def test_alors_alone_points_back() -> None:
    assert is_dependent("Alors le port ferme.", "fr")
    assert is_dependent("Alors qu'il part, le port ferme.", "fr")
    assert not is_dependent("Alors que Riga dort, le port ferme.", "fr")
