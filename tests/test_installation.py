"""`pip install .` with the oldest pip that Python 3.11 brings gives a newstui that reads pages."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests import REPOSITORY
from tests.pages import page

if TYPE_CHECKING:
    from pathlib import Path

OLDEST_PIP = "22.3"
"""Python 3.11.0 came with it."""


def run(*command: str | Path, **environment: str) -> str:
    """Returns what a program prints. Fails with its whole output where it fails."""
    ended = subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, check=False, timeout=240
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="its environments have other folders")
def test_an_installation_by_an_old_pip_reads_a_page(tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "v")
    python, newstui = tmp_path / "v/bin/python", tmp_path / "v/bin/newstui"
    run(python, "-m", "pip", "install", "--quiet", f"pip=={OLDEST_PIP}")
    run(python, "-m", "pip", "install", "--quiet", REPOSITORY)
    saved = tmp_path / "page.html"
    saved.write_bytes(page())
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert run(newstui, "add", saved, **home).startswith("added: ")
    assert "packages: all can be imported" in run(newstui, "doctor", **home)
    assert run(newstui, "help", "keys", **home).startswith("Keys\n"), "the manual comes along"
    assert "complete " in run(newstui, "completions", "bash", **home)
    assert (tmp_path / "v/share/man/man1/newstui.1").is_file()
