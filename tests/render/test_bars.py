"""The line above the panes and the line of keys: as much as fits, the most important first."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from newstui.render.bars import ShownKey, key_line, masthead, notice_line
from tests.render.keys import HELP
from tests.render.texts import TEXTS, WIDTHS


@settings(max_examples=40)
@given(TEXTS, st.lists(TEXTS, max_size=4), TEXTS, WIDTHS)
def test_no_masthead_is_too_wide(section: str, counts: list[str], doing: str, width: int) -> None:
    assert cell_len(masthead(section, counts, doing, HELP, width).text) <= width


@settings(max_examples=40)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=8), WIDTHS)
def test_no_line_of_keys_is_too_wide(keys: list[tuple[str, str]], width: int) -> None:
    assert cell_len(key_line([ShownKey(*each) for each in keys], width).text) <= width


def test_the_last_key_is_shown_before_all_others() -> None:
    keys = [ShownKey("a", "first"), ShownKey("b", "second"), ShownKey("?", "Keys")]
    assert key_line(keys, 60).text == " a first  b second  ? Keys "
    assert key_line(keys, 18).text == " a first  ? Keys "
    assert key_line(keys, 8).text == " ? Keys "
    assert key_line([], 8).text == ""


def test_a_notice_leaves_room_for_the_way_to_all_keys_and_keeps_what_can_be_done() -> None:
    keys = [ShownKey("a", "first"), ShownKey("?", "Keys")]
    assert notice_line("done", 60, keys).text == " done   a first  ? Keys "
    text = notice_line(f"discarded: {'long ' * 40} — u gets it back", 70, keys).text
    assert text.endswith("… — u gets it back")
    assert cell_len(text) <= 70
    assert notice_line("done", 12, keys).text == " done"


def test_the_masthead_names_the_current_task_or_the_key_of_the_help() -> None:
    assert masthead("Unread", ["3 unread"], "", HELP, 60).text.startswith(" newstui   Unread · 3 unread")
    assert masthead("Unread", (), "", HELP, 60).text.endswith("? help ")
    assert masthead("Unread", (), "reading", HELP, 60).text.endswith("reading ")
    assert cell_len(masthead("Unread", (), "reading", HELP, 60).text) == 60
    assert masthead("Unread", ["3 unread"], "", HELP, 20).text.startswith(" newstui   Unread")


def test_the_last_counts_of_the_masthead_are_left_out_first() -> None:
    counts = ["12 articles", "3 unread", "newest first"]
    assert (
        masthead("Unread", counts, "", HELP, 70).text.split("  ")[1]
        == " Unread · 12 articles · 3 unread · newest first"
    )
    assert masthead("Unread", counts, "", HELP, 56).text.split("  ")[1] == " Unread · 12 articles · 3 unread"
    assert masthead("Unread", counts, "", HELP, 56).text.endswith("? help ")


def test_a_long_task_keeps_the_way_to_stop_it() -> None:
    text = masthead("Front page", (), "fetching 2 of 30 · no answer yet from Harbour Post · r stops it", HELP, 50).text
    assert text.startswith(" newstui ") and text.endswith("… · r stops it")
    assert cell_len(text) <= 50
