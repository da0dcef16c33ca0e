"""Running commands: in this process, and as a program of its own where that is the point."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from json import loads
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from newstui.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Said:
    """Output and exit status of a command."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def objects(self) -> list[dict[str, Any]]:
        """JSON Lines."""
        return [loads(line) for line in self.out.splitlines()]


class Newstui(Protocol):
    """Runs a command line on the library of the test."""

    def __call__(self, *arguments: str, stdin: bytes | None = None) -> Said: ...


@pytest.fixture
def newstui(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Newstui:
    """In this process."""
    monkeypatch.setenv("NEWSTUI_LIBRARY", str(root))
    monkeypatch.delenv("NO_COLOR", raising=False)

    def said(*arguments: str, stdin: bytes | None = None) -> Said:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        status = run(arguments)
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return said


@pytest.fixture
def program(root: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs newstui as a program of its own: `python -m newstui`."""

    def ran(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        settings = {**os.environ, "NEWSTUI_LIBRARY": str(root), **environment}
        command = [sys.executable, "-m", "newstui", *arguments]
        return subprocess.run(command, input=stdin, capture_output=True, env=settings, timeout=60, check=False)

    return ran
