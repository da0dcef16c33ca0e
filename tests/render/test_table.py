"""Claims about tables."""

from __future__ import annotations

from newstui.render.typeset import typeset


def table(markdown: str, width: int) -> list[str]:
    return [line.text for line in typeset(markdown, width).lines]


WIND = "| Force | Name | Knots |\n|--:|:-:|---|\n| 0 | Calm | under 1 |\n| 12 | Hurricane | 64 |"


def test_columns_are_as_wide_as_their_cells_and_aligned() -> None:
    assert table(WIND, 76) == [
        "┌───────┬───────────┬─────────┐",
        "│ Force │   Name    │ Knots   │",
        "├───────┼───────────┼─────────┤",
        "│     0 │   Calm    │ under 1 │",
        "│    12 │ Hurricane │ 64      │",
        "└───────┴───────────┴─────────┘",
    ]


def test_cells_that_are_too_wide_wrap_and_rows_get_rules() -> None:
    assert table("| a | b |\n|---|---|\n| one | a long cell that wraps |\n| two | x |", 22) == [
        "┌─────┬──────────────┐",
        "│ a   │ b            │",
        "├─────┼──────────────┤",
        "│ one │ a long cell  │",
        "│     │ that wraps   │",
        "├─────┼──────────────┤",
        "│ two │ x            │",
        "└─────┴──────────────┘",
    ]


def test_a_table_far_too_wide_becomes_records() -> None:
    assert table(WIND, 18) == [
        "──────────────────",
        "Force: 0",
        "Name: Calm",
        "Knots: under 1",
        "──────────────────",
        "Force: 12",
        "Name: Hurricane",
        "Knots: 64",
        "──────────────────",
    ]


def test_a_record_indents_its_lines_and_shows_empty_cells_and_heads() -> None:
    assert table("| | Observation |\n|-|-|\n| x | smoke rises straight up |\n| y | |", 16) == [
        "────────────────",
        "x",
        "Observation:",
        "  smoke rises",
        "  straight up",
        "────────────────",
        "y",
        "Observation:",
        "────────────────",
    ]


def test_more_columns_than_cells_are_records_and_so_is_a_head_alone() -> None:
    assert table("|a|b|c|d|e|\n|-|-|-|-|-|\n", 6) == ["──────", "a:", "b:", "c:", "d:", "e:", "──────"]


def test_wide_characters_keep_the_borders_straight() -> None:
    assert table("| 国 | n |\n|---|---|\n| 日本 | 1 |", 40) == [
        "┌──────┬───┐",
        "│ 国   │ n │",
        "├──────┼───┤",
        "│ 日本 │ 1 │",
        "└──────┴───┘",
    ]


def test_a_break_in_a_cell_and_the_caption_of_an_image_are_lines_of_the_cell() -> None:
    assert table('| a |\n|---|\n| x<br>y |\n| ![i](p "t") |', 40) == [
        "┌─────┐",
        "│ a   │",
        "├─────┤",
        "│ x   │",
        "│ y   │",
        "├─────┤",
        "│ ▣ i │",
        "│ t   │",
        "└─────┘",
    ]


def test_head_border_and_cell_have_different_roles() -> None:
    lines = typeset("| a |\n|---|\n| **b** |", 40).lines
    assert [(span.text, span.role) for span in lines[1].spans] == [
        ("│ ", "table-border"),
        ("a", "table-head"),
        (" │", "table-border"),
    ]
    assert [span.role for span in lines[3].spans] == ["table-border", "strong", "table-border"]


def test_the_remaining_width_goes_to_the_wide_columns() -> None:
    markdown = "| a | b | c |\n|-|-|-|\n|" + f" {'word ' * 9}|" * 3
    assert {len(line) for line in table(markdown, 47)} == {47}


def test_the_number_of_a_link_in_the_head_is_not_counted() -> None:
    assert typeset("| [a](http://a.b) | b |\n|-|-|\n| c | d |", 6).characters == 4


def test_text_is_counted_once_in_a_grid_and_in_records() -> None:
    wide, narrow = typeset(WIND, 76), typeset(WIND, 18)
    assert wide.characters == narrow.characters == 14 + 11 + 13
    assert narrow.lines[1].at == 14
