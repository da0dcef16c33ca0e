"""The terms of a sentence, in scripts with and without spaces, and how rare they are."""

from __future__ import annotations

from newstui.domain.summaries.extractive.terms import COMMON, UNKNOWN, Rarity, terms, words
from tests.domain.summaries.extractive.sentences_and_weights import measured


def test_two_characters_count_as_a_word_where_there_are_no_spaces() -> None:
    assert words("東京は晴れ") == ["東京", "京は", "は晴", "晴れ"]
    assert words("雨 in Riga") == ["雨", "in", "riga"]
    assert measured("length", "東京は晴れ。雨。", lang="ja") == [2.0, 0.5]


def test_words_that_differ_only_in_their_ending_are_one_term() -> None:
    assert terms("Governments governed") == ["govern", "govern"]


def test_vowel_signs_do_not_end_a_word() -> None:
    assert terms("बाँध का फाटक टूटा।") == ["बाँध", "का", "फाटक", "टूटा"]
    assert terms("حوّلها إلى مكتبة") == ["حوّلها", "إلى", "مكتبة"]
    assert measured("length", "बाँध का फाटक टूटा। पानी आया।", lang="hi") == [4, 2]


def test_the_rarity_of_a_language_without_a_table_knows_only_its_function_words() -> None:
    table = Rarity("en", {"en": {"port": 3.0}})
    assert (table.lang, table.of(["port", "grain"])) == ("en", [3.0, UNKNOWN])
    other = Rarity("de", {"en": {"port": 3.0}})
    assert (other.lang, other.of(["und", "hafen"])) == ("", [COMMON, UNKNOWN])
    assert other.of(["1990"]) < [UNKNOWN]
