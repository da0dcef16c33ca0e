"""The themes: each has our variables, and nothing is shown by colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import BUILTIN_THEMES

from newstui.ui.themes import AUTO, OWN, variables_of
from tests.ui.paper import FERRY
from tests.ui.sitting import app_for, sitting

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_theme_has_our_variables() -> None:
    names = set(OWN[0].variables)
    for theme in (*OWN, *BUILTIN_THEMES.values()):
        assert set(variables_of(theme)) == names


def test_an_unknown_theme_gives_ours(paper: Path) -> None:
    assert app_for(paper, theme="no such theme").theme == AUTO


async def test_without_colours_a_reader_sees_what_is_unread_bookmarked_and_selected(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sitting(paper) as reader:
        await reader.press("b", "j", "m")
        assert reader.bookmarked == {FERRY}
        assert reader.rows[2].startswith(" ● ")
        assert "★" in reader.rows[2]
        assert not reader.rows[4].startswith(" ●")


async def test_in_the_terminals_own_colours_the_selected_row_is_seen_from_both_panes(paper: Path) -> None:
    async with sitting(paper, theme="terminal") as reader:
        selected = reader.column.style_of("about selected")
        assert (selected.reverse, bool(selected.bgcolor and not selected.bgcolor.is_default)) == (True, False)
        await reader.press("enter")
        assert reader.column.style_of("about selected").underline
        assert not reader.column.style_of("about").underline
