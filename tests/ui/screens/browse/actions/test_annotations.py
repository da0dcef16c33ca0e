"""Annotation actions: a note is written, shown under the title, changed, undone, and found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

from tests.ui.paper import FERRY, LIGHTHOUSE
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


async def write(reader: Sitting, text: str) -> None:
    """Types into the note that is open, all at once."""
    area = reader.app.focused
    assert isinstance(area, TextArea)
    area.insert(text)
    await reader.rest()


def note(reader: Sitting) -> str:
    return reader.app.desk.marks.of(reader.headline.id).note


async def test_a_note_is_kept_on_leaving_and_stands_under_the_title(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("T")
        await write(reader, "call the harbour\n[b]not bold[/b]")
        await reader.press("escape")
        assert note(reader) == "call the harbour\n[b]not bold[/b]"
        assert "✎ call the harbour\n  [b]not bold[/b]" in reader.page
        assert f"noted: {FERRY}" in reader.bar
        await reader.press("T")
        await write(reader, "!")
        await reader.press("escape", "u")
        assert note(reader) == "call the harbour\n[b]not bold[/b]"
        await reader.press("u")
        assert note(reader) == ""
        assert "✎" not in reader.page
        await reader.press("U")
        assert "✎ call the harbour" in reader.page


async def test_a_note_that_is_only_looked_at_changes_nothing(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("b", "T", "escape", "T", "ctrl+q")
    async with sitting(paper) as reader:
        await reader.press("u", "u")
        assert not reader.bookmarked


async def test_letters_are_typed_and_an_emptied_note_is_gone(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "T", "q", "J", "enter", "u", "escape")
        assert reader.title == LIGHTHOUSE
        assert note(reader) == "qJ\nu"
        await reader.press("T", "f7", "delete", "escape")
        assert note(reader) == ""
        assert "note removed" in reader.bar


async def test_an_empty_list_has_no_note(tmp_path: Path) -> None:
    async with sitting(tmp_path) as reader:
        await reader.press("T")
        assert len(reader.app.screen_stack) == 1
