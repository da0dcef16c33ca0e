"""The measure of what leans on the absent, by rules of its own."""

from __future__ import annotations

import pytest
from training.standing_alone import leaning_sentences

ARTICLE = (
    "A ferry hit the pier.",
    "At noon Anna Berg saw it.",
    "The ferry sank at noon.",
    "In May Berg left.",
    "Who knows?",
)


@pytest.mark.parametrize(
    ("chosen", "leaning"),
    [
        ((0,), ()),
        ((0, 2), ()),
        ((2,), (2,)),
        ((1, 3), ()),
        ((3,), (3,)),
        ((0, 4), (4,)),
    ],
)
def test_a_sentence_leans_where_what_it_speaks_of_is_absent(chosen: tuple[int, ...], leaning: tuple[int, ...]) -> None:
    found = leaning_sentences(ARTICLE, [ARTICLE[i] for i in chosen], "", "en")
    assert found == [ARTICLE[i] for i in leaning]


def test_the_first_sentence_leans_on_nothing_and_a_title_introduces_too() -> None:
    assert leaning_sentences(("He left.", "He slept."), ["He left."], "", "en") == []
    assert leaning_sentences(ARTICLE, [ARTICLE[2]], "Ferry hits pier", "en") == []


@pytest.mark.parametrize(("lang", "text"), [("fr", "Elle part."), ("de", "Doch er ging."), ("da", "Men han gik.")])
def test_each_language_has_its_pronouns(lang: str, text: str) -> None:
    assert leaning_sentences(("Anna.", "Riga.", text), [text], "", lang) == [text]
