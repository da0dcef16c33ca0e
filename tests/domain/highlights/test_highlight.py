"""A highlight goes to the journal and comes back; what nobody can read is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.highlights.highlight import Highlight, highlight_of, highlights_of
from newstui.domain.text.clean import clean

TEXTS = st.text(max_size=20).map(lambda text: clean(text).strip())


@given(TEXTS.filter(bool), TEXTS, TEXTS, st.floats(0, 1), TEXTS)
def test_it_comes_back_as_it_went(quote: str, before: str, after: str, at: float, note: str) -> None:
    highlight = Highlight("a1", quote, before, after, at, note)
    assert highlight_of("a1", highlight.value) == highlight


@pytest.mark.parametrize("value", ["", "{", "[]", '{"quote": 3}', '{"quote": " "}', "[" * 100_000, None, True, 1.5])
def test_a_value_of_another_form_is_no_highlight(value: object) -> None:
    assert highlight_of("a1", value) is None


def test_a_share_of_the_text_is_one_whatever_was_written() -> None:
    written = [highlight_of("a", f'{{"quote": "q", "at": {at}}}') for at in ("7", "-1", '"x"', "NaN", "true")]
    assert [each.at for each in written if each] == [1.0, 0.0, 0.0, 0.0, 1.0]


def test_they_stand_in_the_order_of_the_text() -> None:
    values = {id_: Highlight(id_, "q", at=at).value for id_, at in (("c", 0.1), ("a", 0.9), ("b", 0.1))}
    assert [each.id for each in highlights_of(values | {"gone": ""})] == ["b", "c", "a"]
