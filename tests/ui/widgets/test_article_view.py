"""The view of an article: its text moves, and keeps its place when its width changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_text_moves_by_lines_pages_and_to_its_ends(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter")
        tops = []
        for key in ("j", "down", "pagedown", "ctrl+d", "end"):
            await reader.press(key)
            tops.append(reader.view.top)
        assert tops == sorted(set(tops))
        assert reader.view.is_at_bottom
        for key in ("k", "up", "pageup", "backspace", "ctrl+u", "home"):
            before = reader.view.top
            await reader.press(key)
            assert reader.view.top < before
        assert reader.view.top == 0
        await reader.press("G", "g", "g")
        assert reader.view.top == 0


def _stone(reader: Sitting) -> int:
    """Returns the number of the first stone of the canal in view."""
    for line in reader.view.lines[reader.view.top :]:
        if "At stone" in line.text and line.text.split("At stone ")[1]:
            return int(line.text.split("At stone ")[1].split()[0])
    raise AssertionError("no stone is in view")


@pytest.mark.parametrize("keys", [["less_than_sign"], ["z"], ["z", "z"]], ids=["narrower", "full", "full and back"])
async def test_another_width_keeps_the_place(paper: Path, keys: list[str]) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "pagedown", "pagedown", "pagedown")
        seen = _stone(reader)
        await reader.press(*keys)
        assert abs(_stone(reader) - seen) <= 1


async def test_a_resize_keeps_the_place(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "pagedown", "pagedown", "pagedown")
        seen = reader.first_in_view.split()[0]
        stone = _stone(reader)
        for size in ((70, 20), (40, 30), (25, 10), (200, 60), (120, 36)):
            await reader.resize(*size)
            assert abs(_stone(reader) - stone) <= 1, size
        assert seen in reader.text
