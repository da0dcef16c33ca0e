"""The task queue: one task at a time, its progress, its result, and every way in which it ends."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed
from newstui.services.events import Progress, Skipped, Waiting
from newstui.services.tasks.queue import Activity, TaskQueue
from newstui.services.tasks.results import TaskResult
from tests import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

SECONDS = 30.0


@pytest.fixture(autouse=True)
def odd_tasks_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))


class Watched:
    """A task queue, and everything that it reports."""

    def __init__(
        self,
        desk: Desk,
        *,
        intake: Path | None = None,
        is_ready: Callable[[float], bool] = lambda seconds: True,
        **options: Any,
    ) -> None:
        self.activities: list[Activity] = []
        self.results: list[TaskResult] = []
        self.errors: list[tuple[str, str]] = []
        self.queue = TaskQueue(
            desk,
            intake or desk.library.root,
            is_ready=is_ready,
            on_activity=self.activities.append,
            on_end=self.results.append,
            on_error=lambda message, hint: self.errors.append((message, hint)),
            **options,
        )

    def of(self, task: str, *arguments: object) -> TaskResult:
        self.queue._put("at it", f"tests.services.tasks.odd_tasks:{task}", *arguments)
        assert self.queue.wait(SECONDS)
        _joined()
        return self.results[-1]


def _joined() -> None:
    """Returns when the task has reported its end."""
    for thread in threading.enumerate():
        if thread.name == "task queue":
            thread.join(SECONDS)


def test_a_bug_in_a_task_is_reported_and_the_next_one_runs(desk: Callable[[], Desk]) -> None:
    watched = Watched(desk())
    assert watched.of("fails", ValueError("odd")) == TaskResult()
    assert watched.errors[-1][0] == "newstui met a bug: ValueError: odd"
    assert watched.of("fails", NewstuiError("full", hint="free some")) == TaskResult()
    assert watched.errors[-1] == ("full", "free some")
    assert watched.activities[-1] == Activity()
    assert watched.of("dies") == TaskResult()
    assert "ended unexpectedly" in watched.errors[-1][0]
    assert watched.of("says", [Skipped("x", "no")]) == TaskResult(problems=("x: no",))


def test_three_of_many_problems_are_named(desk: Callable[[], Desk]) -> None:
    result = Watched(desk()).of("says", [Skipped(str(number), "no") for number in range(9)])
    assert result.problems == ("0: no", "1: no", "2: no", "and 6 more")


def test_progress_is_reported_now_and_then(desk: Callable[[], Desk]) -> None:
    clock = iter(range(100))
    watched = Watched(desk(), clock=lambda: float(next(clock)))
    watched.of("says", [Progress(1, 2_000), Progress(2, None)])
    assert [activity.in_words("r") for activity in watched.activities] == [
        "at it … · r stops it", "at it 1 of 2,000 · r stops it", "at it 2 · r stops it", "",
    ]  # fmt: skip


def test_a_task_sees_earlier_changes_and_its_own_changes_are_seen(desk: Callable[[], Desk]) -> None:
    reader = desk()
    watched = Watched(reader)
    reader.marks.set("bookmarked", ["before"], to=True)
    assert watched.of("turns_bookmark", "before", "meanwhile") == TaskResult()
    assert not reader.marks.of("before").bookmarked
    assert reader.marks.of("meanwhile").bookmarked
    assert len(reader.marks.history()) == 3


def test_a_task_that_waits_for_the_catalogue_can_be_stopped(desk: Callable[[], Desk]) -> None:
    looked = threading.Semaphore(0)

    def is_ready(seconds: float) -> bool:
        looked.release()
        return False

    watched = Watched(desk(), is_ready=is_ready)
    watched.queue.sync()
    assert looked.acquire(timeout=SECONDS)
    watched.queue.sync(is_quiet=True)
    watched.queue.stop()
    assert watched.queue.wait(SECONDS)
    _joined()
    assert watched.results == [TaskResult("stopped: what came in is kept, the rest comes next time")]
    watched.queue.go_on()
    assert not watched.queue.is_busy
    assert not watched.errors


def test_a_library_that_cannot_be_made_is_reported(desk: Callable[[], Desk], tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("a file")
    watched = Watched(desk(), intake=tmp_path / "in-the-way" / "library")
    assert watched.of("says", []) == TaskResult()
    assert len(watched.errors) == 1


def test_a_feed_that_does_not_answer_is_named(desk: Callable[[], Desk]) -> None:
    opened = desk()
    opened.feeds.add([Feed("https://slow.example/", title="Slow news"), Feed("https://b.example/")])
    watched = Watched(opened)
    assert watched.of("says", [Waiting()]) == TaskResult()
    assert Activity("at it · waiting for an answer") in watched.activities
    watched.of("says", [Progress(1, 3, "pages.example"), Waiting()])
    assert watched.activities[-2].doing.endswith(" · no answer yet from pages.example and 1 more")
    asked = dict.fromkeys(["https://slow.example/", "https://b.example/"])
    assert watched.queue._waits_for(asked) == " · no answer yet from Slow news and 1 more"
