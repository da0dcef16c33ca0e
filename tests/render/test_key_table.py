"""The table of keys: every key is in it, at any width, in one column or two."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from newstui.render.key_table import key_table
from tests.render.texts import TEXTS, WIDTHS

GROUPS = [("Every day", [("J ]", "Next"), ("Space", "Read on")]), ("Marks", [("b *", "Bookmark"), ("t", "Tags")])]


@settings(max_examples=40)
@given(st.lists(st.tuples(TEXTS, st.lists(st.tuples(TEXTS, TEXTS), max_size=4)), max_size=4), WIDTHS)
def test_no_line_is_too_wide(groups: list[tuple[str, list[tuple[str, str]]]], width: int) -> None:
    assert all(cell_len(line.text) <= max(width, 4) for line in key_table(groups, width))


def test_groups_stand_below_each_other_or_beside_each_other() -> None:
    assert [line.text for line in key_table(GROUPS, 40)] == [
        "Every day", "J ]    Next", "Space  Read on", "", "Marks", "b *  Bookmark", "t    Tags",
    ]  # fmt: skip
    assert [line.text.split() for line in key_table(GROUPS, 80)][:2] == [
        ["Every", "day", "Marks"], ["J", "]", "Next", "b", "*", "Bookmark"],
    ]  # fmt: skip


def test_a_single_group_stands_at_the_left() -> None:
    assert [line.text.rstrip() for line in key_table(GROUPS[:1], 80)] == ["Every day", "J ]    Next", "Space  Read on"]
