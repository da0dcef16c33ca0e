"""The command palette: keys that come before it is drawn do no harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import CommandList
from textual.widgets.option_list import Option

from newstui.ui.screens.panels.palette import Palette
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_page_keys_before_its_list_is_drawn_do_no_harm(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("ctrl+p")
        commands = reader.app.screen.query_one(CommandList)
        commands.display = False
        await reader.rest()
        commands.clear_options().add_options([Option("one"), Option("two")])
        commands.highlighted = 0
        await reader.press("pagedown", "pageup")
        assert commands.highlighted == 0


async def test_the_command_that_enter_runs_is_marked(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("ctrl+p", "down")
        marked = [row for row in reader.rows if "▌ " in row]
        assert any("Add an article" in row for row in marked)
        assert not any("Accounts" in row for row in marked)


async def test_enter_runs_what_is_found_for_all_that_was_typed(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press_at_once("ctrl+p", *"book", "enter")
        assert len(reader.bookmarked) == 1
        await reader.press_at_once("ctrl+p", *"bookzz", "enter")  # of "book" there is one
        assert len(reader.bookmarked) == 1
        assert isinstance(reader.app.screen, Palette)
