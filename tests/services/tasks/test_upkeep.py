"""The upkeep thread: many files are indexed by another process, and nothing is left out."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING

import pytest

from newstui.sandbox.process import WorkerProcess
from newstui.services.tasks.upkeep import Upkeep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newstui.services.desk import Desk

ARTICLES = 9
SECONDS = 30.0


class Kept:
    """A desk that is kept in line, and what the upkeep reports."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.activities: list[str] = []
        self.errors: list[str] = []
        self.started: list[WorkerProcess] = []
        self.has_activity, self.has_grown = threading.Event(), threading.Event()
        self.is_task_indexing = False
        self.looks = threading.Semaphore(0)
        """Released with each look at whether files have come."""
        self.start: Callable[[str], WorkerProcess] = WorkerProcess
        self.upkeep = Upkeep(
            desk,
            on_activity=self._record,
            on_library_changed=self.has_grown.set,
            on_marks_changed=lambda: None,
            on_error=lambda message, hint: self.errors.append(message),
            is_task_indexing=self._is_task_indexing,
            process_from=3,
            start_process=self._start,
        )

    def _start(self, module: str) -> WorkerProcess:
        self.started.append(self.start(module))
        return self.started[-1]

    def _is_task_indexing(self) -> bool:
        self.looks.release()
        return self.is_task_indexing

    def _record(self, activity: str) -> None:
        self.activities.append(activity)
        self.has_activity.set()

    def settle(self) -> None:
        self.upkeep.start()
        assert self.upkeep.settled.wait(SECONDS)
        self.upkeep.stop()


@pytest.fixture
def many_files(kept: Kept, write: Callable[..., Path]) -> None:
    """A library with too many files to index them in the thread."""
    kept.desk.index.batch_size = 2
    for number in range(ARTICLES):
        write(f"{number}.md", f"text {number}", title=str(number))


@pytest.fixture
def kept(desk: Callable[[], Desk]) -> Iterator[Kept]:
    one = Kept(desk())
    yield one
    one.upkeep.stop()


@pytest.mark.usefixtures("many_files")
def test_many_files_are_indexed_by_another_process(kept: Kept) -> None:
    kept.settle()
    (process,) = kept.started
    assert process.exit_status(0) == 0
    assert kept.desk.articles.count() == ARTICLES
    assert not kept.desk.index.is_due.is_set()
    assert f"reading your articles: 2 of {ARTICLES}" in kept.activities
    assert kept.activities[-1] == ""
    assert not kept.errors


def test_a_few_files_are_indexed_in_the_thread(kept: Kept, write: Callable[..., Path]) -> None:
    write("one.md", "text")
    kept.settle()
    assert kept.desk.articles.count() == 1
    assert not kept.started


@pytest.mark.usefixtures("many_files")
def test_everything_is_indexed_in_the_thread_when_no_process_can_be_started(kept: Kept) -> None:
    def refuse(module: str) -> WorkerProcess:
        raise OSError(11, "Resource temporarily unavailable")

    kept.start = refuse
    kept.settle()
    assert kept.desk.articles.count() == ARTICLES
    assert not kept.desk.index.is_due.is_set()
    assert not kept.errors


@pytest.mark.usefixtures("many_files")
def test_a_catalogue_that_no_other_process_sees_is_filled_in_the_thread(home: Path, kept: Kept) -> None:
    (home / "cache").parent.mkdir(parents=True, exist_ok=True)
    (home / "cache").write_text("in the way")
    kept.settle()
    assert not kept.desk.index.is_shared
    assert kept.desk.articles.count() == ARTICLES
    assert not kept.started


@pytest.mark.usefixtures("many_files")
def test_a_process_that_dies_leaves_the_rest_to_the_next_look(kept: Kept) -> None:
    def start_and_kill(module: str) -> WorkerProcess:
        process = WorkerProcess(module)
        os.kill(process.pid, signal.SIGKILL)
        return process

    kept.start = start_and_kill
    kept.settle()
    assert "ended unexpectedly" in kept.errors[0]
    assert kept.desk.index.is_due.is_set()
    for _ in kept.desk.index.reconcile():
        pass
    assert kept.desk.articles.count() == ARTICLES


@pytest.mark.usefixtures("many_files")
def test_stopped_while_another_process_indexes_it_continues_with_the_next_start(
    kept: Kept, desk: Callable[[], Desk]
) -> None:
    kept.upkeep.start()
    assert kept.has_activity.wait(SECONDS)
    kept.upkeep.stop()
    assert not kept.errors
    again = Kept(desk())
    again.settle()
    assert again.desk.articles.count() == ARTICLES


def test_files_that_a_task_indexes_are_not_looked_for_here(kept: Kept, write: Callable[..., Path]) -> None:
    kept.is_task_indexing = True
    kept.upkeep.start()
    assert kept.upkeep.settled.wait(SECONDS)
    write("one.md", "text")
    for _ in range(3):
        kept.upkeep.look_now()
        assert kept.looks.acquire(timeout=SECONDS)
    assert kept.desk.articles.count() == 0
    kept.has_grown.clear()
    kept.is_task_indexing = False
    kept.upkeep.look_now()
    assert kept.has_grown.wait(SECONDS)
    assert kept.desk.articles.count() == 1
