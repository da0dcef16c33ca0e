"""Claims about breaking text into lines by cells."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from newstui.domain.text.clean import clean
from newstui.render.wrap import CLOSING, NARROW, OPENING, clusters, hard_ranges, line_ranges, wrap

SCRIPTS = (
    "abc xyz -/?—「」、。漢字かなカナーッ한글 ไทย नमस्ते سلام e\u0301 ☺\ufe0f 👍🏽 👨\u200d👩\u200d👧 🇩🇪🇫🇷 "
    "1\ufe0f\u20e3 \u3000\xa0 a\u200d[1](2)"
)
texts = st.text(st.sampled_from(SCRIPTS), max_size=120) | st.text(max_size=80)


def one_paragraph(text: str) -> str:
    return " ".join(clean(text).split())


@given(texts, st.integers(4, 120))
@example("字" * 9, 4)
@example("a\u200d b", 4)
def test_no_line_is_wider_than_the_width_and_no_character_is_lost(text: str, width: int) -> None:
    paragraph = one_paragraph(text)
    lines = wrap(paragraph, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(paragraph.split())


@given(texts, st.integers(1, 60))
def test_ranges_go_on_in_order_and_lines_have_no_spaces_at_their_ends(text: str, width: int) -> None:
    paragraph = one_paragraph(text)
    ends = [0, *(place for line in line_ranges(paragraph, width) for place in line)]
    assert ends == sorted(ends)
    assert all(line == line.strip(" ") for line in wrap(paragraph, width))


@given(texts, st.integers(2, 60))
def test_hard_lines_joined_give_the_text_back(text: str, width: int) -> None:
    code = clean(text).replace("\n", " ").replace("\t", " ")
    lines = [code[start:end] for start, end in hard_ranges(code, width)]
    assert "".join(lines) == code
    assert all(cell_len(line) <= max(width, 2) for line in lines)


def test_every_character_taken_for_narrow_has_one_cell() -> None:
    narrow = re.compile(NARROW)
    assert [hex(point) for point in range(0x3000) if narrow.match(chr(point)) and cell_len(chr(point)) != 1] == []


def test_words_fill_the_lines() -> None:
    assert wrap("The wind has been numbered from nought to twelve", 20) == [
        "The wind has been",
        "numbered from nought",
        "to twelve",
    ]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == [""]
    assert wrap("  \n ", 10) == [""]
    assert hard_ranges("", 10) == [(0, 0)]


def test_a_line_may_end_after_a_hyphen_or_dash_between_letters() -> None:
    assert wrap("a well-known man", 8) == ["a well-", "known", "man"]
    assert wrap("the end—or not", 10) == ["the end—or", "not"]
    assert wrap("the end—or not", 9) == ["the end—", "or not"]


def test_a_number_is_not_parted_from_its_sign() -> None:
    assert wrap("minus is -5 here", 10) == ["minus is", "-5 here"]


def test_a_no_break_space_keeps_words_together() -> None:
    assert wrap("it is 5\xa0km away", 9) == ["it is", "5\xa0km away"]
    assert wrap("字は 5\xa0km away", 8) == ["字は", "5\xa0km", "away"]


def test_an_address_is_cut_after_a_slash() -> None:
    address = "https://example.org/some/long/path"
    assert wrap(address, 25) == ["https://example.org/some/", "long/path"]
    assert wrap("/" * 12, 5) == ["/////", "/////", "//"]
    assert wrap("https://example", 8) == ["https://", "example"]
    assert wrap(f"字 {address}", 24) == ["字 https://example.org/", "some/long/path"]


def test_a_word_longer_than_a_line_starts_where_there_is_room() -> None:
    text = "see https://example.org/a-very-long-address-of-an-article"
    assert wrap(text, 30) == ["see https://example.org/a-", "very-long-address-of-an-", "article"]
    assert wrap("almost a full line aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 20)[0] == "almost a full line"
    assert wrap("字 one aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 12) == ["字 one aaaaa", "a" * 12, "a" * 12, "a" * 6]
    assert wrap("字 a 👨\u200d👩\u200d👧" + "x" * 9, 6)[0] == "字 a"


def test_a_long_word_is_cut_where_the_line_is_full() -> None:
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]


@pytest.mark.parametrize(
    "cluster", ["e\u0301", "👍🏽", "👨\u200d👩\u200d👧", "🇩🇪", "☺\ufe0f", "1\ufe0f\u20e3", "क्", "字\ufe00"]
)
@pytest.mark.parametrize("width", [2, 3, 4, 5])
def test_a_grapheme_is_never_split(cluster: str, width: int) -> None:
    for lines in (wrap(cluster * 9, width), wrap(f"x{cluster * 9}", width)):
        assert "".join(lines).removeprefix("x") == cluster * 9
        assert all(line.removeprefix("x").replace(cluster, "") == "" for line in lines)
    code = cluster * 9
    assert all(code[start:end].replace(cluster, "") == "" for start, end in hard_ranges(code, width))


def test_graphemes_and_their_cells() -> None:
    text = "e\u0301漢🇩🇪🇫x"
    assert [(text[start:end], cells) for start, end, cells in clusters(text, 0, len(text))] == [
        ("e\u0301", 1),
        ("漢", 2),
        ("🇩🇪", 2),
        ("🇫", 1),
        ("x", 1),
    ]


def test_ideographs_break_anywhere_but_before_what_closes_and_after_what_opens() -> None:
    assert wrap("漢字漢字、漢字", 8) == ["漢字漢", "字、漢字"]
    assert wrap("漢字漢「字」漢", 8) == ["漢字漢", "「字」漢"]
    assert wrap("漢字データー", 6) == ["漢字", "デー", "ター"]
    assert wrap("東京2020年", 6) == ["東京", "2020年"]


PIECES = [
    "漢",
    "字、",
    "「漢」",
    "カー",
    "（字）。",
    "な！？",
    "ab",
    "“你。”",
    "‘啊’",
    "cd。",
    "5％",
    "abc def。",
    "of」",
    "한글！",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.integers(14, 40))
@example(["漢", "“你。”"], 8)
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(parts: list[str], width: int) -> None:
    lines = wrap("漢".join(parts), width)
    assert not any(line[:1] in [*CLOSING, "”", "’"] or line[-1:] in [*OPENING, "“", "‘"] for line in lines)


def test_a_full_stop_after_a_space_or_a_long_address_begins_no_line() -> None:
    assert wrap("漢字漢 。漢字", 6) == ["漢字", "漢 。", "漢字"]
    assert wrap("https://example.org/long。", 25) == ["https://example.org/", "long。"]
    assert wrap("abcdefghijkl。漢", 12) == ["abcdefghijk", "l。漢"]


def test_a_number_of_a_link_stays_with_its_ideograph() -> None:
    assert wrap("漢字漢字[1]漢", 8) == ["漢字漢", "字[1]漢"]


def test_words_without_spaces_between_them_are_cut_between_graphemes() -> None:
    assert wrap("ไทยภาษา", 3) == ["ไทย", "ภาษ", "า"]
    assert wrap("सب ไทยภาษาไทยภาษา", 8)[0].startswith("सب ")


def test_characters_without_width_are_kept() -> None:
    assert wrap("\u200d「", 4) == ["\u200d「"]
    assert wrap("\u0301", 4) == ["\u0301"]


def test_a_column_of_one_cell_does_not_crash() -> None:
    assert wrap("ab 字", 1) == ["a", "b", "字"]
