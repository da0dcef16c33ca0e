"""The driver for Unix: whatever bytes come from the terminal, keys are answered one by one and in order."""

from __future__ import annotations

import asyncio
import concurrent.futures
import random
import signal
import threading
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.app import App

from newstui.ui.terminal.unix_driver import UnixDriver
from tests.terminal.grammar import written
from tests.terminal.harness import Terminal, start
from tests.terminal.newsroom import bookmarked, newsroom

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three articles."""
    return newsroom(tmp_path_factory.mktemp("input") / "news", number=3)


def start_reading(terminal: Terminal) -> None:
    """Waits for the screen with its first article."""
    terminal.wait_for("Paragraph 1 of article 1")
    terminal.wait_quiet()


def test_bytes_that_are_not_utf8_do_no_harm(folder: Path, home: Path) -> None:
    with start(folder, home) as terminal:
        start_reading(terminal)
        terminal.send(b"\xff\xfe\xc3\x28\x80\xf0\x9f")
        terminal.wait_quiet()
        terminal.send("J")
        terminal.wait_for("Paragraph 1 of article")


@pytest.mark.parametrize("seed", [1, 2])
def test_random_bytes_do_no_harm(folder: Path, home: Path, seed: int) -> None:
    dice = random.Random(seed)
    keys = bytes(dice.choice(bytes(range(256)) + b"jkJKsSbmnpfO/?L\x1b\x1b\r\t[A" * 8) for _ in range(600))
    keys = keys.replace(b"\x11", b"").replace(b"q", b"").replace(b"\x1a", b"").replace(b"o", b"")
    with start(folder, home, BROWSER="/bin/false") as terminal:
        start_reading(terminal)
        terminal.send(keys)
        terminal.wait_quiet(0.3)  # shorter than a cursor's blink
        if terminal.exit_status is None:
            terminal.send("\x11")
        status = terminal.wait_exit()
        assert status == 0, terminal.text
        assert b"Traceback" not in terminal.raw
        assert written(terminal.raw, may_ring=True).faults == []


def test_no_key_is_waited_for_after_the_end() -> None:
    async def made() -> UnixDriver:
        return UnixDriver(App[None](), debug=False, mouse=False, size=None)

    handlers = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    driver = asyncio.run(made())  # its loop is closed now
    for number, handler in handlers.items():
        signal.signal(number, handler)
    driver._last_key = concurrent.futures.Future()  # one that nobody answers any more
    reading = threading.Thread(target=driver.process_message, args=(events.Key("j", "j"),), daemon=True)
    reading.start()
    reading.join(5.0)
    assert not reading.is_alive()


def test_keys_typed_ahead_are_answered_in_their_order(folder: Path, home: Path) -> None:
    with start(folder, home) as terminal:
        start_reading(terminal)
        terminal.send("J\t/mill on river number 9\rbK")
        terminal.wait_for("★")  # the first article was on the screen before, too
        terminal.wait_for("Paragraph 1 of article 1")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
    assert bookmarked(home) == {"Article 2 of the mills"}


def test_words_typed_ahead_into_a_field_do_nothing_else(folder: Path, home: Path) -> None:
    with start(folder, home) as terminal:
        start_reading(terminal)
        terminal.send("\t/bDbAm\r")
        terminal.wait_quiet(0.3)
        terminal.send("\x1b")
        terminal.wait_quiet(0.3)
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
    assert bookmarked(home) == set()


@pytest.mark.parametrize("keys", ["", "\t/", "f"], ids=["list", "find", "filter"])
def test_a_paste_of_a_megabyte_does_no_harm(folder: Path, home: Path, keys: str) -> None:
    pasted = (b"DAbq \x11\x1a0123456789 " * 70_000)[: 1 << 20]
    with start(folder, home) as terminal:
        start_reading(terminal)
        terminal.send(keys)
        terminal.wait_quiet()
        terminal.send(b"\x1b[200~" + pasted.replace(b"\x1b", b"") + b"\x1b[201~")
        terminal.send("\x1b")
        terminal.wait_quiet(0.3)  # shorter than a cursor's blink
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert written(terminal.raw, may_ring=True).faults == []
    assert bookmarked(home) == set()


HUGE = "99999999"


@pytest.mark.parametrize("claimed", ["environment", "terminal", "answer"])
def test_a_screen_of_a_hundred_million_columns_is_not_believed(folder: Path, home: Path, claimed: str) -> None:
    size = HUGE if claimed == "environment" else ""
    with start(folder, home, COLUMNS=size, LINES=size) as terminal:
        terminal.wait_for_bytes(b"\x1b[?2004h")
        if claimed == "terminal":
            terminal.resize(65_535, 65_535)
        elif claimed == "answer":
            terminal.send(f"\x1b[48;{HUGE};{HUGE};{HUGE};{HUGE}t")
        terminal.send("J")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert len(terminal.raw) < 20_000_000
