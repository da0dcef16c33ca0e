"""What looks clickable is: the keys that a line or a page shows, tags, and the box of the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.ui.screens.panels.help import HelpPanel
from tests.ui.paper import LOAF
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


async def _click(reader: Sitting, text: str) -> None:
    y = next(y for y, row in enumerate(reader.rows) if text in row)
    await reader.click(cell_len(reader.rows[y][: reader.rows[y].index(text)]), y)


async def test_a_click_presses_the_key_that_is_shown(paper: Path) -> None:
    async with sitting(paper) as reader:
        await _click(reader, "? help")
        assert isinstance(reader.app.screen, HelpPanel)
        await reader.press("escape")
        await _click(reader, "J Next")
        await _click(reader, "J Next")
        assert reader.title == LOAF
        await _click(reader, "No time to read?")
        assert "back to the full text" in reader.text
        await _click(reader, "back to the full text")
        assert "back to the full text" not in reader.text
        await reader.press("K", "K")
        await _click(reader, "#sea")
        assert reader.browser.state.question.query == "tag:sea"
