"""Disks that fail, a disk that remembers, power cuts, and a reader that is killed: real files, nothing mocked.

`python -m tests.store.faulty FOLDER NAME COUNT` marks as fast as it can and acknowledges each mark on standard output.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

from newstui.domain.errors import StorageError
from newstui.domain.marks.change import Change, Session, Stamp
from newstui.domain.marks.fold import fold
from newstui.store.atomic import Disk
from newstui.store.journal.journal import Journal
from tests import REPOSITORY

if TYPE_CHECKING:
    import random

PROJECT = REPOSITORY
START = 1_750_000_000_000_000
"""A moment of June 2025, in µs since 1970."""
YEARS = 365 * 24 * 3600 * 1_000_000


class Clock:
    """A clock that is a millisecond later each time it is read."""

    def __init__(self, at: int = START) -> None:
        self.at = at

    def __call__(self) -> int:
        self.at += 1000
        return self.at


def journal_in(
    folder: Path, name: str = "first", *, clock: Clock | None = None, disk: Disk | None = None, rotate_after: int = 500
) -> Journal:
    return Journal(folder, Session(name), now=clock or Clock(), disk=disk or Disk(), rotate_after=rotate_after)


def read_of(stamp: Stamp, article: str) -> Change:
    return Change(stamp, "read", (article,), (False,), (True,), title=f"About {article}")


def mark(journal: Journal, *articles: str) -> list[Change]:
    """Marks articles as read in a journal, and returns the changes."""
    changes = [read_of(journal.stamp(), article) for article in articles]
    journal.append(changes)
    return changes


def stamps(changes: list[Change]) -> set[Stamp]:
    return {change.stamp for change in changes}


class FaultyDisk(Disk):
    """Fails at the n-th operation (from 1), once or from then on; a write that fails has written half.

    It does not sync: that takes long, and is only seen after a power cut, which has a disk of its own.
    """

    def __init__(self, fails_at: int, *, for_ever: bool, error: int = errno.EIO) -> None:
        self.fails_at, self.for_ever, self.error = fails_at, for_ever, error
        self.operations = 0
        self.healed = False

    def _count(self) -> bool:
        self.operations += 1
        due = self.operations == self.fails_at or (self.for_ever and self.operations > self.fails_at)
        return due and not self.healed

    def _operate(self) -> None:
        if self._count():
            raise OSError(self.error, os.strerror(self.error))

    def read(self, path: Path) -> bytes:
        self._operate()
        return super().read(path)

    def create(self, path: Path) -> int:
        self._operate()
        return super().create(path)

    def write(self, descriptor: int, data: memoryview) -> int:
        if self._count():
            super().write(descriptor, data[: len(data) // 2])
            raise OSError(self.error, os.strerror(self.error))
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._operate()

    def close(self, descriptor: int) -> None:
        super().close(descriptor)
        self._operate()

    def replace(self, path: Path, by_name: Path) -> None:
        self._operate()
        super().replace(path, by_name)

    def remove(self, path: Path) -> None:
        self._operate()
        super().remove(path)

    def make_folder(self, path: Path) -> None:
        self._operate()
        super().make_folder(path)

    def remove_folder(self, path: Path) -> None:
        self._operate()
        super().remove_folder(path)

    def sync_folder(self, path: Path) -> None:
        self._operate()


@dataclass
class Inode:
    """A file as a disk sees it: what is safe, and what was written since."""

    data: bytearray = field(default_factory=bytearray)
    safe: bytes = b""


@dataclass(frozen=True)
class Step:
    """One operation that a power cut may follow. `inode` is set where a name is given to a file."""

    kind: str
    name: str = ""
    to: str = ""
    inode: Inode | None = None
    data: bytes = b""
    acknowledged: int = 0
    """Changes acknowledged up to here."""


class RecordingDisk(Disk):
    """Does everything for real and remembers it; for one folder."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.acknowledged = 0
        self._names: dict[str, Inode] = {}
        self._open: dict[int, Inode] = {}

    def _record(self, kind: str, name: str = "", to: str = "", inode: Inode | None = None, data: bytes = b"") -> None:
        self.steps.append(Step(kind, name, to, inode, data, self.acknowledged))

    def acknowledge(self, count: int) -> None:
        self.acknowledged += count
        self._record("acknowledge")

    def create(self, path: Path) -> int:
        descriptor = super().create(path)
        inode = self._open[descriptor] = self._names[path.name] = Inode()
        self._record("create", path.name, inode=inode)
        return descriptor

    def write(self, descriptor: int, data: memoryview) -> int:
        written = super().write(descriptor, data)
        self._record("write", inode=self._open[descriptor], data=bytes(data[:written]))
        return written

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        self._record("sync", inode=self._open[descriptor])

    def replace(self, path: Path, by_name: Path) -> None:
        super().replace(path, by_name)
        inode = self._names[by_name.name] = self._names.pop(path.name)
        self._record("replace", path.name, by_name.name, inode=inode)

    def remove(self, path: Path) -> None:
        super().remove(path)
        self._record("remove", path.name, inode=self._names.pop(path.name))

    def sync_folder(self, path: Path) -> None:
        super().sync_folder(path)
        self._record("sync_folder")


def after_power_cut(steps: list[Step], folder: Path, chance: random.Random) -> None:
    """Makes `folder` what a disk may hold when the power goes after these steps.

    Of what was not synced, any subset may have arrived: each operation on the folder or not, each page or zeros.
    """
    names: dict[str, Inode] = {}
    contents: dict[int, Inode] = {}
    pending: list[Step] = []
    for step in steps:
        inode = contents.setdefault(id(step.inode), Inode())
        if step.kind == "write":
            inode.data += step.data
        elif step.kind == "sync":
            inode.safe = bytes(inode.data)
        elif step.kind == "sync_folder":
            for change in pending:
                _apply(change, names, contents)
            pending = []
        elif step.kind != "acknowledge":
            pending.append(step)
    likely = chance.choice((0.1, 0.5, 0.9))
    for change in pending:
        if chance.random() < likely:
            _apply(change, names, contents)
    for name, inode in names.items():
        (folder / name).write_bytes(_arrived(inode, chance))


def _apply(step: Step, names: dict[str, Inode], contents: dict[int, Inode]) -> None:
    inode = contents[id(step.inode)]
    if step.kind in ("replace", "remove") and names.get(step.name) is inode:
        del names[step.name]
    if step.kind == "create":
        names[step.name] = inode
    elif step.kind == "replace":
        names[step.to] = inode


def _arrived(inode: Inode, chance: random.Random, page: int = 512) -> bytes:
    if bytes(inode.data) == inode.safe:
        return inode.safe
    length = chance.randrange(len(inode.data) + 1)
    pages = (bytes(inode.data[start : start + page]) for start in range(0, length, page))
    return b"".join(part if chance.random() < 0.5 else bytes(len(part)) for part in pages)[:length]


def recorded_session(folder: Path, marks: int = 14) -> tuple[list[Step], list[Change]]:
    """Returns (operations of the disk while a reader marked and a journal was compacted, the changes)."""
    disk = RecordingDisk()
    clock = Clock()
    changes: list[Change] = []
    for number in range(marks):
        if number % 7 == 0:  # two sessions: files to merge that belong to neither, and some of long ago
            clock.at = START - 3 * YEARS if number == 0 else max(clock.at, START)
            journal = journal_in(folder, f"session{number}", clock=clock, disk=disk, rotate_after=3)
        changes.append(read_of(journal.stamp(), f"article{number % 5}"))
        journal.append([changes[-1]])
        disk.acknowledge(1)
        if number % 5 == 4:
            journal.compact(more_than=1)
    return disk.steps, changes


def lost_after_power_cut(steps: list[Step], changes: list[Change], folder: Path, chance: random.Random) -> list[str]:
    """Returns the changes that one state of the disk has lost, in words; there should be none."""
    after_power_cut(steps, folder, chance)
    journal = journal_in(folder)
    state = fold(journal.changes())
    wrong = [f"{damaged.path.name}: {damaged.reason}" for damaged in journal.damaged]
    for article, fields in fold(changes[: steps[-1].acknowledged if steps else 0]).items():
        for name, (stamp, _) in fields.items():
            if state.get(article, {}).get(name, (Stamp(0, "", 0), None))[0] < stamp:
                wrong.append(f"{name} of {article} is lost")
    return wrong


@dataclass
class Outcome:
    """The result of marking on a faulty disk."""

    failures: int = 0
    lost: int = 0
    doubled: int = 0
    reached: bool = True
    """The fault came before the session was over."""


def outcome_on_faulty_disk(folder: Path, fails_at: int, *, for_ever: bool, error: int = errno.EIO) -> Outcome:
    """Marks twelve times, compacting in between, while the disk fails; then it works again and all is retried."""
    disk = FaultyDisk(fails_at, for_ever=for_ever, error=error)
    outcome = Outcome()
    clock = Clock()
    acknowledged: list[Change] = []
    waiting: list[Change] = []
    journal = journal_in(folder, clock=clock, disk=disk, rotate_after=2)
    for number in range(14):
        disk.healed = number >= 12
        if number == 7:
            journal = journal_in(folder, "second", clock=clock, disk=disk, rotate_after=2)
        waiting.append(read_of(journal.stamp(), f"article{number}"))
        try:
            journal.append(waiting)
            acknowledged += waiting
            waiting = []
            if number % 4 == 3:
                journal.compact(more_than=1)
        except StorageError:
            outcome.failures += 1
        written = journal_in(folder).changes()
        outcome.lost += len(stamps(acknowledged) - stamps(written))
        outcome.doubled += len(written) - len(stamps(written))
    outcome.lost += len(waiting)
    outcome.reached = disk.operations >= fails_at
    return outcome


def marking(folder: Path, name: str, count: int | None = None) -> subprocess.Popen[str]:
    """Starts a process that marks as fast as it can and compacts now and then, until it has marked `count` articles."""
    command = [sys.executable, "-m", "tests.store.faulty", str(folder), name, str(count or 0)]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)


def acknowledged_by(output: IO[str]) -> list[str]:
    """Returns the articles of the whole lines; a kill may have cut the last."""
    return [line.rstrip("\n") for line in output.readlines() if line.endswith("\n")]


def acknowledged_until_killed(folder: Path, name: str, delay: float) -> list[str]:
    """Returns the articles that a process acknowledged before it was killed, `delay` seconds after its first mark."""
    with marking(folder, name) as process:
        assert process.stdout
        first = process.stdout.readline().rstrip("\n")
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.kill()
        return [first, *acknowledged_by(process.stdout)]


def _mark_until_killed(folder: Path, name: str, count: int) -> None:
    journal = Journal(folder, Session(name), now=lambda: time.time_ns() // 1000, rotate_after=4)
    number = 0
    while not count or number < count:
        article = f"{name}-{number}"
        journal.append([read_of(journal.stamp(), article)])
        print(article, flush=True)
        number += 1
        if number % 10 == 0:
            journal.compact(more_than=3)


if __name__ == "__main__":
    _mark_until_killed(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
