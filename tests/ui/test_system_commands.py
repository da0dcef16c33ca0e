"""The palette offers every key that works, and the samples or the reader's own library."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newstui.ui.system_commands import system_commands
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.app import App


async def test_each_key_is_offered_once_by_what_it_does(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getsid", lambda pid: os.getpgrp() + 1)  # a shell leads the session
    gone_to: list[Path] = []
    async with sitting(paper) as reader:
        app: App[None] = reader.app
        offered = list(system_commands(app, app.screen, paper, lambda path, *_: gone_to.append(path)))
        titles = [command.title for command in offered]
        assert len(titles) == len(set(titles))
        assert {"Bookmark", "Theme", "Suspend", "Your own library"} <= set(titles)
        assert next(command.help for command in offered if command.title == "Go to: history") == "keys g h"
        bookmark = next(command for command in offered if command.title == "Bookmark")
        assert bookmark.help == "key b"
        suspend = next(command for command in offered if command.title == "Suspend")
        assert suspend.callback == app.action_suspend_process  # it sends the signal by which the program stops
        next(command for command in offered if command.title == "Your own library").callback()
        assert gone_to == [paper]
        assert "Sample articles" in [command.title for command in system_commands(app, app.screen, None, print)]
        monkeypatch.setattr(os, "getsid", lambda pid: os.getpgrp())  # no shell would go on with what is suspended
        assert "Suspend" not in [command.title for command in system_commands(app, app.screen, None, print)]
