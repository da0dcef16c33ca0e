"""Portions of a text that cost about the same to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.text.portions import portion_end

PROSE = "An ordinary sentence of an ordinary article goes on for a while here. "


def test_a_portion_of_prose_is_about_as_many_characters() -> None:
    assert 25_000 <= portion_end(PROSE * 1_000, 0, 32_768) <= 34_000


@pytest.mark.parametrize("dense", ["[", "*", "`", "~", "www.a.b ", "> ", "a\n\n", "| ", "https://a.b ", "\\", "a@b "])
def test_a_portion_of_dense_markup_is_much_shorter(dense: str) -> None:
    assert portion_end(dense * 50_000, 0, 32_768) <= 3_500


def test_characters_that_take_many_bytes_make_a_portion_shorter() -> None:
    assert portion_end("新聞は" * 10_000, 0, 3_072) == portion_end("a" * 30_000, 0, 1_024)


@given(st.text(alphabet="a[\n", max_size=400), st.integers(0, 400), st.integers(1, 5_000))
def test_portions_follow_each_other_to_the_end(text: str, start: int, cost: int) -> None:
    end = portion_end(text, start, cost)
    assert end == start if start >= len(text) else start < end <= len(text)
