"""List actions: filter, sort, and go to a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.paper import BENCH, CANAL, FERRY, LIGHTHOUSE, NEWEST_FIRST, RAIN, SALT, SWIFTS, TOOLS, TRAINS, write
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_typed_query_filters_the_list(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f")
        await reader.type("title:canal")
        await reader.press("enter")
        assert reader.titles == [CANAL]
        assert "1 article ·" in reader.rows[0]


async def test_unread_only_leaves_out_what_was_read_in_whatever_is_shown(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f")
        await reader.type("tag:sea")
        await reader.press("enter")
        assert "Tag: sea · 2 articles · 2 unread · newest first" in reader.rows[0]
        await reader.press("m")
        assert "Tag: sea · 2 articles · 1 unread" in reader.rows[0]
        await reader.press("full_stop")
        assert reader.titles == [SALT]
        assert "Tag: sea · unread only · 1 unread" in reader.rows[0]
        await reader.press("m")
        assert (reader.titles, reader.read) == ([SALT], {SALT})  # nothing vanishes under the cursor
        assert "0 unread" in reader.rows[0]
        await reader.press("full_stop", "full_stop")
        assert "Nothing unread here. . shows" in reader.text
        await reader.press("u")  # what is unread again is listed again
        assert reader.titles == [SALT]
        await reader.press("U", "full_stop")
        assert reader.titles == [FERRY, SALT]


async def test_the_minutes_one_has_are_filled_and_nothing_takes_the_place_of_what_is_read(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("g", "m", "5")
        assert "Fits in 5 minutes" in reader.rows[0]
        fitting = reader.titles
        assert 1 < len(fitting) < len(NEWEST_FIRST)
        await reader.press("m")
        reader.app._act(lambda screen: screen.library_changed())
        await reader.rest()
        assert reader.titles == fitting
        await reader.press("g", "m", "5")
        assert reader.titles != fitting


@pytest.mark.parametrize(
    ("typed", "titles"),
    [("tag sea", [FERRY, SALT]), ("source field", [CANAL, TOOLS, SWIFTS]), ("source rail", [TRAINS]), ("ten", [])],
)  # fmt: skip
async def test_the_filter_offers_sources_tags_and_lengths(paper: Path, typed: str, titles: list[str]) -> None:
    async with sitting(paper) as reader:
        await reader.press("f")
        before = reader.options
        assert before[0] == "all articles"
        assert "tag sea  2" in before
        await reader.type(typed)
        if not titles:
            assert reader.options == ["articles that match: ten"]
            return
        await reader.press("enter")
        assert reader.titles == titles


async def test_a_source_with_quotation_marks_in_its_name_is_filtered_by_its_name(paper: Path) -> None:
    write(paper, "big", "Odd name", "2024-06-05T07:00:00Z", "Words.", source='The "Big" Story')
    async with sitting(paper) as reader:
        await reader.press("f")
        await reader.type("big")
        await reader.press("enter")
        assert reader.titles == ["Odd name"]
        assert 'The "Big" Story' in reader.rows[0]


async def test_the_panel_says_what_is_wrong_with_a_query_and_the_list_stays(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "f")
        await reader.type("is:[red]nonsense")
        await reader.press("enter")
        assert "nonsense" in reader.options[-1]
        assert "at character" in reader.options[-1]
        await reader.press("escape")
        assert reader.titles == list(NEWEST_FIRST)
        assert reader.title == LIGHTHOUSE


async def test_an_empty_list_says_the_way_back(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("g", "b")
        assert "Bookmarks · 0 articles" in reader.rows[0]
        assert "Esc goes back" in reader.text
        await reader.press("enter", "J", "space", "b", "D", "m", "s", "escape")
        assert reader.titles == list(NEWEST_FIRST)


@pytest.mark.parametrize(
    ("key", "name", "titles"), [("u", "Unread", 8), ("b", "Bookmarks", 1), ("a", "Front page", 10)]
)
async def test_g_goes_to_a_section(paper: Path, key: str, name: str, titles: int) -> None:
    async with sitting(paper) as reader:
        await reader.press("m", "j", "m", "j", "b", "g")
        assert any("unread" in line for line in reader.options)
        await reader.press(key)
        assert name in reader.rows[0]
        assert len(reader.titles) == titles


async def test_g_c_lists_articles_that_were_started(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press(*"jjj", "enter", "pagedown", "pagedown", "escape", "g", "c")
        assert reader.titles == [CANAL]
        assert "% read" in reader.rows[3]


@pytest.mark.parametrize(
    ("downs", "first", "last"),
    [(1, RAIN, FERRY), (2, CANAL, LIGHTHOUSE), (4, BENCH, CANAL), (5, CANAL, BENCH)],
    ids=["oldest", "title", "shortest", "longest"],
)
async def test_the_list_is_sorted(paper: Path, downs: int, first: str, last: str) -> None:
    async with sitting(paper) as reader:
        await reader.press("O", *["down"] * downs, "enter")
        assert reader.titles[0] == first
        assert reader.titles[-1] == last
        assert reader.title == FERRY
        await reader.press("O", "escape")
        assert reader.titles[-1] == last


async def test_saved_searches_are_among_the_filters(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.app.desk.marks.set_each("search", {"Rails": "title:trains", "Odd": "is:nonsense"})
        await reader.press("f")
        await reader.type("odd")
        await reader.press("enter")
        assert "nonsense" in reader.bar
        await reader.press("f")
        await reader.type("rails")
        await reader.press("enter")
        assert reader.titles == [TRAINS]
