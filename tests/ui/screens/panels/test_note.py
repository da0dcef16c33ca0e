"""The panel of a note: every way out keeps what was typed, and an editor may take its place."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.services import text_editor
from tests.ui.screens.browse.actions.test_annotations import note, write
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_what_was_typed_is_kept_when_newstui_ends(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("T", "o", "k", "ctrl+q")
    async with sitting(paper) as reader:
        assert note(reader) == "ok"


async def test_a_note_goes_through_the_readers_editor(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\npath = pathlib.Path(sys.argv[1])\npath.write_text(path.read_text() + 'more')"
    )
    monkeypatch.setenv("VISUAL", f"'{sys.executable}' '{script}'")
    async with sitting(paper) as reader:
        monkeypatch.setattr(reader.app, "suspend", nullcontext)
        await reader.press("T")
        await write(reader, "once")
        await reader.press("ctrl+o")
        assert note(reader) == "once\nmore"
        assert len(reader.app.screen_stack) == 1


async def test_an_editor_that_fails_leaves_the_note_open(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(text: str) -> str:
        raise NewstuiError("nano ended with status 1", hint="the note is as it was")

    monkeypatch.setattr(text_editor, "edited", fails)
    async with sitting(paper) as reader:
        await reader.press("T")
        await write(reader, "once")
        await reader.press("ctrl+o")  # this terminal cannot be lent
        monkeypatch.setattr(reader.app, "suspend", nullcontext)
        await reader.press("ctrl+o")
        assert reader.toasts == [
            "this terminal cannot be lent to an editor",
            "nano ended with status 1\nthe note is as it was",
        ]
        await reader.press("escape")
        assert note(reader) == "once"
