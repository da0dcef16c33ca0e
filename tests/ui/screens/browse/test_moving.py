"""Moving: in the list, in the text, and from article to article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.paper import BENCH, CANAL, FERRY, LIGHTHOUSE, LOAF, NEWEST_FIRST, RAIN, SALT, write
from tests.ui.sitting import NARROW, sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_newest_article_is_selected_and_shown_at_the_start(paper: Path) -> None:
    async with sitting(paper) as reader:
        assert reader.titles == list(NEWEST_FIRST)
        assert reader.title == FERRY
        assert FERRY in reader.page
        assert not reader.is_reading


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_the_list_moves_by_a_headline(paper: Path, down: str, up: str) -> None:
    async with sitting(paper) as reader:
        await reader.press(down, down)
        assert reader.title == LOAF
        assert LOAF in reader.page
        await reader.press(up)
        assert reader.title == LIGHTHOUSE


async def test_the_list_stops_at_its_ends(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("k")
        assert reader.title == FERRY
        await reader.press("end", "j")
        assert reader.title == RAIN
        await reader.press("home")
        assert reader.title == FERRY
        await reader.press("G")
        assert reader.title == RAIN
        await reader.press("g", "g")
        assert reader.title == FERRY


@pytest.mark.parametrize(("forth", "back"), [("pagedown", "pageup"), ("pagedown", "backspace"), ("ctrl+d", "ctrl+u")])
async def test_the_list_moves_by_pages(paper: Path, forth: str, back: str) -> None:
    async with sitting(paper, (120, 12)) as reader:
        await reader.press(forth)
        assert reader.column.selected > 1
        await reader.press(back)
        assert reader.column.selected == 0


async def test_the_selected_headline_is_always_in_view(paper: Path) -> None:
    async with sitting(paper, (120, 8)) as reader:
        for title in NEWEST_FIRST:
            assert reader.title == title
            assert any(row.startswith(" ●") and title[:10] in row for row in reader.rows)
            await reader.press("j")
        for title in reversed(NEWEST_FIRST):
            assert reader.title == title
            assert any(row.startswith(" ●") and title[:10] in row for row in reader.rows)
            await reader.press("k")
        assert "THURSDAY" in reader.rows[1]


@pytest.mark.parametrize("key", ["enter", "right", "l"])
async def test_an_article_is_opened_from_the_list(paper: Path, key: str) -> None:
    async with sitting(paper, NARROW) as reader:
        assert "What the boat carries" not in reader.text
        await reader.press(key)
        assert reader.is_reading
        assert "What the boat carries" in reader.text
        assert CANAL not in reader.text


@pytest.mark.parametrize("key", ["escape", "h", "q"])
async def test_back_leads_from_the_reader_to_the_list_and_never_out(paper: Path, key: str) -> None:
    async with sitting(paper, NARROW) as reader:
        await reader.press("enter", key)
        assert not reader.is_reading
        assert reader.app.is_running
        assert CANAL in reader.text
        if key != "q":
            await reader.press(key, key)
            assert reader.app.is_running


async def test_back_is_one_step_at_a_time(paper: Path) -> None:
    """Search, the reader alone, the reader, the filter."""
    async with sitting(paper) as reader:
        await reader.press("g", "u", "enter", "z", "slash")
        await reader.type("ferry")
        await reader.press("enter")
        assert "found" in reader.bar
        await reader.press("escape")
        assert reader.browser.has_class("-full")
        assert reader.is_reading
        await reader.press("escape")
        assert not reader.browser.has_class("-full")
        assert reader.is_reading
        await reader.press("escape")
        assert not reader.is_reading
        assert "Unread" in reader.rows[0]
        await reader.press("escape")
        assert "Front page" in reader.rows[0]
        await reader.press("escape")
        assert reader.app.is_running


async def test_back_leads_out_of_the_summary(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "s")
        assert "back to the full text" in reader.page
        await reader.press("escape")
        assert "back to the full text" not in reader.page
        assert reader.is_reading


async def test_q_in_the_list_quits(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("q")
        assert reader.app._exit
        assert reader.app.return_code == 0


async def test_ctrl_q_quits_from_anywhere(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "slash")
        await reader.press("ctrl+q")
        assert reader.app._exit


@pytest.mark.parametrize(("key", "back"), [("J", "K"), ("right_square_bracket", "left_square_bracket")])
@pytest.mark.parametrize("opened", [[], ["enter"]], ids=["list", "reader"])
async def test_next_and_previous_work_from_both_panes(paper: Path, opened: list[str], key: str, back: str) -> None:
    async with sitting(paper) as reader:
        await reader.press(*opened, key, key)
        assert reader.title == LOAF
        assert LOAF in reader.page
        assert reader.is_reading is bool(opened)
        await reader.press(back)
        assert reader.title == LIGHTHOUSE
        assert reader.is_reading is bool(opened)


async def test_the_arrows_turn_to_the_next_article_while_reading(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "right", "right")
        assert reader.title == LOAF
        await reader.press("left")
        assert reader.title == LIGHTHOUSE
        await reader.press("p")
        assert reader.title == FERRY


@pytest.mark.parametrize(
    ("keys", "told"), [(["K"], "first article"), (["G", "J"], "last article"), (["G", "n"], "last article")]
)
async def test_beyond_the_ends_of_the_list_stands_a_sentence(paper: Path, keys: list[str], told: str) -> None:
    async with sitting(paper) as reader:
        await reader.press(*keys)
        assert told in reader.bar


async def test_n_goes_to_the_next_unread_article(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "m", "j", "m", "home", "n")
        assert reader.title == CANAL


async def test_n_goes_to_the_next_article_where_all_are_read(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("A", "n")
        assert reader.title == LIGHTHOUSE


async def test_space_reads_on_to_the_end_and_then_to_the_next_unread(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "m", "home", "enter")
        pages = 0
        while reader.title == FERRY:
            seen = reader.view.top
            await reader.press("space")
            pages += 1
            if reader.title == FERRY:
                assert reader.view.top > seen
        assert pages > 1
        assert reader.title == LOAF
        assert reader.view.top == 0
        assert reader.is_reading


async def test_space_leaves_no_line_unseen(paper: Path) -> None:
    async with sitting(paper, (120, 12)) as reader:
        await reader.press("enter")
        seen: set[int] = set()
        while reader.title == FERRY:
            seen.update(range(reader.view.top, reader.view.top + reader.view.size.height))
            await reader.press("space")
        assert seen >= set(range(len(reader.page.splitlines())))


async def test_space_opens_the_article_where_only_the_list_is_seen(paper: Path) -> None:
    async with sitting(paper, NARROW) as reader:
        await reader.press("space")
        assert reader.is_reading
        assert reader.title == FERRY
        assert reader.view.top == 0


async def test_space_in_the_list_scrolls_the_article_beside_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("space")
        assert not reader.is_reading
        assert reader.view.top > 0


@pytest.mark.parametrize("key", ["tab", "shift+tab"])
async def test_tab_goes_to_the_other_pane_and_back(paper: Path, key: str) -> None:
    async with sitting(paper) as reader:
        await reader.press(key)
        assert reader.is_reading
        await reader.press(key)
        assert not reader.is_reading


async def test_the_text_moves_by_lines_pages_and_to_its_ends(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter")
        tops = []
        for key in ("j", "down", "pagedown", "ctrl+d", "end"):
            await reader.press(key)
            tops.append(reader.view.top)
        assert tops == sorted(set(tops))
        assert reader.view.is_at_bottom
        for key in ("k", "up", "pageup", "backspace", "ctrl+u", "home"):
            before = reader.view.top
            await reader.press(key)
            assert reader.view.top < before
        assert reader.view.top == 0
        await reader.press("G", "g", "g")
        assert reader.view.top == 0


async def test_a_click_on_a_headline_opens_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        row = next(at for at, text in enumerate(reader.rows) if SALT in text)
        await reader.click(10, row)
        assert reader.title == SALT
        assert reader.is_reading


@pytest.mark.parametrize("row", [1, 33], ids=["day", "below the last"])
async def test_a_click_beside_the_headlines_opens_nothing(paper: Path, row: int) -> None:
    async with sitting(paper) as reader:
        await reader.click(10, row)
        assert reader.title == FERRY


async def test_the_wheel_scrolls_and_changes_nothing(paper: Path) -> None:
    async with sitting(paper, (120, 14), mark_read="open") as reader:
        for _ in range(3):
            await reader.pilot._post_mouse_events([_wheel_down()], reader.column, (5, 5))
            await reader.rest()
        assert reader.column.scroll_offset.y > 0
        assert reader.title == FERRY
        assert not reader.is_reading
        assert not reader.read
        await reader.pilot._post_mouse_events([_wheel_down()], reader.view, (5, 5))
        await reader.rest()
        assert reader.view.top > 0
        assert not reader.is_reading
        assert not reader.read
        assert not reader.app.desk.marks.history()


def _wheel_down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


@pytest.mark.parametrize("mark_read", ["open", "dwell", "end"])
async def test_moving_over_an_article_in_the_list_never_marks_it_read(paper: Path, mark_read: str) -> None:
    async with sitting(paper, mark_read=mark_read) as reader:
        await reader.press(*"jjjjjjjjj")
        assert reader.title == RAIN
        assert not reader.read


async def test_a_library_of_one_article_has_no_neighbours(root: Path) -> None:
    write(root, "only", BENCH, "2024-06-03T11:05:00Z", "Please put it back.")
    async with sitting(root) as reader:
        assert "the first of this list" in reader.page
        assert "the last of this list" in reader.page
        await reader.press("J", "n", "K", "space", "enter", "right", "left")
        assert reader.title == BENCH


async def test_every_key_is_safe_in_an_empty_library(root: Path) -> None:
    async with sitting(root) as reader:
        assert "No articles here." in reader.text
        assert "Read" not in reader.bar
        keys = [key for binding in (*reader.column.BINDINGS, *reader.browser.BINDINGS, *reader.view.BINDINGS)
                for key in getattr(binding, "key", "").split(",") if key not in ("q", "Q")]  # fmt: skip
        for key in keys:
            await reader.press(key)
            if len(reader.app.screen_stack) > 1:
                await reader.press("escape")
        assert reader.app.is_running
        assert not reader.column.listing
