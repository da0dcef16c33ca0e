"""Tables stay tables; those that are the layout of a page become blocks."""

from __future__ import annotations

import pytest

from newstui.formats.html.to_markdown import markdown_of


def test_a_table_stays_a_table() -> None:
    html = (
        "<table><caption>Rates</caption><thead><tr><th>A<th>B</thead>"
        "<tr><td>1|2<td><p>x</p><p>y</p><tr><td>c<br>d<td><ul><li>e<li>f</ul><tr></tr></table>"
    )
    assert markdown_of(html) == (
        "Rates\n\n| A | B |\n| --- | --- |\n| 1\\|2 | x y |\n| c d | • e • f |"
    )  # fmt: skip


def test_columns_that_a_cell_spans_and_cells_that_are_missing_are_empty() -> None:
    html = "<table><tr><td colspan=2>a<td>b<tr><td>c<tr><td colspan=999>d</table>"
    assert markdown_of(html).splitlines() == [
        "| a |  | b |", "| --- | --- | --- |", "| c |  |  |", "| d |  |  |",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td><h2>Head</h2><p>text</p></td><td>more</td></tr></table>",
        "<table><tr><td><table><tr><td><h2>Head</h2></table>text</td><td>more</td></tr></table>",
        "<table><tr><td><h2>Head</h2><tr><td>text<tr><td>more</table>",
    ],
)
def test_a_table_that_was_the_layout_of_a_page_is_unfolded(html: str) -> None:
    assert markdown_of(html) == "## Head\n\ntext\n\nmore"


def test_words_of_two_blocks_in_a_cell_stay_apart() -> None:
    assert markdown_of("<table><tr><td>a<p>b</p>c<td>x</table>").splitlines()[0] == "| a b c | x |"
