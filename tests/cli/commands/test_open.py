"""`newstui [FOLDER]`: refused where the browser cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Newstui


def test_the_browser_needs_a_terminal_that_can_show_it(
    newstui: Newstui, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "needs a terminal" in newstui(str(root)).err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "dumb")
    assert run([]) == 2
