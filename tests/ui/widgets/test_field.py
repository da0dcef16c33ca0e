"""A field for words sends nothing while nobody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_no_cursor_blinks(paper: Path) -> None:
    async with sitting(paper) as reader:
        for keys in (("f",), ("t",), ("ctrl+p",), ("ctrl+f",), ("enter", "slash")):
            await reader.press(*keys)
            fields = list(reader.app.screen.query(Input))
            assert fields and not any(field.cursor_blink for field in fields)
            await reader.press("escape", "escape")
