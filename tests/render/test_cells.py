"""Text cut or filled to a number of cells."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from newstui.render.bars import notice_line
from newstui.render.cells import cut, fill
from tests.render.texts import TEXTS


@settings(max_examples=40)
@given(TEXTS, st.integers(0, 120))
def test_cut_and_filled_text_has_its_width(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
    assert cell_len(fill(text, width)) == width
    assert cell_len(notice_line(text, width).text) <= width


def test_an_ellipsis_stands_for_the_text_that_was_cut_off() -> None:
    assert cut("a headline", 6) == "a hea…"
    assert cut("fits", 4) == "fits"
    assert cut("ab", 1) == "…"
    assert cut("ab", 0) == ""
