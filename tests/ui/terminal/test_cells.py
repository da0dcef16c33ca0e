"""Rows of cells: as many as the text is wide, whatever it is made of."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newstui.ui.terminal.cells import UNKNOWN, CellMaker, Row, is_sure, spliced
from newstui.ui.terminal.pens import Pens


@pytest.fixture
def maker() -> CellMaker:
    return CellMaker(Pens(ColorSystem.EIGHT_BIT))


@pytest.mark.parametrize("text", ["plain — text ●", "漢字 and 한글", "e\u0301a", "👩‍🚀 ❤️", "שלום", "\u200b"])
def test_a_row_has_as_many_cells_as_its_text_is_wide(maker: CellMaker, text: str) -> None:
    strip = Strip([Segment("a "), Segment(text, Style(bold=True)), Segment(" z")])
    row = maker.cells(strip)
    assert len(row.text) == len(row.pens) == strip.cell_length
    assert "".join(row.text) == strip.text or text == "\u200b"


def test_parts_take_the_place_of_others(maker: CellMaker) -> None:
    row = maker.cells(Strip([Segment("the 漢字 news")]))
    plain = spliced(row, 4, maker.cells(Strip([Segment("four")])))
    assert plain.text == "the four news"
    assert spliced(plain, 4, Row(("漢", "", "字", ""), "\x01" * 4)) == row


def test_the_other_half_of_a_wide_character_is_not_known(maker: CellMaker) -> None:
    row = maker.cells(Strip([Segment("漢字")]))
    assert spliced(row, 1, Row("ab", "\x01\x01")).text == (UNKNOWN, "a", "b", UNKNOWN)


def test_emoji_are_not_sure_to_be_as_wide_as_they_should() -> None:
    assert all(map(is_sure, "aé—漢字한●"))
    assert not any(map(is_sure, ["👩‍🚀", "❤️", "e\u0301", "\u0e01\u0e33"]))
