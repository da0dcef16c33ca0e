"""What was put is written once, in order, however often the disk refuses."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError
from newstui.domain.marks.change import Change, Stamp
from newstui.services.core import journal_writer as recording
from newstui.services.core.journal_writer import JournalWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class _Disk:
    """Refuses until told otherwise."""

    def __init__(self) -> None:
        self.refuses = False
        self.written: list[Change] = []
        self.told: list[Change] = []
        self.complaints: list[StorageError] = []
        self.complained = threading.Event()
        self.wrote = threading.Event()
        self.gate = threading.Event()
        self.gate.set()

    def write(self, changes: Sequence[Change]) -> None:
        self.gate.wait()
        if self.refuses:
            raise StorageError("the disk is full")
        self.written += changes

    def tell(self, changes: Sequence[Change]) -> None:
        self.told += changes
        self.wrote.set()

    def complain(self, error: StorageError) -> None:
        self.complaints.append(error)
        self.complained.set()

    def recorder(self) -> JournalWriter:
        return JournalWriter(self.write, self.tell, self.complain)


def _changes(count: int) -> list[Change]:
    return [Change(Stamp(at, "s", at), "read", ("a",), (False,), (True,)) for at in range(1, count + 1)]


def _each(put: Callable[[Change], None], changes: list[Change]) -> None:
    for change in changes:
        put(change)


def test_everything_is_written_in_order_and_told() -> None:
    disk, changes = _Disk(), _changes(200)
    recorder = disk.recorder()
    _each(recorder.put, changes)
    assert recorder.flush()
    assert disk.written == disk.told == changes
    assert recorder.close()


def test_with_nothing_to_do_it_is_well() -> None:
    recorder = _Disk().recorder()
    assert recorder.flush()
    assert recorder.close()


def test_what_the_disk_refused_is_written_when_it_takes_it_again() -> None:
    disk, changes = _Disk(), _changes(6)
    recorder = disk.recorder()
    _each(recorder.put, changes[:2])
    assert recorder.flush()
    disk.refuses = True
    _each(recorder.put, changes[2:4])
    assert not recorder.flush()
    assert disk.complaints
    assert disk.written == disk.told == changes[:2]
    disk.refuses = False
    _each(recorder.put, changes[4:])
    assert recorder.flush()
    assert disk.written == disk.told == changes
    assert recorder.close()


def test_it_tries_again_by_itself() -> None:
    disk, changes = _Disk(), _changes(1)
    recorder = disk.recorder()
    usual, recording._RETRY_SECONDS = recording._RETRY_SECONDS, 0.01
    try:
        disk.refuses = True
        recorder.put(changes[0])
        assert disk.complained.wait(10)
        disk.refuses = False
        assert disk.wrote.wait(10)
    finally:
        recording._RETRY_SECONDS = usual
    assert disk.written == changes
    assert recorder.close()


def test_closing_tells_whether_all_is_on_disk() -> None:
    disk = _Disk()
    recorder = disk.recorder()
    disk.refuses = True
    recorder.put(_changes(1)[0])
    assert not recorder.close()


def test_a_disk_that_hangs_is_not_waited_for_for_ever() -> None:
    disk = _Disk()
    recorder = disk.recorder()
    disk.gate.clear()
    recorder.put(_changes(1)[0])
    assert not recorder.flush(0.01)
    disk.gate.set()
    assert recorder.close()


def test_after_closing_it_can_be_used_again() -> None:
    disk, changes = _Disk(), _changes(2)
    recorder = disk.recorder()
    for change in changes:
        recorder.put(change)
        assert recorder.close()
    assert disk.written == changes
