"""A terminal of lines: a question without a line's end, an answer in any bytes."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from newstui.cli.linear.terminal import LineTerminal
from newstui.cli.output import Output

if TYPE_CHECKING:
    import pytest


def test_an_answer_may_be_any_bytes_and_the_end_of_the_input_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" b\r\n\xff\n"), encoding="utf-8"))
    terminal = LineTerminal(Output("never", is_quiet=False))
    assert [terminal.ask("What?") for _ in range(3)] == ["b", "\ufffd", None]
    assert capsys.readouterr().out == "What? \n" * 3
    monkeypatch.setattr(sys, "stdin", None)
    assert terminal.ask("What?") is None


def test_its_size_is_bounded_and_a_pipe_has_no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = LineTerminal(Output("never", is_quiet=False))
    monkeypatch.setenv("COLUMNS", "3")
    monkeypatch.setenv("LINES", "2")
    assert (terminal.columns, terminal.lines) == (20, None)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert terminal.lines == 4
