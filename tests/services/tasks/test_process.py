"""A task in a process of its own: it gives all its events, can be stopped, and loses nothing."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from newstui.domain.errors import NewstuiError, StorageError
from newstui.net.deadline import Cancelled
from newstui.services.events import Indexed, Progress, Skipped
from newstui.services.tasks import process as module
from newstui.services.tasks.process import NoProcessError, run_task
from newstui.services.tasks.values import pack, unpack
from newstui.store.paths import user_paths
from tests import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from newstui.sandbox.process import WorkerProcess
    from newstui.services.desk import Desk
    from newstui.services.events import Event

SECONDS = 30.0


@pytest.fixture(autouse=True)
def tests_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))


def running(
    root: Path,
    task: str,
    *arguments: object,
    is_cancelled: Callable[[], bool] = lambda: False,
    end_seconds: float = 0.7,
    start: Callable[[str], WorkerProcess] | None = None,
) -> Generator[Event, None, None]:
    name = f"tests.services.tasks.odd_tasks:{task}"
    return run_task(
        user_paths(), root, name, *arguments, is_cancelled=is_cancelled, end_seconds=end_seconds, start=start
    )


def pid_of(event: Event) -> int:
    assert isinstance(event, Skipped)
    return int(event.path)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_events_come_in_order(root: Path) -> None:
    events = [Progress(1, 2), Skipped("a", "no"), Indexed(added=1), Progress(2, 2)]
    assert list(running(root, "says", events)) == events


def test_its_changes_are_on_disk_and_can_be_undone(root: Path, desk: Callable[[], Desk]) -> None:
    reader = desk()
    assert list(running(root, "turns_bookmark", "some article", "another")) == [Progress(1, 1)]
    assert reader.refresh()
    assert reader.marks.of("some article").bookmarked
    assert reader.marks.undo() is not None
    assert not reader.marks.of("another").bookmarked


def test_it_sees_files_written_before_it_started(
    root: Path, write: Callable[..., Path], desk: Callable[[], Desk]
) -> None:
    write("one.md", title="One")
    assert list(run_task(user_paths(), root, "newstui.services.tasks.indexing:reconciled"))[-1] == Indexed(added=1)
    assert desk().articles.count() == 1


@pytest.mark.parametrize(
    ("error", "message", "hint"),
    [(NewstuiError("full", hint="free some"), "full", "free some"), (StorageError("broken"), "broken", "")],
)
def test_its_errors_are_raised_here(root: Path, error: NewstuiError, message: str, hint: str) -> None:
    events = running(root, "fails", error)
    assert next(events) == Progress(1, 2)
    with pytest.raises(type(error), match=message) as raised:
        next(events)
    assert isinstance(raised.value, NewstuiError)
    assert raised.value.hint == hint


def test_an_error_that_cannot_cross_is_reported_by_its_name(root: Path) -> None:
    with pytest.raises(RuntimeError, match="PickyError: very odd"):
        list(running(root, "fails_oddly"))


def test_an_unexpected_end_is_reported(root: Path) -> None:
    with pytest.raises(NewstuiError, match="ended unexpectedly"):
        list(running(root, "dies"))


def test_a_stopped_task_ends_by_itself_and_its_last_change_is_kept(root: Path, desk: Callable[[], Desk]) -> None:
    cancelled = threading.Event()
    events = running(root, "waits", is_cancelled=cancelled.is_set)
    pid = pid_of(next(events))
    cancelled.set()
    with pytest.raises(Cancelled):
        next(events)
    assert not is_alive(pid)
    late = desk()
    late.refresh()
    assert late.marks.of("the last").bookmarked


def test_what_a_stopped_task_did_until_its_end_is_told(root: Path) -> None:
    cancelled = threading.Event()
    events = running(root, "ends_slowly", is_cancelled=cancelled.is_set, end_seconds=SECONDS)
    told = [next(events)]
    cancelled.set()
    with pytest.raises(Cancelled):
        told.extend(events)
    assert told == [Progress(1, 4), Indexed(added=1), Indexed(added=1), Progress(4, 4)]


def test_a_caller_that_stops_asking_stops_the_task(root: Path) -> None:
    with closing(running(root, "waits")) as events:
        pid = pid_of(next(events))
    assert not is_alive(pid)


def test_a_task_that_does_not_end_is_killed(root: Path) -> None:
    with closing(running(root, "hangs", end_seconds=0.1)) as events:
        pid = pid_of(next(events))
    assert not is_alive(pid)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_it_ends_when_the_process_that_started_it_is_killed(root: Path, home: Path) -> None:
    script = (
        "import pathlib, sys\n"
        "from newstui.services.tasks.process import run_task\n"
        "from newstui.store.paths import user_paths\n"
        "for event in run_task(user_paths(), pathlib.Path(sys.argv[1]), 'tests.services.tasks.odd_tasks:waits'):\n"
        "    print(event.path, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(root)], stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout
        pid = int(owner.stdout.readline())
        owner.kill()
    waited = os.pidfd_open(pid) if hasattr(os, "pidfd_open") and is_alive(pid) else None
    if waited is not None:
        import select

        assert select.select([waited], [], [], SECONDS)[0]
        os.close(waited)


def test_ctrl_c_does_not_reach_it(root: Path) -> None:
    events = running(root, "waits")
    pid = pid_of(next(events))
    assert os.getpgid(pid) != os.getpgid(0)
    os.kill(pid, signal.SIGCONT)
    events.close()


def request(root: Path, task: str, *arguments: object) -> io.BytesIO:
    paths = user_paths()
    folders = [str(folder) for folder in (paths.data, paths.config, paths.cache, root)]
    name = f"tests.services.tasks.odd_tasks:{task}"
    return io.BytesIO(json.dumps({"folders": folders, "task": name, "arguments": pack(arguments)}).encode() + b"\n")


def answered(root: Path, task: str, *arguments: object) -> list[dict[str, Any]]:
    """The answers of the other side, asked in this process."""
    answers = io.BytesIO()
    module.serve(request(root, task, *arguments), answers)
    return [json.loads(line) for line in answers.getvalue().splitlines()]


def test_the_other_side_sends_each_event_and_how_the_task_ended(root: Path) -> None:
    *events, end = answered(root, "says", [Progress(1, 2), Progress(2, 2)])
    assert [unpack(answer["event"]) for answer in events] == [Progress(1, 2), Progress(2, 2)]
    assert end == {"error": None, "is_written": True}
    *_, end = answered(root, "fails_oddly")
    assert str(unpack(end["error"])) == "PickyError: very odd"


def test_the_other_side_ends_quietly_when_nobody_listens(root: Path) -> None:
    class Gone(io.BytesIO):
        def flush(self) -> None:
            raise BrokenPipeError

    module.serve(request(root, "says", [Progress(1)]), Gone())


def test_a_process_that_cannot_be_started_is_an_error_and_nothing_is_done(root: Path) -> None:
    def refuse(module: str) -> WorkerProcess:
        raise OSError(11, "Resource temporarily unavailable")

    with pytest.raises(NoProcessError, match="cannot be started: Resource temporarily unavailable"):
        list(running(root, "says", [], start=refuse))
