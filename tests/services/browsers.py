"""Browsers for tests: a system without any, and scripts that say what they were called with."""

from __future__ import annotations

import os
import webbrowser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def forget_browsers(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes a folder the whole PATH, and has Python look for browsers again."""
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(path))
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})


def put_browser(folder: Path, name: str = "browser") -> Path:
    """Puts a browser there that writes its arguments, each with a NUL, into the pipe `asked`."""
    script = folder / name
    script.write_text(f"#!/bin/sh\nprintf '%s\\0' \"$@\" > '{folder}/asked'\n")
    script.chmod(0o755)
    if not (folder / "asked").exists():
        os.mkfifo(folder / "asked")
    return script


def asked(folder: Path) -> list[bytes]:
    """Returns the arguments that the browser got, once it was started."""
    return (folder / "asked").read_bytes().split(b"\0")[:-1]
