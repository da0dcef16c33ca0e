"""The next start: newstui opens as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.paper import CANAL, FERRY, NEWEST_FIRST, RAIN, SALT, SWIFTS, TOOLS
from tests.ui.sitting import NARROW, sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_list_its_order_and_the_selection_are_restored(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f")
        await reader.type("source:field")
        await reader.press("up", "escape", "f")
        await reader.type('source:"Field Notes"')
        await reader.press("enter", "O", "down", "enter", "G")
        assert reader.titles == [SWIFTS, TOOLS, CANAL]
        selected = reader.title
    async with sitting(paper) as reader:
        assert reader.titles == [SWIFTS, TOOLS, CANAL]
        assert reader.title == selected
        assert "Field Notes" in reader.rows[0]


async def test_the_list_is_scrolled_as_it_was(paper: Path) -> None:
    async with sitting(paper, (120, 14)) as reader:
        await reader.press("G", "k", "k")
        rows = [row[:46] for row in reader.rows[1:-1]]
    async with sitting(paper, (120, 14)) as reader:
        assert [row[:46] for row in reader.rows[1:-1]] == rows


@pytest.mark.parametrize("size", [(120, 36), NARROW], ids=["wide", "narrow"])
async def test_the_reader_goes_on_at_the_same_place(paper: Path, size: tuple[int, int]) -> None:
    async with sitting(paper, size) as reader:
        await reader.press("j", "j", "j", "enter", "pagedown", "pagedown")
        seen = reader.first_in_view
    async with sitting(paper, size) as reader:
        assert reader.is_reading
        assert reader.title == CANAL
        assert reader.first_in_view == seen


async def test_an_article_is_found_again_where_it_was_left(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "pagedown", "pagedown")
        seen = reader.first_in_view
        await reader.press("J", "J", "K", "K")
        assert reader.first_in_view == seen
        await reader.press("g", "g", "J")
        assert reader.title == SALT


async def test_full_width_and_theme_are_restored(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("z")
        reader.app.theme = "newstui-light"
    async with sitting(paper) as reader:
        assert reader.app.theme == "newstui-light"
        assert reader.browser.has_class("-full")


async def test_newstui_opens_although_the_selected_article_is_gone(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("G")
        assert reader.title == RAIN
    (paper / "rain.md").unlink()
    async with sitting(paper) as reader:
        assert reader.titles == list(NEWEST_FIRST[:-1])
        assert reader.title in NEWEST_FIRST


async def test_newstui_opens_with_a_broken_session_file(paper: Path, home: Path) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "session.json").write_bytes(b'{"x": [1, \xff')
    async with sitting(paper) as reader:
        assert reader.title == FERRY


async def test_a_list_that_cannot_be_read_any_more_gives_way_to_the_front_page(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.browser.article.leave()
        file = reader.app.desk.paths.session
    file.write_text(file.read_text().replace('"query": ""', '"query": "mood:happy"'))
    async with sitting(paper) as reader:
        assert reader.titles == list(NEWEST_FIRST)
        assert "Front page" in reader.rows[0]
