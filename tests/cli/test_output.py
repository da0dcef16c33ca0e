"""Failures of the output streams, and the progress that long work prints."""

from __future__ import annotations

import io
import sys
from json import loads
from typing import TYPE_CHECKING

import pytest

from newstui.cli.output import Output
from newstui.domain.errors import StorageError
from newstui.services.events import Indexed, Progress, Skipped

if TYPE_CHECKING:
    from newstui.services.events import Event

EVENTS: list[Event] = [
    Progress(0),
    Progress(500, 2000),
    Skipped("a\x1b.md", "it is gone"),
    Progress(2000, 2000),
    Indexed(2000),
]


def test_skipped_items_are_printed_and_quiet_prints_nothing_more(capsys: pytest.CaptureFixture[str]) -> None:
    Output("auto", is_quiet=False).follow(EVENTS, "reading")
    Output("auto", is_quiet=True).follow(EVENTS, "reading")
    result = capsys.readouterr()
    assert (result.out, result.err) == ("", "newstui: a.md was left out: it is gone\n" * 2)


def test_a_reason_that_names_the_file_is_not_preceded_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    Output("auto", is_quiet=False).follow([Skipped("/x/a.md", "a.md is empty"), Skipped("b", "bb is")], "reading")
    assert capsys.readouterr().err == "newstui: a.md is empty\nnewstui: b was left out: bb is\n"


def test_a_terminal_shows_progress_of_long_work_on_stderr(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    Output("auto", is_quiet=False).follow(EVENTS, "reading your articles")
    result = capsys.readouterr()
    assert "reading your articles" in result.err
    assert result.out == ""


def test_json_says_everything_in_ascii_where_stdout_can_say_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    output = Output("auto", is_quiet=False)
    output.json({"title": "Łódź 😀 \x9b \ufeff"})
    output.flush()
    assert loads(raw.getvalue().decode("ascii")) == {"title": "Łódź 😀 \x9b \ufeff"}


def test_json_keeps_what_could_act_on_a_terminal_as_an_escape(capsys: pytest.CaptureFixture[str]) -> None:
    fields = {"a": "\x1b\x9b\u202e\ufeff\U000e0041", "b": "e" + "\u0301" * 9, "c": "日本"}
    Output("auto", is_quiet=False).json(fields)
    text = capsys.readouterr().out
    assert loads(text) == fields
    assert "日本" in text
    assert "\\u009b\\u202e\\ufeff\\udb40\\udc41" in text


class _FullDisk(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


class _Closed(io.StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_a_full_disk_under_stdout_is_a_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    output = Output("always", is_quiet=False)
    monkeypatch.setattr(sys, "stdout", _FullDisk())
    with pytest.raises(StorageError, match="No space left"):
        output.line("x")
    with pytest.raises(StorageError, match="No space left"):
        output.json({})
    with pytest.raises(StorageError, match="No space left"):
        output.draw("x")
    monkeypatch.setattr(sys, "stdout", _Closed())
    with pytest.raises(BrokenPipeError):
        output.line("x")
