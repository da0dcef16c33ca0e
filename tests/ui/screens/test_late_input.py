"""What comes too late: a second click or Enter on a panel that has closed, and what a closed screen fails at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key
from textual.screen import Screen

from newstui.ui.screens.history.screen import HistoryScreen
from newstui.ui.screens.panels.choose import Choice, ChoicePanel
from newstui.ui.screens.panels.prompt import Prompt
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("key", ["question_mark", "ctrl+p"])
async def test_a_panel_that_is_told_to_close_twice_closes_once(paper: Path, key: str) -> None:
    async with sitting(paper) as reader:
        await reader.press("g", "h")
        await reader.press(key)
        panel = reader.app.screen
        panel.dismiss(None)
        panel.dismiss(None)
        await reader.rest()
        assert isinstance(reader.app.screen, HistoryScreen)


async def test_the_first_of_two_answers_counts(paper: Path) -> None:
    answers: list[str | None] = []
    async with sitting(paper) as reader:
        panel = ChoicePanel("Which?", [Choice("one", "One"), Choice("two", "Two")], enter="chooses")
        reader.app.push_screen(panel, answers.append)
        await reader.rest()
        for key in ("enter", "down", "enter", "enter"):
            reader.app.post_message(Key(key, None))
        await reader.rest()
        assert answers == ["one"]
        assert len(reader.app.screen_stack) == 1


async def test_a_screen_below_another_does_not_close_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        below, above = Prompt("Below", enter="answers"), Prompt("Above", enter="answers")
        for screen in (below, above):
            reader.app.push_screen(screen)
        await reader.rest()
        below.dismiss(None)
        await reader.rest()
        assert reader.app.screen is above


async def test_what_a_closed_screen_fails_at_does_not_end_the_app(paper: Path) -> None:
    class Failing(Screen[None]):
        def on_mount(self) -> None:
            self.dismiss(None)
            self.call_later(lambda: self.query_one("#gone"))

    async with sitting(paper) as reader:
        reader.app.push_screen(Failing())
        await reader.rest()
        await reader.press("J")
        assert len(reader.app.screen_stack) == 1
