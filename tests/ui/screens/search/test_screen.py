"""Search as you type: every letter is answered, Enter opens what is meant, and Esc leaves everything as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from newstui.ui.screens.search.results_pane import ResultsPane
from newstui.ui.screens.search.screen import SearchScreen
from tests.ui.paper import BENCH, CANAL, FERRY, LIGHTHOUSE, SALT, SWIFTS, TOOLS
from tests.ui.sitting import NARROW, WIDE, Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


def pane(reader: Sitting) -> ResultsPane:
    return reader.app.screen.query_one(ResultsPane)


def field(reader: Sitting) -> str:
    return reader.app.screen.query_one(Input).value


def found(reader: Sitting) -> list[str]:
    results = pane(reader)
    return [headline.title for headline in reader.app.desk.articles.headlines(results.listing.rows)]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_letters_are_answered_with_source_date_and_the_sentence(paper: Path, size: tuple[int, int]) -> None:
    async with sitting(paper, size) as reader:
        await reader.press("slash", "h", "e", "r", "o")
        assert found(reader) == [CANAL]
        assert "Field Notes · 5 Jun 2024" in reader.text
        assert "A heron stood" in reader.text
        assert "1 article · best first" in reader.rows[0]


async def test_text_comes_first_and_sections_of_the_name_second(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("slash", "s", "e", "a")
        assert FERRY in found(reader)
        rows = reader.text
        assert rows.index(FERRY[:20]) < rows.index("SECTIONS") < rows.index("tag sea")
        await reader.press("up", "pagedown", "pagedown", "pagedown", "enter")
        assert reader.browser.state.question.query == "tag:sea"


async def test_ctrl_f_and_g_slash_open_it_too(paper: Path) -> None:
    async with sitting(paper) as reader:
        for keys in (["ctrl+f"], ["g", "/"], ["enter", "g", "/"]):
            await reader.press(*keys)
            assert isinstance(reader.app.screen, SearchScreen)
            await reader.press("escape")
            assert len(reader.app.screen_stack) == 1


async def test_a_mistake_is_pointed_at_and_the_results_stay(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("slash")
        await reader.type("heron sorce:x")
        assert found(reader) == [CANAL]
        hint = reader.rows[2]
        assert hint.index("^") == reader.rows[1].index("sorce")
        assert 'did you mean "source:"?' in hint


async def test_results_stay_while_the_whole_query_is_a_mistake(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("slash")
        await reader.type("is:unread")
        await reader.press("backspace", "backspace")
        assert len(found(reader)) == 10
        await reader.type("x")
        assert len(found(reader)) == 10
        assert "takes" in reader.rows[2]


async def test_tab_completes_and_goes_through_the_ways(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("slash", "s", "o", "tab")
        assert field(reader) == "source:"
        await reader.type("o")
        assert 'source:"Harbour Post"' in reader.rows[2]
        await reader.press("tab")
        first = field(reader)
        await reader.press("tab")
        assert first != field(reader)
        await reader.press("tab", "tab", "tab", "tab", "tab", "tab")
        assert field(reader).startswith("source:")


async def test_the_order_is_switched_and_the_search_saved(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("slash")
        await reader.type("count")
        await reader.press("ctrl+o")
        assert "newest first" in reader.rows[0]
        days = [headline.published for headline in reader.app.desk.articles.headlines(pane(reader).listing.rows)]
        assert days == sorted(days, reverse=True)
        await reader.press("ctrl+s")
        assert "saved as a section: count" in reader.bar
        assert [(each.name, each.query) for each in reader.app.desk.searches.all()] == [("count", "count*")]
        await reader.press("ctrl+s")
        assert "already" in reader.bar


async def test_earlier_searches_come_back_after_a_restart(paper: Path) -> None:
    async with sitting(paper) as reader:
        for query in ("heron", "salt"):
            await reader.press("slash")
            await reader.type(query)
            await reader.press("enter", "escape", "escape")
    async with sitting(paper) as reader:
        await reader.press("slash")
        assert "EARLIER SEARCHES" in reader.text
        await reader.press("up")
        assert reader.app.screen.query_one(Input).value == "salt"
        await reader.press("up", "up")
        assert reader.app.screen.query_one(Input).value == "heron"
        assert found(reader) == [CANAL]


async def test_nothing_found_says_so_and_enter_does_no_harm(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("slash", "enter", "up", "down", "tab", "pagedown")
        await reader.type("zzzz")
        assert "Nothing found" in reader.text
        await reader.press("enter", "enter", "down", "pagedown", "ctrl+o", "enter")
        assert isinstance(reader.app.screen, SearchScreen)
        await reader.press("escape", "escape")
        assert reader.title == FERRY


async def test_enter_before_the_answer_opens_the_first_hit_and_the_next_keys_are_for_its_article(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press_at_once("slash", *"tide", "enter", "b", "escape", "escape")
        assert reader.bookmarked == {SALT}


async def test_a_click_opens_a_hit(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("slash")
        await reader.type("bench")
        await reader.click(6, 4)
        assert (reader.title, reader.is_reading) == (BENCH, True)


async def test_characters_of_scripts_without_spaces_are_found(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("slash")
        await reader.type("灯台")
        assert found(reader) == [LIGHTHOUSE]
        await reader.press("enter")
        assert reader.browser.reader.controller.highlights.matches


async def test_odd_text_neither_crashes_nor_takes_the_keys(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("slash")
        for text in ('"', "(((", "]/[red", "-", "is:", "\\", "*", "x" * 300, "((a OR", " ", ":"):
            await reader.type(text)
        await reader.press("escape")
        assert reader.title == FERRY
        assert {SWIFTS, TOOLS} <= set(reader.titles)
