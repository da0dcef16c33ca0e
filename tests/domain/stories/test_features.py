"""The features of a text are numbers that any process makes alike."""

from __future__ import annotations

from array import array
from random import Random
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.stories.features import Vocabulary, features_of, unpacked
from newstui.domain.summaries.extractive.terms import Rarity, words
from newstui.services.summaries.extractive import own_weights
from tests.domain.stories.texts import FIRE, features


@given(st.text(), st.text())
def test_any_text_has_features_that_come_back_as_they_were_packed(title: str, body: str) -> None:
    made = features_of(title, body, Vocabulary(Rarity("", {})))
    assert unpacked(made.packed()) == made


def test_features_that_are_cut_off_are_refused() -> None:
    with pytest.raises(ValueError, match="cut off"):
        unpacked(features(*FIRE).packed()[:-5])


def test_names_and_numbers_fill_slots_and_the_first_word_of_a_sentence_is_none() -> None:
    plain, told = features("", "Rain fell. Nobody came."), features("", "Rain fell on Anna and 340 others.")
    other = features("", "Rain fell on Boris and 120 others.")
    assert not plain.slots
    assert told.slots == other.slots
    assert set(told.fillings).isdisjoint(other.fillings)
    assert len(told.names) == 1


def test_a_report_begins_with_its_news() -> None:
    words_before = " ".join(["the"] * 60)
    made = features(
        "Fire on 7 June", f"In Torberg 340 fled. {words_before} Corlesson spoke on 9 August. {words_before} 1 May"
    )
    late = features("", "Corlesson")
    assert made.lead == set(made.terms) - set(late.terms) - set(features("", "spoke August May").terms)
    assert made.figures == features("", "340").lead
    assert len(made.days) == 2, "the last is too late"


def test_addresses_and_marks_of_markdown_are_no_words() -> None:
    linked = features("", "See **the** [harbour report](https://example.com/a/b) of `today`, all of it, please.")
    assert linked.sketch == features("", "See the harbour report of today, all of it, please.").sketch


def test_a_script_without_spaces_has_terms_too() -> None:
    assert len(features("", "霧の港に灯台の鐘が戻る。灯台は百年の歴史がある。").terms) > 5


@pytest.mark.parametrize(
    ("lang", "text", "telling"),
    [
        ("it", "Ma la neve è sul tetto di Ferrara", "Ferrara tetto neve"),  # the longest first
        ("he", "גשר על נהר", "גשר נהר"),
        ("hi", "आग में घर", "में"),
        ("ko", "불 비 다리", "다리"),
        ("en", "Ash on ice", "Ash ice"),
    ],
)
def test_short_words_tell_little_where_nothing_is_known_of_their_language(lang: str, text: str, telling: str) -> None:
    vocabulary = Vocabulary(Rarity(lang, own_weights().rarity))
    by_number = {term.number: word for word in words(text) if (term := vocabulary[word].term)}
    found = features_of("", text, vocabulary)
    assert [by_number[term] for term in found.terms] == telling.lower().split()


def test_vowel_signs_make_no_number_of_a_word() -> None:
    vocabulary = Vocabulary(Rarity("hi", {}))
    assert [vocabulary[word].is_name for word in words("आग में 340 घर2")] == [False, False, True, True]


@pytest.mark.parametrize(("length", "variety"), [(3, 9), (4, 9), (60, 30), (480, 900), (480, 20)])
def test_shingles_and_slots_are_digests_of_four_words(length: int, variety: int) -> None:
    letters = str.maketrans("0123456789", "abcdefghij")
    known = [str(word) if word % 4 == 0 else str(word).translate(letters) for word in range(variety)]
    told = Random(length).choices(known, k=length)
    made = features("", " ".join(told))
    windows = [told[at : at + 4] for at in range(length - 3)]
    assert made.size == len({*map(digest, windows)})
    assert made.sketch == tuple(sorted({*map(digest, windows)})[:64])
    few = [each for each in windows if 0 < sum(map(str.isdigit, each)) < 3]
    slots = sorted({(digest(["" if word.isdigit() else word for word in each]), digest(each)) for each in few})[:48]
    assert [*zip(made.slots, made.fillings, strict=True)] == slots


def digest(told: list[str]) -> int:
    return crc32(array("I", [crc32(word.encode()) for word in told]).tobytes())
