"""Markdown becomes the words that a person reads."""

from __future__ import annotations

import pytest

from newstui.formats.text.plain import LONGEST, plain_line, shortened, without_addresses


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Plain  words", "Plain words"),
        ("**Bold**, *soft* and __under__ snake_case", "Bold, soft and under snake_case"),
        ("[A link](https://a.example/1) and `code`", "A link and code"),
        ("[![alt](x.png)](https://a.example)", "alt"),
        ("2 \\* 3 &amp; <b>four</b>", "2 * 3 & four"),
        ("~~gone~~ [note][1]", "gone note"),
    ],
)
def test_a_line_keeps_its_words_and_loses_its_signs(markdown: str, text: str) -> None:
    assert plain_line(markdown) == text


def test_a_long_line_is_cut_at_a_word() -> None:
    line = plain_line("word " * 500)
    assert line.endswith("word…")
    assert len(line) <= LONGEST
    assert shortened("one two three", 9) == "one two…"
    assert shortened("short", 5) == "short"


def test_of_a_link_and_a_picture_the_words_stay() -> None:
    assert without_addresses("A [link](https://a.example/1) and ![it](../x.png).") == "A link and it."


@pytest.mark.parametrize("part", ["[", "![", "[a](", "[a](b "])
def test_links_that_do_not_end_cost_no_more_than_their_length(part: str) -> None:
    assert without_addresses(part * 20_000) == part * 20_000
