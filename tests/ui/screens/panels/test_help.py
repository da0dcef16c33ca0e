"""The panel of help: it lists the keys that work here and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Static

from newstui.ui.screens.panels.help import HelpPanel
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


def _help(reader: Sitting) -> list[str]:
    return str(reader.app.screen.query_one("#help-lines", Static).render()).split("\n")


@pytest.mark.parametrize("opened", [[], ["enter"]], ids=["list", "reader"])
async def test_help_lists_exactly_the_keys_that_work_here(paper: Path, opened: list[str]) -> None:
    async with sitting(paper, (66, 60)) as reader:
        await reader.press(*opened)
        wanted = {
            active.binding.description
            for active in reader.browser.active_bindings.values()
            if active.enabled and active.binding.description and not active.binding.system
        }
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, HelpPanel)
        shown = " ".join("\n".join(_help(reader)).split())
        assert all(" ".join(does.split()) in shown for does in wanted)
        assert _help(reader)[0] == "Every day"
        assert _help(reader).index("") in (12, 13)


async def test_help_is_searched_by_what_a_key_does(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f1")
        await reader.type("BOOK")
        assert [line.split() for line in _help(reader)] == [["Every", "day"], ["b", "*", "Bookmark"]]
        assert _help(reader)[0].startswith("Every")
        await reader.type(" xyz")
        assert _help(reader) == [" no key does that"]
        await reader.press("down", "pagedown", "pageup", "up", "escape")
        assert len(reader.app.screen_stack) == 1


async def test_keys_are_shown_as_they_are_typed(paper: Path) -> None:
    async with sitting(paper, (120, 60)) as reader:
        await reader.press("question_mark")
        lines = "\n".join(_help(reader))
        for wrong in ("asterisk", "question_mark", "less_than", "slash", "colon", "bracket"):
            assert wrong not in lines


async def test_help_in_the_search_has_its_keys_and_none_of_a_text_field(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("slash", "f1")
        shown = "\n".join(_help(reader))
        assert "Up, or an earlier search" in shown
        assert "Page down" in shown
        assert "Scroll" not in shown
        assert "cursor" not in shown


async def test_a_page_key_that_comes_before_help_is_drawn_is_not_lost(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press_at_once("question_mark", "pagedown")
        assert reader.app.screen.query_one(VerticalScroll).scroll_offset.y == 10
