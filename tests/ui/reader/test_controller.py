"""The controller of the reader pane: summary modes and highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_publishers_summary_is_shown_as_it_is(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "s")
        assert "by the publisher" in reader.page
        assert "31 votes to 4" in reader.page
        await reader.press("s")
        assert "31 votes to 4" not in reader.page


async def test_the_next_match_after_the_last_is_the_first(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "slash")
        await reader.type("ottilie")
        await reader.press("enter", "f3")
        assert "1 of 1" in reader.bar
        await reader.press("shift+f3")
        assert "1 of 1" in reader.bar


async def test_the_text_of_a_page_is_joined_once_for_all_searches_in_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "slash", "h")
        searched = reader.browser.reader.controller._text
        await reader.press("e", "r", "o", "n")
        assert reader.browser.reader.controller._text is searched is not None
        await reader.press("escape")
        assert reader.browser.reader.controller._text is None
