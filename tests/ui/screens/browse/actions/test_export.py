"""Export and pipe: articles leave newstui by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.ui.screens.panels.choose import ChoicePanel
from tests.ui.sitting import sitting
from tests.ui.task_steps import ended

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_list_is_exported(paper: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    async with sitting(paper) as reader:
        await reader.press("w")
        assert isinstance(reader.app.screen, ChoicePanel)
        await reader.press("down", "enter")
        await reader.type(str(target))
        await reader.press("enter")
        await ended(reader)
        assert "10 articles exported" in reader.text
    assert len(target.read_text(encoding="utf-8").splitlines()) == 10


async def test_one_article_is_exported_and_nothing_is_replaced(paper: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    async with sitting(paper) as reader:
        for _ in range(2):
            await reader.press("w", "enter")
            await reader.type(str(target))
            await reader.press("enter")
            await ended(reader)
        assert any("is there already\nname another one; on the command line" in toast for toast in reader.toasts)
    assert target.read_text(encoding="utf-8").count("<article") == 1


async def test_a_command_is_asked_for(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("vertical_line")
        assert "Pipe this article to" in reader.text
        await reader.press("escape")
        assert "Pipe" not in reader.text
