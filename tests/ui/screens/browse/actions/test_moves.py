"""Moves: from article to article, from pane to pane, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.paper import BENCH, CANAL, FERRY, LIGHTHOUSE, LOAF, write
from tests.ui.sitting import NARROW, sitting

if TYPE_CHECKING:
    from pathlib import Path


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
    """The steps: search, full width, reader pane, filter."""
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


async def test_the_arrows_lead_on_and_back_while_reading(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "right", "right")
        assert reader.title == LOAF
        await reader.press("p")
        assert reader.title == LIGHTHOUSE
        await reader.press("left")
        assert not reader.is_reading


@pytest.mark.parametrize(
    ("keys", "message"), [(["K"], "first article"), (["G", "J"], "last article"), (["G", "n"], "last article")]
)
async def test_a_notice_says_that_the_list_has_ended(paper: Path, keys: list[str], message: str) -> None:
    async with sitting(paper) as reader:
        await reader.press(*keys)
        assert message in reader.bar


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
async def test_tab_goes_to_the_other_pane_and_back_where_no_link_is_in_view(paper: Path, key: str) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", key)
        assert reader.is_reading
        await reader.press(key)
        assert not reader.is_reading


async def test_a_library_of_one_article_has_no_neighbours(root: Path) -> None:
    write(root, "only", BENCH, "2024-06-03T11:05:00Z", "Please put it back.")
    async with sitting(root) as reader:
        assert "the first of this list" in reader.page
        assert "the last of this list" in reader.page
        await reader.press("J", "n", "K", "space", "enter", "right", "left")
        assert reader.title == BENCH


@pytest.mark.parametrize("key", ["z", "f11"])
async def test_the_reader_alone_takes_the_whole_width(paper: Path, key: str) -> None:
    async with sitting(paper) as reader:
        await reader.press(key)
        assert reader.view.size.width > 115
        assert reader.is_reading
        assert CANAL not in reader.text
        await reader.press(key)
        assert CANAL in reader.text


async def test_every_n_of_many_at_once_leads_on_through_sections_with_several_unread_articles(paper: Path) -> None:
    async with sitting(paper, mark_read="open") as reader:
        await reader.press("f")
        await reader.type("crumb")
        await reader.press_at_once("enter", "enter", *"n" * 8)
        await reader.press_at_once("n", "g", "a")
        assert reader.read == set(reader.titles)
        assert len(reader.titles) == 10
