"""Sentences that stand alone with a word in brackets, and those of which it is not certain who or what is meant."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.bracketed import bracketed


@pytest.mark.parametrize(
    ("lang", "sentence", "expected"),
    [
        ("en", "But a port closed on Monday.", "[A] port closed on Monday."),
        ("en", "However, Berg stayed in the town.", "[…] Berg stayed in the town."),
        ("en", "But ships stayed in the port of Riga.", "[S]hips stayed in the port of Riga."),
        ("en", "But this stayed in the port of Riga.", None),
        ("vi", "Trong khi đó, một số tàu vẫn ở cảng.", "[M]ột số tàu vẫn ở cảng."),
        ("vi", "Ngoài ra, một số tàu ở cảng này đã rời bến.", None),
        ("vi", "Ngoài ra, một số tàu cũng rời bến.", None),
        ("vi", "Tuy nhiên, các tàu vẫn ở ngoài cảng.", None),
        ("fr", "Mais un maire est resté en ville.", "[U]n maire est resté en ville."),
        ("es", "Sin embargo, un alcalde se quedó en casa.", "[U]n alcalde se quedó en casa."),
        ("de", "Doch eine Fähre blieb in der Stadt.", "[E]ine Fähre blieb in der Stadt."),
        ("en", "But the council has put it on no list.", None),
        ("en", "But then it rained all day long.", None),
        ("en", "But the others went home on Monday.", None),
        ("en", "But it stopped.", None),
        ("en", "But a study of ports calls that into question.", None),
        ("en", "But a study found that in May ports close.", "[A] study found that in May ports close."),
        ("fr", "Mais un maire de la côte redoute cela.", None),
        ("es", "Pero un alcalde de la costa teme eso.", None),
        ("de", "Doch gestern blieb er in der Stadt.", None),
        ("it", "Ma il sindaco è rimasto in città.", None),
    ],
)
def test_a_connective_goes_where_what_is_left_is_a_sentence(lang: str, sentence: str, expected: str | None) -> None:
    assert bracketed(("Anna Berg left.", sentence), 1, lang) == expected


LATER = "In May, Berg closed the port."


@pytest.mark.parametrize(
    "before",
    [
        "Mayor Anna Berg spoke to the council.",
        "The mayor of the Free Port Council, Anna Berg, spoke at noon.",
    ],
)
def test_a_pronoun_is_the_one_person_of_the_sentence_before(before: str) -> None:
    assert bracketed((before, "She suggested a tunnel.", LATER), 1, "en") == "[Berg] suggested a tunnel."


@pytest.mark.parametrize(
    "before",
    [
        "Anna Berg met Kari Lund at noon.",
        "Anna Berg spoke of her mother.",
        "In his speech, Anna Berg closed the port.",
        "He saw Anna Berg at the pier.",
        "Lund said Anna Berg had left.",
        "Meetings with Anna Berg were held.",
        "Like Berg, Lund too was late.",
        "The Foreign Ministry closed the port.",
        "Anna Berg said “Ola, come home”.",
        "The port closed.",
        "Anna Berg talks about the port",
    ],
)
def test_a_pronoun_that_may_be_somebody_else_stays(before: str) -> None:
    assert bracketed((before, "She suggested a tunnel.", LATER), 1, "en") is None


def test_a_name_that_the_article_never_calls_so_stays_unsaid() -> None:
    assert bracketed(("Anna Berg spoke at noon.", "She suggested a tunnel."), 1, "en") is None
    assert bracketed(("Anna Berg spoke at noon.", "She and Lund left.", LATER), 1, "en") is None
