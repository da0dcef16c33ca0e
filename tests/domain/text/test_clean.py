"""Cleaned text cannot control a terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.text.clean import clean, count_words, minutes_to_read, one_line

ANY = st.text(st.characters(codec=None, exclude_categories=()))
JOINERS = "\u200c\u200d"
SHOWN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Signs around numbers: Unicode calls them format characters, but they are drawn."""


@given(ANY)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)


@given(ANY)
def test_nothing_that_controls_a_terminal_is_left(text: str) -> None:
    for character in clean(text):
        category = unicodedata.category(character)
        assert category not in ("Cs", "Zl", "Zp")
        assert category != "Cc" or character in "\n\t"
        is_hieroglyph = "\U00013430" <= character <= "\U0001345f"
        assert category != "Cf" or character in JOINERS or character in SHOWN_FORMATS or is_hieroglyph


def test_every_single_character_that_controls_goes() -> None:
    cleaned = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf" and clean(chr(code))]
    hieroglyphs = {chr(code) for code in range(0x13430, 0x13460)}
    assert set(cleaned) - hieroglyphs <= SHOWN_FORMATS | set(JOINERS)
    assert "".join(filter(None, (clean(chr(code)) for code in (*range(0x20), *range(0x7F, 0xA0))))) == "\t\n\n\n\n\n"


@given(ANY)
def test_a_line_has_no_break_and_no_double_space(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == " ".join(line.split())


def test_escape_sequences_lose_their_escape() -> None:
    assert clean("\x1b]52;c;aGk=\x07title\x9b2J") == "]52;c;aGk=title2J"


def test_every_kind_of_line_break_is_a_newline() -> None:
    assert clean("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_half_a_character_becomes_the_sign_for_that() -> None:
    assert clean("a\ud800b\ufffec") == "a\ufffdb\ufffdc"


def test_characters_that_scripts_and_emoji_need_stay() -> None:
    for text in ("👩‍👩‍👧", "می‌خواهم", "é́", "क्‍ष", "tab\there"):
        assert clean(text) == text


def test_piled_up_marks_are_four_at_most() -> None:
    assert clean("a" + "\u0301" * 50 + "b") == "a" + "\u0301" * 4 + "b"


def test_words_are_counted_in_every_script() -> None:
    assert count_words("") == 0
    assert count_words("one two  three\nfour") == 4
    assert count_words("ça va très bien") == 4
    assert count_words("日本語のニュース") == 4
    assert count_words("読む news 今日") == 3


@given(st.text(st.sampled_from("ab \n\t\x0b\x1c\x1f\x00.~")))
def test_words_are_counted_between_spaces(text: str) -> None:
    assert count_words(text) == len(text.split())
    assert count_words(text + " é") == len(text.split()) + 1


@given(st.text(st.sampled_from("ab 字か\n"), max_size=8), st.integers(0, 8))
def test_words_of_a_long_text_are_counted_once_wherever_it_is_cut(cut: str, offset: int) -> None:
    text = "word " * 13_105 + "x" * offset + cut  # about as long as the part that is counted at once
    spaced = "".join(f" {each} " if each in "字か" else each for each in cut)
    ideographs = sum(each in "字か" for each in cut)
    words = len(("x" * offset + spaced).split()) - ideographs
    assert count_words(text) == 13_105 + words + (ideographs + 1) // 2


def test_reading_takes_a_minute_at_least() -> None:
    assert [minutes_to_read(words) for words in (0, 1, 344, 345, 2300)] == [1, 1, 1, 2, 10]
