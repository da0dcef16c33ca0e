"""`newstui read`: three articles on a simple terminal, and every way to end it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal.harness import Terminal, environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui


@pytest.fixture(autouse=True)
def articles(write: Callable[..., Path]) -> None:
    write("a.md", "A river in flood.", title="First", id="aa1", date="2024-05-03")
    write("b.md", "\n\n".join(["The sea rose and fell."] * 40), title="Second", id="bb2", date="2024-05-02")
    write("c.md", "A lake.", title="Third", id="cc3", date="2024-05-01")


def test_three_articles_are_read_and_one_bookmarked_on_a_dumb_terminal(
    newstui: Newstui, root: Path, home: Path
) -> None:
    simple = environment(home, TERM="dumb")
    with Terminal([str(root)], simple, columns=60, lines=14) as terminal:
        for answer, heard in (("1", "First — read."), ("n", "Article 2 of 3."), ("", "The sea"), ("n", "Article 3"),
                              ("b", "Third — bookmarked."), ("q", "")):  # fmt: skip
            terminal.wait_until(lambda screen: screen.rstrip().endswith("help."))
            terminal.send(f"{answer}\n")
            terminal.wait_for(heard)
        assert terminal.wait_exit() == 0
        assert b"\x1b" not in terminal.raw
        assert b"\x08" not in terminal.raw
    assert [article["title"] for article in newstui("list", "is:bookmarked", "--json").objects] == ["Third"]
    assert [article["title"] for article in newstui("list", "is:read", "--json").objects] == ["First", "Third"]
    assert newstui("list", "is:started", "--json").objects[0]["title"] == "Second"


def test_ctrl_c_ends_with_130_and_keeps_what_was_done(newstui: Newstui, root: Path, home: Path) -> None:
    with Terminal(["read", "--library", str(root)], environment(home), columns=60, lines=14) as terminal:
        terminal.wait_for("help.")
        terminal.send("2\n")
        terminal.wait_for("read on")
        terminal.send("b\n")
        terminal.wait_for("Second — bookmarked.")
        terminal.signal(signal.SIGINT)
        assert terminal.wait_exit() == 130
        assert b"Traceback" not in terminal.raw
    assert [article["title"] for article in newstui("list", "is:bookmarked", "--json").objects] == ["Second"]


def test_it_reads_from_a_pipe_until_the_input_ends(newstui: Newstui) -> None:
    said = newstui("read", "river", stdin=b"1\nb\nz\xff\n")
    assert (said.status, said.err) == (0, "")
    assert "1 article." in said.lines
    assert "A river in flood." in said.lines
    assert "First — bookmarked." in said.lines
    assert "is not a command" in said.out
    assert newstui("read", "tag:", stdin=b"").status == 2


def test_a_closed_pipe_ends_it_without_a_word(root: Path) -> None:
    reading = subprocess.Popen(
        [sys.executable, "-m", "newstui", "read"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env={**os.environ, "NEWSTUI_LIBRARY": str(root)},
    )  # fmt: skip
    assert reading.stdin is not None
    assert reading.stdout is not None
    assert reading.stderr is not None
    assert reading.stdout.readline() == b"3 articles.\n"
    reading.stdout.close()
    reading.stdin.write(b"1\n" * 10)
    reading.stdin.close()
    assert reading.stderr.read() == b""
    assert reading.wait(30) == 0
    reading.stderr.close()
