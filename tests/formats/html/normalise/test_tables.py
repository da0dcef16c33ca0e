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
        "Rates\n\n| A | B |\n| --- | --- |\n| 1\\|2 | x<br>y |\n| c<br>d | • e<br>• f |"
    )  # fmt: skip


def test_columns_that_a_cell_spans_and_cells_that_are_missing_are_empty() -> None:
    html = "<table><tr><td colspan=2>a<td>b<tr><td>c<tr><td colspan=999>d</table>"
    assert markdown_of(html).splitlines() == [
        "| a |  | b |", "| --- | --- | --- |", "| c |  |  |", "| d |  |  |",
    ]  # fmt: skip


def test_a_cell_over_several_rows_leaves_room_below_it() -> None:
    html = (
        "<table><tr><th rowspan=2>Day<th colspan=2>Hours<tr><th>from<th>to<tr><td rowspan=3>Mon<td>1<td>2"
        "<tr><td>3<td>4<tr></table>"
    )
    assert markdown_of(html).splitlines() == [
        "| Day | Hours |  |", "| --- | --- | --- |", "|  | from | to |", "| Mon | 1 | 2 |", "|  | 3 | 4 |",
    ]  # fmt: skip


def test_a_table_for_screen_readers_is_one() -> None:
    row = "<div role=row><span role=rowheader>Mon</span><span role=cell>10</span></div>"
    assert markdown_of(f"<div role=table>{row}{row}</div>").splitlines()[::2] == ["| Mon | 10 |", "| Mon | 10 |"]
    assert markdown_of("<p>a <b role=table>b</b></p>") == "a **b**"


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


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("a<p>b</p>c", "a<br>b<br>c"),
        ("<br>a<br><br>b<br>", "a<br>b"),
        ("<ol start=3><li>a<li>b</ol>", "3. a<br>4. b"),
        ("<ul><li>a<ol><li>b</ol></ul>", "• a<br>\xa0\xa01. b"),
        ("Fast:<ul><li>no setup</ul>", "Fast:<br>• no setup"),
        ("<pre>a = 1\nb = 2</pre>", "`a = 1`<br>`b = 2`"),
        ("<blockquote>Said</blockquote>", "Said"),
        ("<h4>Head</h4>text", "Head<br>text"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a · b<br>c · d"),
    ],
)
def test_a_cell_keeps_its_lines(cell: str, expected: str) -> None:
    assert markdown_of(f"<table><tr><td>{cell}<td>x</table>").splitlines()[0] == f"| {expected} | x |"


def test_a_table_with_a_head_stays_one_though_its_cells_hold_headings() -> None:
    table = "<table><tr><th>Tool<th>Text<tr><td>a<td><h3>b</h3><p>c</p></table>"
    assert markdown_of(table).splitlines()[2] == "| a | b<br>c |"


def test_tables_side_by_side_are_shown_one_after_the_other() -> None:
    table = "<table><tr><td>a<td>b<tr><td>c<td>d<tr><td>e<td>f</table>"
    markdown = markdown_of(f"<table><tr><td>{table}<td>{table}</table>")
    assert markdown.count("| a | b |\n| --- | --- |\n| c | d |\n| e | f |") == 2


def test_a_picture_beside_its_text_is_no_table() -> None:
    html = "<table><tr><td><img src=https://e.org/a.png></td><td>submitted by ida</td></tr></table>"
    assert markdown_of(html) == "![](https://e.org/a.png)\n\nsubmitted by ida"


def test_a_row_of_one_cell_that_says_something_is_an_indent() -> None:
    assert markdown_of("<table><tr><td><img width=1 height=1 src=s.gif><td><b>Ida</b><p>I agree.</table>") == (
        "**Ida**\n\nI agree."
    )
