"""The history: each act is a line, and each can be taken back, whoever did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.services.desk import Desk
from newstui.store.paths import user_paths
from newstui.ui.screens.history.screen import HistoryScreen
from tests.ui.paper import FERRY
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_any_act_is_taken_back_and_done_again(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("b", "j", "m", "g", "h")
        assert isinstance(reader.app.screen, HistoryScreen)
        assert "2 acts" in reader.text
        assert f"{FERRY} — bookmarked" in reader.text
        await reader.press("j", "u")
        assert "taken back" in reader.text
        assert "not bookmarked" in reader.bar
        await reader.press("U")
        assert "taken back" not in reader.text.replace(reader.bar, "")
        await reader.press("u", "escape")
        assert not reader.bookmarked
        assert len(reader.read) == 1


async def test_an_act_of_a_run_before_is_taken_back(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("b")
    async with sitting(paper) as reader:
        await reader.press("g", "h")
        assert "another window" in reader.text
        await reader.press("enter", "q")
        assert not reader.bookmarked


async def test_a_history_without_acts_says_so(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("g", "h", "u", "j", "G", "U", "pagedown", "enter")
        assert "Nothing was done yet." in reader.text
        await reader.press("h")
        assert not isinstance(reader.app.screen, HistoryScreen)


async def test_an_act_in_another_library_is_named(paper: Path, tmp_path: Path) -> None:
    other = Desk(user_paths(), tmp_path / "elsewhere", label="mark")
    other.marks.set("read", ["x1"], True, "Afar")
    other.close()
    async with sitting(paper) as reader:
        await reader.press("g", "h")
        assert "Afar — read" in reader.text
        assert "another library" in reader.text
