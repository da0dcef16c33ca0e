"""Two words with a capital are a name only where something says so."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.names_in_german import surnames, surnames_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Am Montag sprach Katrin Olsen in Kiel.", {"Olsen"}),
        ("Die Hafenmeisterin Femke Olsen sprach.", {"Olsen"}),
        ("Ursula von der Leyen sprach.", frozenset()),
        ("Die Universität Göttingen forscht.", frozenset()),
        ("Im Jahr kamen Millionen Euro.", frozenset()),
        ("Anna Maria kam.", frozenset()),
    ],
)
def test_a_surname_stands_behind_a_first_name(text: str, names: set[str]) -> None:
    assert surnames([text]) == names


def test_a_surname_is_found_in_the_genitive_too() -> None:
    assert surnames_in("Olsens Antrag", frozenset({"Olsen", "Berg"})) == {"Olsen"}
    assert not surnames_in("Bergung im Hafen", frozenset({"Olsen", "Berg"}))
