"""The base of a panel: how it is left, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_panel_is_left_alike_by_escape_by_q_and_by_a_click_outside(paper: Path) -> None:
    async with sitting(paper) as reader:
        for opened in ("question_mark", "f", "O", "g", "M", "w"):
            for leave in ("escape", "q"):
                await reader.press(opened)
                assert len(reader.app.screen_stack) == 2, opened
                await reader.press(leave)
                assert reader.app.screen is reader.browser, (opened, leave)
        for opened in ("question_mark", "f", "O", "a", "t", "T"):
            await reader.press(opened)
            await reader.click(1, 30)
            assert reader.app.screen is reader.browser, opened
        assert not reader.app._exit


async def test_where_something_is_typed_q_is_a_letter(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f", "e", "q")
        assert "articles that match: eq" in reader.text
        await reader.press("escape", "t", "q")
        assert "#q" in reader.text


async def test_a_panel_keeps_its_top_edge_and_says_what_enter_does(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f")
        top = next(y for y, row in enumerate(reader.rows) if "╭" in row)
        assert "Enter shows it · Esc leaves" in reader.text
        await reader.type("crumb")
        assert next(y for y, row in enumerate(reader.rows) if "╭" in row) == top


async def test_a_panel_can_be_used_on_the_smallest_screen(paper: Path) -> None:
    async with sitting(paper, (40, 10)) as reader:
        await reader.press("f")
        assert "Esc leaves" in reader.text
        await reader.pilot.resize_terminal(20, 5)
        await reader.type("ferr")
        assert "ferr" in reader.rows[1]
        assert "\u258c" in reader.rows[2], "the first choice"
        await reader.press("escape", "question_mark")
        assert "Every day" in reader.text
        await reader.press("escape", "ctrl+p")
        await reader.type("hist")
        assert "hist" in reader.rows[0]
        assert "Go to: history" in reader.text
