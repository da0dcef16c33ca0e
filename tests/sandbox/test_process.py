"""A worker process: started, asked and ended, and never left behind."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from newstui.sandbox.process import WorkerProcess, lower_priority
from tests import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerProcess]:
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    process = WorkerProcess("tests.sandbox.echo", ">")
    yield process
    process.kill()


def test_lines_and_what_follows_them_are_answered(echo: WorkerProcess) -> None:
    echo.send(b"3", b"abc")
    assert echo.receive() == b">abc\n"
    echo.send(b"0")
    assert echo.receive() == b">\n"
    assert echo.is_running


def test_a_line_that_is_too_long_has_no_newline(echo: WorkerProcess) -> None:
    echo.send(b"9", b"123456789")
    assert echo.receive(4) == b">123"


def test_it_ends_when_its_input_does(echo: WorkerProcess) -> None:
    assert echo.exit_status(0) is None
    echo.stop(30)
    assert echo.exit_status(0) == 0
    assert not echo.is_running
    with pytest.raises(ValueError):
        echo.send(b"0")
    assert echo.receive() == b""


def test_a_worker_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    process = WorkerProcess("tests.sandbox.echo", "hang")
    assert process.receive() == b"hanging\n"
    process.stop(0.05)
    assert process.exit_status(0) not in (None, 0)


def test_a_worker_that_does_not_answer_is_killed_where_no_pipe_can_be_waited_for_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    process = WorkerProcess("tests.sandbox.echo", "hang")
    monkeypatch.setattr(sys, "platform", "win32")
    assert process.receive(seconds=30) == b"hanging\n"
    assert process.is_running
    assert process.receive(seconds=0.05) == b""
    assert process.exit_status(30) not in (None, 0)
    process.kill()


def test_a_module_that_does_not_exist_ends_at_once() -> None:
    process = WorkerProcess("newstui.nowhere")
    assert process.receive() == b""
    assert process.exit_status(30) == 1
    process.kill()


@pytest.mark.skipif(not hasattr(os, "setpriority"), reason="this system has no priorities")
def test_the_priority_is_lowered_and_never_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to: list[int] = []
    monkeypatch.setattr(os, "setpriority", lambda which, who, priority: set_to.append(priority))
    for current in (0, 15):
        monkeypatch.setattr(os, "getpriority", lambda which, who, now=current: now)
        lower_priority()
    assert set_to == [10, 15]
