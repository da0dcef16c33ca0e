"""The panel of choices: it is left without a change, by Esc or by a key that it does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.paper import NEWEST_FIRST
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_filter_is_left_without_a_change(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f", "down", "escape")
        assert reader.titles == list(NEWEST_FIRST)
        await reader.press("f", "down", "down", "pagedown", "pageup", "up", "up", "enter")
        assert reader.titles == list(NEWEST_FIRST)
        assert "Front page" in reader.rows[0]


async def test_another_key_after_g_does_nothing(paper: Path) -> None:
    async with sitting(paper) as reader:
        for key in ("x", "escape"):
            await reader.press("g", key)
            assert len(reader.app.screen_stack) == 1
            assert reader.titles == list(NEWEST_FIRST)
        await reader.press("g", "down", "down", "enter")
        assert "Unread" in reader.rows[0]
