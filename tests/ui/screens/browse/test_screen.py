"""The screen of the browser: its layout, and what it shows at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.paper import CANAL, FERRY, NEWEST_FIRST
from tests.ui.sitting import NARROW, sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_newest_article_is_selected_and_shown_at_the_start(paper: Path) -> None:
    async with sitting(paper) as reader:
        assert reader.titles == list(NEWEST_FIRST)
        assert reader.title == FERRY
        assert FERRY in reader.page
        assert not reader.is_reading


@pytest.mark.parametrize("key", ["enter", "right", "l"])
async def test_an_article_is_opened_from_the_list(paper: Path, key: str) -> None:
    async with sitting(paper, NARROW) as reader:
        assert "What the boat carries" not in reader.text
        await reader.press(key)
        assert reader.is_reading
        assert "What the boat carries" in reader.text
        assert CANAL not in reader.text


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


async def test_a_terminal_that_is_too_small_says_so_and_loses_nothing(paper: Path) -> None:
    async with sitting(paper, NARROW) as reader:
        await reader.press("j", "enter")
        await reader.resize(18, 4)
        assert "needs 20 × 5" in reader.text
        await reader.resize(1, 1)
        await reader.press("j", "s", "s")
        await reader.resize(70, 30)
        assert reader.is_reading
        assert "needs" not in reader.text


async def test_wide_shows_both_panes_and_narrow_one(paper: Path) -> None:
    async with sitting(paper, (100, 30)) as reader:
        assert CANAL in reader.text
        assert "What the boat" in reader.text
        await reader.resize(99, 30)
        assert CANAL in reader.text
        assert "What the boat" not in reader.text
        await reader.press("enter")
        await reader.resize(100, 30)
        assert CANAL in reader.text
        assert reader.is_reading
