"""The scripts of the shells in the shells themselves: what is typed, a Tab, what stands there then.

A shell that is not installed is not tested.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import pytest

from tests.terminal.harness import Terminal, environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Newstui

PATH = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
START = {
    "bash": (["--norc", "--noprofile", "-i"], "PS1='% '; bind 'set enable-bracketed-paste off'"),
    "zsh": (["-f", "-i"], "PS1='%% '; autoload -Uz compinit; compinit -u -D"),
}
TYPED = (
    ("newstui show aa", "newstui show aa1 "),
    ("newstui list -x source:h", 'newstui list -x source:\\"Harbour\\ Post\\" '),
    ("newstui mark --no-b", "newstui mark --no-bookmark "),
    ("newstui export --to /de", "newstui export --to /dev/"),
)


@pytest.fixture(autouse=True)
def articles(write: Callable[..., Path], newstui: Newstui) -> None:
    write("a.md", title="First", id="aa1", source="Harbour Post", tags="[seafaring]")
    newstui("list")


@pytest.mark.parametrize("shell", START)
def test_a_tab_completes(shell: str, root: Path, home: Path, tmp_path: Path) -> None:
    if which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    arguments, first = START[shell]
    own = environment(home, TERM="vt100", PATH=PATH, NEWSTUI_LIBRARY=str(root), HOME=str(tmp_path))
    with Terminal(arguments, own, columns=100, lines=60, command=[shell]) as terminal:
        terminal.send(f"{first}; source <(newstui completions {shell}); echo rea''dy\n")
        terminal.wait_for("ready")
        for typed, completed in TYPED:
            terminal.send(f"{typed}\t")
            terminal.wait_for(f"% {completed.rstrip()}")
            terminal.send("X")
            terminal.wait_for(f"% {completed}X")
            terminal.send("\x15")
            terminal.wait_gone(completed)


@pytest.mark.skipif(which("fish") is None, reason="fish is not installed")
def test_fish_completes(root: Path, home: Path, tmp_path: Path) -> None:
    # A name with a space in a query is not among them: fish compares letter by letter with what is typed.
    lines = ["newstui show aa", "newstui mark --tag sea", "newstui list is:boo", "newstui help mov", "newstui open /de"]
    script = "newstui completions fish | source\n" + "".join(f"complete -C '{line}'\n" for line in lines)
    own = environment(home, PATH=PATH, NEWSTUI_LIBRARY=str(root), HOME=str(tmp_path))
    done = subprocess.run(["fish"], input=script, capture_output=True, text=True, env=own, timeout=60, check=True)
    assert done.stderr == ""
    found = [line.partition("\t")[0] for line in done.stdout.splitlines()]
    assert found == ["aa1", "seafaring", "is:bookmarked", "moving-in", "/dev/"]
