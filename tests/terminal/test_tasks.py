"""Tasks on a real terminal: keys are answered meanwhile, newstui ends at once, and no process outlives it."""

from __future__ import annotations

import re
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newstui.domain.feed import Feed
from newstui.services.desk import Desk
from newstui.store.paths import user_paths
from tests.terminal.harness import DEADLINE, Terminal, environment, start
from tests.terminal.newsroom import bookmarked, newsroom
from tests.ui.newsagent import Newsagent

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="processes are counted in /proc")


@pytest.fixture
def agent() -> Iterator[Newsagent]:
    """Twenty feeds; the last one never answers."""
    opened = Newsagent()
    opened.held.add("/19")
    for number in range(20):
        opened.feed(f"/{number}", f"Feed {number}", f"News {number}")
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path, agent: Newsagent) -> Path:
    folder = newsroom(tmp_path / "news", number=3)
    desk = Desk(user_paths(), folder)
    desk.feeds.add([Feed(agent.url(f"/{number}"), may_be_private=True) for number in range(20)])
    assert desk.close()
    return folder


def processes(home: Path, terminal: Terminal) -> dict[int, str]:
    """Returns the command of each process that newstui started for this home, whatever it is for."""
    found: dict[int, str] = {}
    for process in Path("/proc").iterdir():
        if not process.name.isdecimal() or int(process.name) == terminal.pid:
            continue
        try:
            if f"NEWSTUI_HOME={home}\0".encode() in (process / "environ").read_bytes():
                found[int(process.name)] = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue  # it ended meanwhile
    return found


def wait_until_none_is_left(home: Path, terminal: Terminal) -> None:
    end = time.monotonic() + DEADLINE
    while left := processes(home, terminal):
        assert time.monotonic() < end, left
        terminal.wait_quiet(0.05)


def fetching(terminal: Terminal, home: Path, agent: Newsagent) -> None:
    """Waits until all feeds but one have been asked."""
    terminal.wait_for("Paragraph 1 of article 1")
    terminal.wait_quiet()
    terminal.send("r")
    for _ in range(20):
        assert agent.asked.acquire(timeout=DEADLINE)
    terminal.wait_for("r stops it")
    started = " ".join(processes(home, terminal).values())
    assert "newstui.services.tasks.process" in started
    assert "newstui.sandbox.worker" in started


def wait_until_taken(terminal: Terminal, folder: Path, number: int) -> None:
    """Waits until so many files are there: an answered request is not yet an article."""
    end = time.monotonic() + DEADLINE
    while (taken := len(list(folder.rglob("*-news-*.md")))) < number:
        assert time.monotonic() < end, taken
        terminal.wait_quiet(0.05)


@pytest.mark.parametrize("ending", ["q", signal.SIGTERM, signal.SIGHUP], ids=["key", "term", "hup"])
def test_newstui_ends_at_once_with_its_processes(
    folder: Path, home: Path, agent: Newsagent, ending: str | signal.Signals
) -> None:
    with start(folder, home) as terminal:
        fetching(terminal, home, agent)
        terminal.send("b")
        terminal.wait_for("bookmarked")
        if isinstance(ending, str):
            terminal.send(ending)
        else:
            terminal.signal(ending)
        terminal.wait_exit(5.0)
        assert b"Traceback" not in terminal.raw
        wait_until_none_is_left(home, terminal)
    assert bookmarked(home) == {"Article 1 of the mills"}


def test_a_stopped_task_leaves_no_process_behind_and_the_next_one_runs(
    folder: Path, home: Path, agent: Newsagent
) -> None:
    with start(folder, home) as terminal:
        fetching(terminal, home, agent)
        wait_until_taken(terminal, folder, 19)
        terminal.send("r")
        kept = re.compile(r"stopped after \d+ feeds: \d+ new articles are kept, the rest comes next time")
        terminal.wait_until(lambda screen: kept.search(screen) is not None, kept.pattern)
        wait_until_none_is_left(home, terminal)
        terminal.wait_for("22 unread")
        agent.let_go()
        terminal.send("r")
        terminal.wait_for("20 feeds · 1 new")
        terminal.wait_for("23 unread")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert b"Traceback" not in terminal.raw
        wait_until_none_is_left(home, terminal)


def test_the_first_article_leads_from_the_samples_to_a_library_of_ones_own(home: Path, agent: Newsagent) -> None:
    url = agent.page("/news", "The lock keeper and his book")
    with Terminal([], environment(home)) as terminal:
        terminal.wait_for("Welcome to newstui")
        terminal.wait_quiet()
        terminal.send("a")
        terminal.wait_for("Add to your library")
        terminal.send(f"{url}\r")
        terminal.wait_for("This is your own library now. added: The lock keeper")
        terminal.wait_for("1 unread")
        terminal.send("q")
        assert terminal.wait_exit() == 0
        assert b"Traceback" not in terminal.raw
