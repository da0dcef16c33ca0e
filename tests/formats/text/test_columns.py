"""Lines of a table, and prose that has gaps by accident."""

from __future__ import annotations

import pytest

from newstui.formats.text.columns import has_columns


@pytest.mark.parametrize(
    "text",
    [
        "Name      Age\nAda        36\nBo          7",
        "Train   From     To\nIC 1    Lund     Ystad\nR 22    Malmö    Lund",
        "a\tb\tc\n1\t2\t3",
        "+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n+---+---+",
        "┌──┐\n│ a │\n└──┘",
        "Name    Age\n------  ---\nAda     36\nsee note",
        "Monday ........ 10:00    open\nTuesday ....... 12:00    open",
    ],
)
def test_these_are_columns(text: str) -> None:
    assert has_columns(text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "One sentence.  Another one.\nAnd here.  Two more.",
        "Tyger Tyger, burning bright,\nIn the forests of the night;",
        "justified  text has  gaps in it\nat places that do not  line up",
        "a  b",
        "one   gap\nin three lines\nof prose",
        "",
        "    indented\n    lines",
    ],
)
def test_these_are_none(text: str) -> None:
    assert not has_columns(text.split("\n"))


def test_of_a_long_text_the_first_thousand_lines_are_looked_at() -> None:
    assert has_columns(["Ada        36"] * 1_000 + ["x"] * 5_000)
