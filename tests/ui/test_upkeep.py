"""What keeps the catalogue in line behind the screen: much is read by another process, and nothing is left out."""

from __future__ import annotations

import subprocess
import threading
from typing import TYPE_CHECKING

import pytest

from newstui.services.index import reconcile as indexing
from newstui.services.tasks import process as apart
from newstui.ui import upkeep as jobs
from newstui.ui.upkeep import Upkeep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newstui.services.desk import Desk

ARTICLES = 9
SECONDS = 30.0


class Kept:
    """A desk that is kept in line, and what is said of it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.doing: list[str] = []
        self.wrong: list[str] = []
        self.begun, self.grown = threading.Event(), threading.Event()
        self.is_elsewhere = False
        self.looks = threading.Semaphore(0)
        """Released with each look at whether files have come."""
        self.upkeep = Upkeep(
            desk,
            doing=self._does,
            grew=self.grown.set,
            marked=lambda: None,
            failed=lambda message, hint: self.wrong.append(message),
            is_elsewhere=self._is_elsewhere,
        )

    def _is_elsewhere(self) -> bool:
        self.looks.release()
        return self.is_elsewhere

    def _does(self, what: str) -> None:
        self.doing.append(what)
        self.begun.set()

    def settle(self) -> None:
        self.upkeep.start()
        assert self.upkeep.settled.wait(SECONDS)
        self.upkeep.stop()


@pytest.fixture
def much(monkeypatch: pytest.MonkeyPatch, write: Callable[..., Path]) -> None:
    """A library of which so many files are too many to read here."""
    monkeypatch.setattr(jobs, "_MUCH", 3)
    monkeypatch.setattr(indexing, "_BATCH", 2)
    for number in range(ARTICLES):
        write(f"{number}.md", f"text {number}", title=str(number))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that are started."""
    begin, processes = apart._start, list[subprocess.Popen[bytes]]()

    def start() -> subprocess.Popen[bytes]:
        processes.append(begin())
        return processes[-1]

    monkeypatch.setattr(apart, "_start", start)
    return processes


@pytest.fixture
def kept(desk: Callable[[], Desk]) -> Iterator[Kept]:
    one = Kept(desk())
    yield one
    one.upkeep.stop()


@pytest.mark.usefixtures("much")
def test_much_is_read_by_another_process(kept: Kept, started: list[subprocess.Popen[bytes]]) -> None:
    kept.settle()
    assert len(started) == 1
    assert started[0].poll() == 0
    assert kept.desk.articles.count() == ARTICLES
    assert not kept.desk.index.is_due.is_set()
    assert f"reading your articles: 2 of {ARTICLES}" in kept.doing
    assert kept.doing[-1] == ""
    assert not kept.wrong


def test_a_little_is_read_here(kept: Kept, started: list[subprocess.Popen[bytes]], write: Callable[..., Path]) -> None:
    write("one.md", "text")
    kept.settle()
    assert kept.desk.articles.count() == 1
    assert not started


@pytest.mark.usefixtures("much")
def test_where_no_process_can_be_started_all_is_read_here(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> subprocess.Popen[bytes]:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(apart, "_start", refuse)
    kept.settle()
    assert kept.desk.articles.count() == ARTICLES
    assert not kept.desk.index.is_due.is_set()
    assert not kept.wrong


@pytest.mark.usefixtures("much")
def test_a_catalogue_that_no_other_process_sees_is_filled_here(
    home: Path, kept: Kept, started: list[subprocess.Popen[bytes]]
) -> None:
    (home / "cache").parent.mkdir(parents=True, exist_ok=True)
    (home / "cache").write_text("in the way")
    kept.settle()
    assert not kept.desk.index.is_shared
    assert kept.desk.articles.count() == ARTICLES
    assert not started


@pytest.mark.usefixtures("much")
def test_a_process_that_dies_leaves_the_rest_to_the_next_look(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = apart._start

    def start() -> subprocess.Popen[bytes]:
        process = begin()
        process.kill()
        return process

    monkeypatch.setattr(apart, "_start", start)
    kept.settle()
    assert "came to a sudden end" in kept.wrong[0]
    assert kept.desk.index.is_due.is_set()
    monkeypatch.setattr(apart, "_start", begin)
    for _ in kept.desk.index.reconcile():
        pass
    assert kept.desk.articles.count() == ARTICLES


@pytest.mark.usefixtures("much")
def test_stopped_while_another_process_reads_it_goes_on_with_the_next_start(
    kept: Kept, desk: Callable[[], Desk]
) -> None:
    kept.upkeep.start()
    assert kept.begun.wait(SECONDS)
    kept.upkeep.stop()
    assert not kept.wrong
    again = Kept(desk())
    again.settle()
    assert again.desk.articles.count() == ARTICLES


def test_what_another_process_brings_in_is_not_looked_for_here(kept: Kept, write: Callable[..., Path]) -> None:
    kept.is_elsewhere = True
    kept.upkeep.start()
    assert kept.upkeep.settled.wait(SECONDS)
    write("one.md", "text")
    for _ in range(3):
        kept.upkeep.look_now()
        assert kept.looks.acquire(timeout=SECONDS)
    assert kept.desk.articles.count() == 0
    kept.grown.clear()
    kept.is_elsewhere = False
    kept.upkeep.look_now()
    assert kept.grown.wait(SECONDS)
    assert kept.desk.articles.count() == 1
