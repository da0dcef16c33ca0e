"""`newstui [FOLDER|FILE]`: refused without a terminal, in plain lines where the terminal is too simple."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui


def test_the_browser_needs_a_terminal(newstui: Newstui, root: Path) -> None:
    for arguments in ((str(root),), ("open",), ("open", str(root))):
        said = newstui(*arguments)
        assert said.status == 2
        assert "needs a terminal" in said.err
        assert "newstui read" in said.err


@pytest.mark.parametrize("terminal", ["dumb", "unknown", ""])
def test_a_simple_terminal_reads_in_plain_lines(
    newstui: Newstui, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, terminal: str, root: Path
) -> None:
    path = write("a.md", "A river.", title="First", id="aa1")
    write("b.md", "A lake.", title="Second", id="bb2")
    monkeypatch.setenv("TERM", terminal)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)

    def said(*arguments: str) -> str:
        with monkeypatch.context() as patched:
            stdin = AnsweringTerminal()
            patched.setattr(sys, "stdin", stdin)
            answer = newstui(*arguments)
        return answer.out + answer.err

    assert "2 articles." in said()
    assert "2 articles." in said(str(root))
    assert "Article 1 of 1.\nFirst\n" in said(str(path))
    assert "\nSecond\n" in said("open", "bb")
    assert "'qqqq' is neither a command nor a folder, a file or an article" in said("qqqq")


class AnsweringTerminal:
    """A terminal at which nobody types."""

    def isatty(self) -> bool:
        return True

    @property
    def buffer(self) -> AnsweringTerminal:
        return self

    def readline(self, _most: int) -> bytes:
        return b""
