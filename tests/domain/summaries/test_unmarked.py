"""A line of Markdown without its marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.summaries.unmarked import unmarked


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("a [b *c* `d`](e) f", "a b c d f"),
        ("[a [b] c](d)", "a [b] c"),
        ("[a][b] ![c](d) e", "a  e"),
        ("[[a](b)](c)", "a"),
        ("[\\[](x) and [](y)", "[ and [](y)"),
        ("[a [b](c", "[a [b](c"),
        ("[a](b [c](d) e", "a e"),
        ("] a [ b] (c)", "] a [ b] (c)"),
        ("a[^1] b[^ c", "a b[^ c"),
        ("a\\", "a"),
        ("``a` b`` <https://e.org/a> <b>c</b>", "a b`` https://e.org/a c"),
    ],
)
def test_marks_are_gone_and_text_stays(line: str, text: str) -> None:
    assert "".join(piece for _, piece in unmarked(line)) == text


@given(st.text(alphabet="ab[]()!`*_\\<>& ", max_size=80))
def test_every_piece_but_an_entity_stands_at_its_place(line: str) -> None:
    places = list(unmarked(line))
    assert all(line.startswith(piece, place) for place, piece in places)
    assert [place for place, _ in places] == sorted(place for place, _ in places)
