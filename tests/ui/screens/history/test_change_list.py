"""The list of changes: the cursor goes everywhere and stays on its act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.ui.screens.history.change_list import ChangeList
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_cursor_goes_everywhere_and_stays_in_view(paper: Path) -> None:
    async with sitting(paper, (60, 8)) as reader:
        for article in reader.headlines:
            reader.app.desk.marks.set("read", [article.id], True, article.title)
        await reader.press("g", "h")
        changes = reader.app.screen.query_one(ChangeList)
        acts = [entry.act for entry in changes._entries]
        for key, at in (("G", 9), ("k", 8), ("g", 0), ("pagedown", 5), ("end", 9), ("home", 0), ("up", 0)):
            await reader.press(key)
            assert changes.current is not None
            assert changes.current.act == acts[at]
            assert changes.scroll_offset.y <= at < changes.scroll_offset.y + changes.size.height
        await reader.press("j", "j", "u")
        assert changes.current is not None
        assert changes.current.act == acts[2]


async def test_a_click_chooses_and_a_second_one_takes_back(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("b", "j", "b", "g", "h")
        await reader.click(5, 2)
        assert len(reader.bookmarked) == 2
        await reader.click(5, 2)
        assert len(reader.bookmarked) == 1
