"""Surnames that an earlier sentence introduces by the whole name."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.surnames import Surnames

INTRODUCED = "The pilot Mary Doyle saved a liner."


@pytest.mark.parametrize(
    "sentence",
    [
        "Doyle kept the course.",
        "Doyle, who has sailed since she was ten, kept the course.",
        "In May, Doyle kept the course.",
        "Although Doyle kept the course, the liner turned.",
        "The harbour thanked Doyle for her calm.",
    ],
)
def test_a_surname_alone_needs_the_whole_name(sentence: str) -> None:
    assert Surnames(["Rain fell.", INTRODUCED, sentence], "en").needs(2, sentence)[0] == (1,)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (INTRODUCED, "Mary Doyle kept the course."),
        (INTRODUCED, "Doyle, the youngest pilot in Ireland, kept the course."),
        ("The pilot saved a liner.", "Doyle kept the course."),
    ],
)
def test_who_is_introduced_or_never_was_needs_nothing(before: str, sentence: str) -> None:
    assert Surnames([before, sentence], "en").needs(1, sentence) == []


def test_a_word_of_respect_stands_before_a_surname_in_any_language() -> None:
    texts = ["Die Lotsin Maria Stahl rettete ein Schiff.", "Gestern sprach Frau Stahl mit der Mannschaft."]
    assert Surnames(texts, "de").needs(1, texts[1]) == [(0,)]
