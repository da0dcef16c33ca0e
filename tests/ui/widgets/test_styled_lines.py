"""Styled lines: every role has a style in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.ui.widgets.styled_lines import StyledLines
from tests.ui.paper import FERRY
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_every_theme_opens_and_every_role_has_a_style(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter")
        for name in sorted(reader.app.available_themes):
            reader.app.theme = name
            await reader.pilot.pause(0)
            assert FERRY in reader.text, name
            for widget in reader.browser.query(StyledLines):
                for role in widget.COMPONENT_CLASSES:
                    assert widget.style_of(role.removeprefix("role--")) is not None
