"""Openings in English that lean, and those that only look so."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

BEFORE = ["The liner left Cork for Boston with Captain Mary Doyle.", "A storm held it off Cape Clear."]


@pytest.mark.parametrize(
    "sentence",
    [
        "A day earlier, the harbour had closed its gates.",
        "The following morning, tugs left the harbour.",
        "Further south, fishermen stayed at home.",
        "Some fled to the upper deck.",
        "Unlike him, the pilot had seen waves of ten metres.",
        "Another three were hurt by falling glass.",
        "Doyle, who has sailed since she was ten, kept the course.",
        "Doyle kept the course.",
        "Although Doyle kept the course, the liner turned.",
        "Off Kerry, a similar wave broke windows.",
    ],
)
def test_it_leans(sentence: str) -> None:
    assert Leaning([*BEFORE, sentence], "en").needs(2)


@pytest.mark.parametrize(
    "sentence",
    [
        "Both Ireland and Wales closed their harbours.",
        "Neither Ireland nor Wales closed a harbour.",
        "It is getting harder for small harbours to stay open.",
        "It rained in Kerry for three days.",
        "When Captain John Hale sailed to Boston, he met waves of ten metres.",
        "A week before the election, Ireland closed its harbours.",
    ],
)
def test_it_stands(sentence: str) -> None:
    assert not Leaning([*BEFORE, sentence], "en").needs(2)
