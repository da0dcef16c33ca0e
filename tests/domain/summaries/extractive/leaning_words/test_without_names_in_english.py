"""English sentences that lean by what they leave out, and those that name somebody themselves."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

LAUNCH = [
    "The shipyard of Cobh launched ferries for Captain Ines Vale on Monday.",
    "Her crew had waited for two years, said Rory-Ann Keogh of the port.",
    "All bells rang in every street, and gulls left the quay.",
]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry was painted green by Nuala Roche.",
        "The old wooden mast broke off Cape Clear.",
        "The 40-year-old sailed from Cork.",
        "Investigators found rust below the lamps.",
        "The Irishman said he would sail to Wales.",
        "Two other yards in Cobh are closed.",
        "Eventually, Cork sent tugs.",
        "All aboard wore wool from Kerry.",
        "No lamp was lit in Cobh that autumn.",
        "According to the complaint, Cork owed the yard 40,000 euros.",
        "In an earlier speech, Mayor Tom Daly praised Cobh.",
        "What surprised Cork was how quickly Cobh sold its yard.",
        "“It will rain in Cobh,” Mayor Tom Daly told RTE on Sunday.",
        "“Cork has to pay for all of Cobh,” Ines said.",
        "Kerry closed its harbours, too.",
        "In Kerry, 40 boats sank, officials said.",
        "Gulls left again and bells went on.",
    ],
)
def test_a_sentence_that_names_nobody_goes_on(sentence: str) -> None:
    assert Leaning([*LAUNCH, sentence], "en").needs(3)


@pytest.mark.parametrize(
    "sentence",
    [
        "The government has closed four harbours in Kerry.",
        "Police arrested the mayor of Galway, Tom Daly, on Sunday.",
        "“There is no better port than Galway,” Mayor Tom Daly said.",
        "No harbour in Europe has more than 900 lamps.",
        "Our winters are long, and gulls have left the quay.",
        "All of the lamps in Galway are green.",
    ],
)
def test_a_sentence_with_names_of_its_own_stands(sentence: str) -> None:
    assert not Leaning([*LAUNCH, sentence], "en").needs(3)


def test_a_sentence_without_names_stands_below_a_title_that_tells_its_matter() -> None:
    sentence = "Bells had cracks and sank with gulls."
    assert Leaning([*LAUNCH, sentence], "en", "Mayor counts the days").needs(3)
    assert not Leaning([*LAUNCH, sentence], "en", "Cracks in the bells of Cobh").needs(3)
    assert not Leaning([*LAUNCH, "The foundry is 90 years old."], "en", "A foundry in Cobh closes").needs(3)


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Cork Harbour and its lighthouse",
        "8.11am BST 08:11 Galway has closed its port.",
        "Departure: Cobh, Ireland, at noon",
        "Tom Daly with Mary Roche at the quay of Cobh.",
    ],
)
def test_no_sentence_tells_what_a_label_belongs_to(sentence: str) -> None:
    assert () in Leaning([*LAUNCH, sentence], "en").needs(3)


def test_a_sentence_that_a_wrong_sign_has_cut_is_needed_by_its_other_part() -> None:
    rest = "Friday after Galway and Kerry had sent 40 boats to Cobh."
    assert Leaning(["The ferry of Captain Ines Vale was launched on?", rest], "en").needs(1) == [(0,)]
    assert Leaning(["What was the ferry of Captain Ines Vale built on?", rest], "en").needs(1) == []
