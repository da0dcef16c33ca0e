"""The long runs: kills, power cuts, failing disks, damaged files and two windows, many times over. Nothing may be lost.

`python -m benchmarks.soak [--kills 200] [--rounds 20] [--cuts 10000]` prints a table; status 1 when anything was lost.
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import rmtree
from statistics import median, quantiles
from typing import TYPE_CHECKING

from tests.services.feeds.killed_sync import outcome_of_kills
from tests.services.interrupted import articles_in, faults, index_until_killed, write_articles
from tests.services.news_server import news_server
from tests.store.faulty import (
    acknowledged_by,
    acknowledged_until_killed,
    journal_in,
    lost_after_power_cut,
    marking,
    outcome_on_faulty_disk,
    read_of,
    recorded_session,
    stamps,
)

from newstui.domain.marks.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    tried: str
    lost: int = 0
    unreadable: int = 0
    """Files, or states of the disk, that could not be read as they were written."""


def killed(folder: Path, kills: int) -> Row:
    """One journal, marked and compacted by one process after another, each killed at a random instant."""
    chance = random.Random(1)
    acknowledged: set[str] = set()
    lost: set[str] = set()
    unreadable = 0
    for number in range(kills):
        acknowledged.update(acknowledged_until_killed(folder, f"kill{number}", chance.uniform(0, 0.15)))
        journal = journal_in(folder)
        lost |= acknowledged - fold(journal.changes()).keys()
        unreadable += len(journal.damaged)
    return Row(
        "kill -9 while marking and compacting", f"{kills} kills, {len(acknowledged)} marks", len(lost), unreadable
    )


def killed_indexing(folder: Path, kills: int) -> Row:
    """One library, indexed by one process after another, each killed at a random instant, and again when it is done."""
    chance = random.Random(1)
    root, home = folder / "articles", folder / "home"
    write_articles(root, 2_000)
    wrong: list[str] = []
    done = 0
    for _ in range(kills):
        index_until_killed(root, home, chance.uniform(0, 0.4))
        wrong += faults(root, home)
        if articles_in(root, home) == 2_000:
            rmtree(home)
            done += 1
    return Row("kill -9 while indexing", f"{kills} kills, {done} times to the end", 0, len(wrong))


def killed_fetching(folder: Path, kills: int) -> Row:
    """One library, into which one process after another fetches feeds, each killed at a random instant."""
    folder.mkdir()
    root, home = folder / "library", folder / "home"
    root.mkdir()
    os.environ["NEWSTUI_HOME"] = str(home)
    with news_server() as web:
        outcome = outcome_of_kills(web, root, home, kills, 1.1, random.Random(1))
    tried = f"{outcome.kills} kills, {outcome.marks} marks, {outcome.doubled} doubled"
    return Row("kill -9 while fetching feeds", tried, outcome.lost + outcome.doubled, outcome.half)


def two_windows(folder: Path, rounds: int, marks: int = 200) -> Row:
    present = unreadable = 0
    for number in range(rounds):
        place = folder / str(number)
        with marking(place, "left", marks) as left, marking(place, "right", marks) as right:
            assert left.stdout and right.stdout
            with ThreadPoolExecutor(1) as reader:
                others = reader.submit(acknowledged_by, right.stdout)
                acknowledged = set(acknowledged_by(left.stdout)) | set(others.result())
        journal = journal_in(place)
        present += len(acknowledged & fold(journal.changes()).keys())
        unreadable += len(journal.damaged)
    expected = rounds * 2 * marks
    return Row(
        "two processes marking and compacting",
        f"{rounds} x 2 x {marks}: {present} of {expected}",
        expected - present,
        unreadable,
    )


def failing_disk(folder: Path) -> Row:
    """Every n-th operation, once and for ever, on a full and on a broken disk."""
    tried = lost = doubled = 0
    for error in (errno.ENOSPC, errno.EIO):
        for for_ever in (False, True):
            fails_at, reached = 0, True
            while reached:
                fails_at += 1
                place = folder / f"{error}-{for_ever}-{fails_at}"
                outcome = outcome_on_faulty_disk(place, fails_at, for_ever=for_ever, error=error)
                lost, doubled, reached = lost + outcome.lost, doubled + outcome.doubled, outcome.reached
                tried += 1
    return Row("n-th operation fails, once or for ever", f"{tried} runs, {doubled} marks doubled", lost + doubled)


def power_cuts(folder: Path, cuts: int) -> Row:
    chance = random.Random(1)
    steps, changes = recorded_session(folder / "recorded", marks=35)
    lost = unreadable = 0
    for number in range(cuts):
        place = folder / "cut"
        place.mkdir()
        for wrong in lost_after_power_cut(steps[: number % (len(steps) + 1)], changes, place, chance):
            lost, unreadable = lost + wrong.endswith("is lost"), unreadable + (not wrong.endswith("is lost"))
        rmtree(place)
    return Row("power cut", f"{cuts} states after {len(steps)} operations", lost, unreadable)


def damaged_files(folder: Path, files: int = 400) -> Row:
    """Half of them cut at a random byte, half with a flipped bit; a sound file beside each."""
    chance = random.Random(1)
    lost = unnamed = 0
    for number in range(files):
        place = folder / str(number)
        journal = journal_in(place, "sound")
        sound = [read_of(journal.stamp(), f"sound{each}") for each in range(5)]
        journal.append(sound)
        beside = journal_in(place / "made", "bad")
        beside.append([read_of(beside.stamp(), f"bad{each}") for each in range(5)])
        (made,) = (place / "made").iterdir()
        data = bytearray(made.read_bytes())
        if number % 2:
            data = data[: chance.randrange(len(data))]
        else:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        (place / "bad.json").write_bytes(data)
        reader = journal_in(place)
        found = stamps(reader.changes())
        lost += len(stamps(sound) - found)
        # A flipped bit in the number of a document changes nothing: then all ten count and nothing is to be named.
        unnamed += not reader.damaged and len(found) < 10
    return Row("damaged file beside a sound one", f"{files} files, {unnamed} not noticed", lost + unnamed)


def append_times(folder: Path, appends: int = 500) -> list[str]:
    """Returns lines about the time of an acknowledged mark, and of reading them all."""
    journal = journal_in(folder)
    times = []
    for number in range(appends):
        change = read_of(journal.stamp(), f"article{number}")
        start = time.perf_counter()
        journal.append([change])
        times.append((time.perf_counter() - start) * 1000)
    fresh = journal_in(folder)
    start = time.perf_counter()
    count = len(fresh.changes())
    milliseconds = (time.perf_counter() - start) * 1000
    return [
        f"an append of one change to a file of 0 to {appends}: "
        f"median {median(times):.1f} ms, 95 % under {quantiles(times, n=20)[-1]:.1f} ms, longest {max(times):.1f} ms",
        f"reading {count} changes: {milliseconds:.1f} ms",
    ]


def soaked(folder: Path, kills: int, rounds: int, cuts: int) -> bool:
    """Prints the table; whether nothing was lost."""
    runs: tuple[Callable[[], Row], ...] = (
        partial(killed, folder / "kills", kills),
        partial(killed_indexing, folder / "indexing", kills),
        partial(killed_fetching, folder / "fetching", kills),
        partial(two_windows, folder / "windows", rounds),
        partial(failing_disk, folder / "failing"),
        partial(power_cuts, folder / "cuts", cuts),
        partial(damaged_files, folder / "damaged"),
    )
    is_well = True
    print(f"{'':40}{'tried':44}{'lost':>6}{'unreadable':>12}{'seconds':>9}")
    for run in runs:
        start = time.perf_counter()
        row = run()
        seconds = time.perf_counter() - start
        print(f"{row.what:40}{row.tried:44}{row.lost:6}{row.unreadable:12}{seconds:9.1f}", flush=True)
        is_well = is_well and not row.lost and not row.unreadable
    print(*append_times(folder / "times"), sep="\n")
    return is_well


def main() -> int:
    parser = argparse.ArgumentParser(description="The long runs of the journal's tests.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--cuts", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newstui-soak-") as folder:
        return 0 if soaked(Path(folder), options.kills, options.rounds, options.cuts) else 1


if __name__ == "__main__":
    sys.exit(main())
