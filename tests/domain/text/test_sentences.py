"""Ends of sentences: the list of hard cases, and the laws that hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.text.sentences import sentence_spans, split_sentences

LIST = Path(__file__).parent / "testdata" / "sentences.txt"
END = "‖"
WIDE = ("ja", "zh")


def hard_cases() -> list[tuple[str, str, list[str]]]:
    """(language, text, its sentences) of each line of the list."""
    cases = []
    for line in LIST.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        lang, marked = line.split("\t")
        sentences = [each.strip() for each in marked.split(END)]
        cases.append((lang, ("" if lang in WIDE else " ").join(sentences), sentences))
    return cases


def test_the_list_has_at_least_400_cases_in_30_languages() -> None:
    cases = hard_cases()
    assert len(cases) >= 400
    assert len({lang for lang, *_ in cases}) >= 30


@pytest.mark.parametrize(("lang", "text", "sentences"), hard_cases())
def test_a_hard_case_is_split_as_a_person_would(lang: str, text: str, sentences: list[str]) -> None:
    assert split_sentences(text, lang) == sentences


@given(
    st.text(alphabet=st.sampled_from("aA1.!?…。」「()\"”“' \n;।.U.S.т"), max_size=60),
    st.sampled_from(["en", "de", "ja", "el", "ru", None]),
)
def test_no_character_is_lost_or_doubled(text: str, lang: str | None) -> None:
    assert "".join("".join(split_sentences(text, lang)).split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_spans_are_in_order_and_never_empty(text: str) -> None:
    end = 0
    for start, stop in sentence_spans(text, "en"):
        assert end <= start < stop
        end = stop


def test_a_mark_that_is_glued_to_a_sentence_opens_the_quotation_behind_it() -> None:
    assert split_sentences('Anna écrit."La ville ferme, partez": tout est clair. Il pleut.', "fr") == [
        "Anna écrit.",
        '"La ville ferme, partez": tout est clair.',
        "Il pleut.",
    ]
    assert split_sentences('"Go. Stay." She left. "I will," he said.', "en") == [
        '"Go.',
        'Stay."',
        "She left.",
        '"I will," he said.',
    ]


def test_a_line_ends_a_sentence() -> None:
    assert split_sentences("A heading\nIt happened. Then it ended.", "en") == [
        "A heading",
        "It happened.",
        "Then it ended.",
    ]


def test_text_in_small_letters_is_split_at_its_marks() -> None:
    assert split_sentences("it rained. nobody came.", "en") == ["it rained.", "nobody came."]


def test_a_region_does_not_change_the_language() -> None:
    assert split_sentences("Am 3. Oktober kam er. Er blieb.", "de-AT") == ["Am 3. Oktober kam er.", "Er blieb."]


def test_an_unknown_language_is_split_with_english_names() -> None:
    assert split_sentences("Mr. Lee came. Lin ga.", "xx") == ["Mr. Lee came.", "Lin ga."]


def test_an_unclosed_bracket_does_not_swallow_the_rest() -> None:
    assert len(split_sentences("He left (at noon. She stayed. They met again.", "en")) == 3


def test_a_mark_alone_belongs_to_the_sentence_before() -> None:
    assert split_sentences("He left. * * *", "en") == ["He left. * * *"]


def test_a_point_of_thai_ends_no_sentence() -> None:
    assert split_sentences("พ.ศ. 2560 เป็นปี", "th") == ["พ.ศ. 2560 เป็นปี"]


@pytest.mark.parametrize("pattern", [". ", "A. ", "Mr. A.B. ", "“。”", "(a. ", "a.B", "x! "])
def test_a_line_that_no_person_wrote_is_split_and_nothing_of_it_is_lost(pattern: str) -> None:
    text = (pattern * 20_000)[:40_000]
    assert "".join("".join(split_sentences(text, "en")).split()) == "".join(text.split())


def test_a_quotation_is_glued_to_an_abbreviation_too() -> None:
    assert split_sentences('Anna parle à RTL."La ville ferme", dit-elle. Il pleut.', "fr") == [
        "Anna parle à RTL.",
        '"La ville ferme", dit-elle.',
        "Il pleut.",
    ]
    assert split_sentences('He left the U.S."The food is good", she said.', "en") == [
        'He left the U.S."The food is good", she said.'
    ]
