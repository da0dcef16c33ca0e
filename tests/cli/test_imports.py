"""`python -m newstui` as a program of its own: what it loads, signals, pipes, encodings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(autouse=True)
def article(write: Callable[..., Path]) -> None:
    write("a.md", "A river; **strong**.", title="Łódź – 日本", id="aa1", date="2024-05-01")


def loaded(arguments: list[str], root: Path) -> set[str]:
    """The modules that a command line has imported when it is done."""
    code = (
        "import sys; from newstui.__main__ import main; sys.argv[1:] = sys.argv[2:]; status = main(); "
        "print(*sys.modules, file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "newstui", *arguments], capture_output=True, check=True, text=True, timeout=60,
        env={**os.environ, "NEWSTUI_LIBRARY": str(root)},
    )  # fmt: skip
    return set(done.stderr.splitlines()[-1].split())


PARSERS = {"lxml", "feedparser", "trafilatura", "turbohtml", "newstui.formats.web_page"}
"""They are for the process that reads what is foreign."""
NETWORK = {"ssl", "http.client", "urllib3", "newstui.net.fetch", "newstui.sandbox.client"}
HEAVY = PARSERS | NETWORK | {"newstui.services.feeds.sync", "newstui.services.intake.add", "newstui.services.imports"}
"""Modules that only fetching and importing need."""
ROOTED = "{root}/a.md"


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["--version"], {"argparse", "sqlite3", "rich", "newstui.cli", "dataclasses"}),
        (["--help"], {"argparse", "sqlite3", "rich", "newstui.services.desk"}),
        (
            ["list", "--json"],
            {"rich", "markdown_it", "yaml", "newstui.formats.web_page.saved_page", "newstui.domain.text.sentences"}
            | HEAVY,
        ),
        (["list"], {"rich", "markdown_it"} | HEAVY),
        (["mark", "aa1", "--read"], {"rich", "markdown_it"} | HEAVY),
        (["feeds"], {"rich", "markdown_it"} | HEAVY),
        (["feeds", "--help"], HEAVY),
        (["sync"], {"rich", "markdown_it"} | PARSERS),
        (["add", "--help"], HEAVY),
        (["add", ROOTED], {"rich", "urllib3", "ssl"} | PARSERS),
        (["show", "aa1"], {"rich.console"}),
        (["read"], {"rich.console"} | HEAVY),
        (["completions", "words", "--", "show", ""], {"rich", "markdown_it"} | HEAVY),
        (["help"], {"sqlite3", "rich", "newstui.services.desk"}),
        (["summary", "aa1"], {"rich", "markdown_it"}),
    ],
)
def test_a_command_never_loads_textual_nor_what_it_does_not_need(
    arguments: list[str], unneeded: set[str], root: Path
) -> None:
    modules = loaded([each.replace("{root}", str(root)) for each in arguments], root)
    assert "textual" not in modules
    assert not unneeded & modules


def test_the_first_paint_of_the_browser_loads_nothing_that_is_needed_later() -> None:
    code = (
        "import sys, newstui.cli, newstui.cli.commands.open, newstui.ui.app; "
        "from newstui.ui.terminal.driver import driver_class; driver_class(); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60)
    modules = set(done.stdout.split())
    later = {
        "argparse", "markdown_it", "newstui.domain.articles.article", "newstui.domain.picture",
        "newstui.domain.search.parser", "newstui.domain.search.section_tree", "newstui.domain.summaries.summary",
        "newstui.domain.urls", "newstui.render.typeset", "newstui.services.feeds.section_list",
        "newstui.services.index.reconcile", "newstui.store.catalogue.files", "newstui.store.catalogue.index_row",
        "newstui.store.catalogue.tables", "statistics", "tinydb",
    }  # fmt: skip
    assert not (HEAVY - {"ssl"} | later) & modules  # asyncio loads ssl


def test_a_reader_that_has_enough_ends_the_list_without_a_word(
    program: Callable[..., subprocess.CompletedProcess[bytes]], root: Path, write: Callable[..., Path]
) -> None:
    for number in range(2000):
        write(f"{number}.md", title=f"Number {number} {'of many ' * 8}")
    program("list", "--limit", "1")
    listing = subprocess.Popen(
        [sys.executable, "-m", "newstui", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "NEWSTUI_LIBRARY": str(root)},
    )  # fmt: skip
    assert listing.stdout is not None
    assert listing.stderr is not None
    assert listing.stdout.readline()
    listing.stdout.close()
    assert listing.stderr.read() == b""
    assert listing.wait(30) == 0
    listing.stderr.close()


def test_ctrl_c_ends_with_130_and_without_a_word(root: Path) -> None:
    waiting = subprocess.Popen(
        [sys.executable, "-m", "newstui", "debug", "summarise"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env={**os.environ, "NEWSTUI_LIBRARY": str(root)},
    )  # fmt: skip
    assert waiting.stdin is not None
    assert waiting.stdout is not None
    waiting.stdin.write(b'{"text": "It rained."}\n')
    waiting.stdin.flush()
    assert waiting.stdout.readline() == b'{"sentences": ["It rained."]}\n', "each line is answered at once"
    waiting.send_signal(signal.SIGINT)
    _, errors = waiting.communicate(timeout=30)
    assert (waiting.returncode, errors) == (130, b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_of_stdout_will_do(
    program: Callable[..., subprocess.CompletedProcess[bytes]], encoding: str
) -> None:
    as_json = program("list", "--json", PYTHONIOENCODING=encoding)
    assert json.loads(as_json.stdout.decode(encoding))["title"] == "Łódź – 日本"
    shown = program("show", "aa1", PYTHONIOENCODING=encoding)
    assert (shown.returncode, shown.stderr) == (0, b"")
    missing = program("show", "日本", PYTHONIOENCODING=encoding)
    assert missing.returncode == 1
    assert b"Traceback" not in missing.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_does_not_crash(root: Path, closed: str) -> None:
    environment = {**os.environ, "NEWSTUI_LIBRARY": str(root)}
    for command, status in (("list", 0), ("summary", 0), ("debug summarise", 0), ("", 2), ("--version", 0)):
        line = f'"$0" -m newstui {command} {closed}'
        done = subprocess.run(
            ["/bin/sh", "-c", line, sys.executable], stdin=subprocess.DEVNULL, capture_output=True, env=environment,
            timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == status, command
        assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")  # noqa: PTH110
def test_a_full_disk_under_stdout_ends_with_1_and_says_why(root: Path) -> None:
    environment = {**os.environ, "NEWSTUI_LIBRARY": str(root)}
    for command in ("list", "list --json", "show aa1", "--help"):
        done = subprocess.run(
            ["/bin/sh", "-c", f'"$0" -m newstui {command} > /dev/full', sys.executable], capture_output=True,
            env=environment, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 1
        assert done.stderr.splitlines()[0] == b"newstui: the output cannot be written: No space left on device"
        assert len(done.stderr.splitlines()) == 2
