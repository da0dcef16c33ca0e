"""Work in a process of its own: it says all that it would say here, is stopped as here, and loses nothing."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import NewstuiError, StorageError
from newstui.net.deadline import Cancelled
from newstui.services.events import Indexed, Progress, Skipped
from newstui.services.tasks import process as module
from newstui.services.tasks.process import NoProcessError, apart
from newstui.store.paths import user_paths
from tests import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from newstui.services.desk import Desk
    from newstui.services.events import Event

TESTS = REPOSITORY
SECONDS = 30.0


@pytest.fixture(autouse=True)
def tests_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(TESTS))


def begun(
    root: Path, work: str, *given: object, wanted: Callable[[], bool] = lambda: True
) -> Generator[Event, None, None]:
    return apart(user_paths(), root, f"tests.services.tasks.odd_work:{work}", *given, is_cancelled=lambda: not wanted())


def pid_of(event: Event) -> int:
    assert isinstance(event, Skipped)
    return int(event.path)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_what_it_says_comes_in_order(root: Path) -> None:
    events = [Progress(1, 2), Skipped("a", "no"), Indexed(added=1), Progress(2, 2)]
    assert list(begun(root, "says", events)) == events


def test_what_it_changed_is_on_disk_and_the_readers_own_act(root: Path, desk: Callable[[], Desk]) -> None:
    reader = desk()
    assert list(begun(root, "turns_bookmark", "some article", "another")) == [Progress(1, 1)]
    assert reader.refresh()
    assert reader.marks.of("some article").bookmarked
    assert reader.marks.undo() is not None
    assert not reader.marks.of("another").bookmarked


def test_it_sees_what_was_written_before_it_began(
    root: Path, write: Callable[..., Path], desk: Callable[[], Desk]
) -> None:
    write("one.md", title="One")
    assert list(apart(user_paths(), root, "newstui.services.index.freshness:reconciled"))[-1] == Indexed(added=1)
    assert desk().articles.count() == 1


@pytest.mark.parametrize(
    ("error", "told", "hint"),
    [(NewstuiError("full", hint="free some"), "full", "free some"), (StorageError("broken"), "broken", "")],
)
def test_what_it_raises_is_raised_here(root: Path, error: NewstuiError, told: str, hint: str) -> None:
    events = begun(root, "fails", error)
    assert next(events) == Progress(1, 2)
    with pytest.raises(type(error), match=told) as raised:
        next(events)
    assert isinstance(raised.value, NewstuiError)
    assert raised.value.hint == hint


def test_an_error_that_cannot_travel_is_told(root: Path) -> None:
    with pytest.raises(RuntimeError, match="PickyError: very odd"):
        list(begun(root, "fails_oddly"))


def test_a_sudden_end_is_told(root: Path) -> None:
    with pytest.raises(NewstuiError, match="came to a sudden end"):
        list(begun(root, "dies"))


def test_stopped_it_ends_by_itself_and_its_last_change_is_kept(root: Path, desk: Callable[[], Desk]) -> None:
    is_wanted = [True]
    events = begun(root, "waits", wanted=lambda: is_wanted[0])
    pid = pid_of(next(events))
    is_wanted[0] = False
    with pytest.raises(Cancelled):
        next(events)
    assert not is_alive(pid)
    late = desk()
    late.refresh()
    assert late.marks.of("the last").bookmarked


def test_who_asks_no_more_has_stopped_it(root: Path) -> None:
    with closing(begun(root, "waits")) as events:
        pid = pid_of(next(events))
    assert not is_alive(pid)


def test_what_does_not_end_is_killed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_END_SECONDS", 0.1)
    with closing(begun(root, "hangs")) as events:
        pid = pid_of(next(events))
    assert not is_alive(pid)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_it_ends_after_a_kill_of_whoever_began_it(root: Path, home: Path) -> None:
    script = (
        "import pathlib, sys\n"
        "from newstui.services.tasks.process import apart\n"
        "from newstui.store.paths import user_paths\n"
        "for event in apart(user_paths(), pathlib.Path(sys.argv[1]), 'tests.services.tasks.odd_work:waits'):\n"
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


def test_ctrl_c_is_not_for_it(root: Path) -> None:
    is_wanted = [True]
    events = begun(root, "waits", wanted=lambda: is_wanted[0])
    pid = pid_of(next(events))
    assert os.getpgid(pid) != os.getpgid(0)
    os.kill(pid, signal.SIGCONT)
    events.close()


def answered(root: Path, work: str, *given: object) -> list[object]:
    """What the other side says, asked right here."""
    asked, told = (
        io.BytesIO(pickle.dumps((user_paths(), root, f"tests.services.tasks.odd_work:{work}", given))),
        io.BytesIO(),
    )
    module.serve(asked, told)
    told.seek(0)
    said = []
    while told.tell() < len(told.getvalue()):
        said.append(pickle.load(told))
    return said


def test_the_other_side_says_each_event_and_how_it_ended(root: Path) -> None:
    *events, end = answered(root, "says", [Progress(1, 2), Progress(2, 2)])
    assert events == [Progress(1, 2), Progress(2, 2)]
    assert end == module._Ended(None, is_written=True)
    *_, end = answered(root, "fails_oddly")
    assert isinstance(end, module._Ended)
    assert str(end.error) == "PickyError: very odd"


def test_the_other_side_goes_quietly_when_nobody_listens(root: Path) -> None:
    class Gone(io.BytesIO):
        def flush(self) -> None:
            raise BrokenPipeError

    asked = io.BytesIO(pickle.dumps((user_paths(), root, "tests.services.tasks.odd_work:says", ([Progress(1)],))))
    module.serve(asked, Gone())


def test_where_no_process_can_be_started_nothing_is_done(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> subprocess.Popen[bytes]:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(module, "_start", refuse)
    with pytest.raises(NoProcessError, match="cannot be started: Resource temporarily unavailable"):
        list(begun(root, "says", []))
