"""The looks of the app: day and night follow the terminal, and a theme that was chosen stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.color_triplet import ColorTriplet

from newstui.ui.themes import AUTO, DARK, LIGHT
from tests.ui.sitting import app_for, sitting

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAPER, NIGHT = ColorTriplet(250, 247, 240), ColorTriplet(16, 16, 24)


async def test_day_and_night_follow_the_terminal_from_one_start_to_the_next(paper: Path) -> None:
    async with sitting(paper) as reader:
        assert (reader.app.theme, reader.app.current_theme.background) == (AUTO, DARK.background)
        reader.app.background_is(PAPER)
        await reader.rest()
        assert (reader.app.theme, reader.app.current_theme.background) == (AUTO, LIGHT.background)
        background = reader.column.style_of("read").bgcolor
        assert background is not None and background.name == LIGHT.background
    async with sitting(paper) as reader:
        assert reader.app.current_theme.background == LIGHT.background
        reader.app.background_is(NIGHT)
        assert reader.app.current_theme.background == DARK.background


async def test_only_a_theme_that_was_chosen_while_reading_is_kept(paper: Path) -> None:
    async with sitting(paper) as reader:
        assert reader.app.chosen_theme is None
    async with sitting(paper, theme="nord") as reader:
        assert (reader.app.theme, reader.app.chosen_theme) == ("nord", None)
        reader.app.background_is(PAPER)
        reader.app.theme = "gruvbox"
        await reader.rest()
        assert reader.app.theme == "gruvbox"
    assert app_for(paper, theme="nord").theme == "gruvbox"


def test_the_environment_may_name_the_background(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert app_for(paper).current_theme.background == LIGHT.background
