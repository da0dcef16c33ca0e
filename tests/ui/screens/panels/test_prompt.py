"""The prompt: left with Esc, it changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_leaving_the_panel_adds_nothing(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("a")
        await reader.type("https://example.org")
        await reader.press("escape")
        assert not reader.app._tasks.is_busy
        assert len(reader.app.screen_stack) == 1
