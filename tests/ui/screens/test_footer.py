"""A notice stands before the keys for a while, and the last one counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_notice_stands_until_it_ends(paper: Path) -> None:
    async with sitting(paper) as reader:
        screen = reader.browser
        assert screen.footer.text == ""
        screen.notice("the first")
        screen.notice("the second")
        await reader.rest()
        assert screen.footer.text == "the second"
        assert "the second" in reader.rows[-1]
        screen.end_notice()
        screen.end_notice()
        await reader.rest()
        assert screen.footer.text == ""
        await reader.press("enter")
        keys = reader.rows[-1]
        await reader.press("question_mark")
        assert "Highlight" not in keys
        assert reader.rows[-1] == keys, "what works in the panel is not what works below it"
        await reader.press("escape")
        assert "the second" not in reader.rows[-1]
