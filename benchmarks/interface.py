"""Measures the waits of a person on a real pseudo-terminal, next to floors: first headlines, a key, a mark on disk.

    python -m benchmarks.interface FOLDER

benchmarks.library makes FOLDER. Latency is from the key to the last byte of its answer; nothing is parsed while it is
timed. Every bar is a ratio within one run.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.terminal.harness import Terminal, environment

from benchmarks.floors import READY
from benchmarks.library import generate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STARTS = 7
KEYS = 60
INDEXING_SECONDS = 300
_QUIET = 0.08
"""Seconds without a byte: the answer to a key is over."""
_MOMENT = 0.015
_BELOW = re.compile(rb"\x1b\[(?!1;)\d+;\d+H")
"""Moves the cursor to any line but the first."""


class Timed(Terminal):
    """A terminal that remembers when it last read something."""

    last = 0.0
    last_below = 0.0
    """The time of the last write below the first line, which shows the work in the background."""

    def _read(self, seconds: float, *, is_last: bool = False) -> bool:
        before = len(self.raw)
        is_alive = super()._read(seconds, is_last=is_last)
        if len(self.raw) != before:
            self.last = time.perf_counter()
            if _BELOW.search(self.raw, before):
                self.last_below = self.last
        return is_alive

    def until_bytes(self, expected: bytes) -> float:
        """Waits for these bytes and returns the time at which they were written."""
        start = len(self.raw) - len(expected) if len(self.raw) > len(expected) else 0
        end = time.perf_counter() + 60
        while self.raw.find(expected, start) < 0 and time.perf_counter() < end:
            self._read(0.5)
        return self.last

    def rest(self, seconds: float = _QUIET) -> None:
        while True:
            before = len(self.raw)
            self._read(seconds)
            if len(self.raw) == before:
                return

    def latency_below(self, key: str) -> float:
        """Returns ms from a key to the last byte of its answer, while the first line and the list change by themselves.

        The answer ends when nothing comes for a moment. Lines drawn later, because the list grew, do not count.
        """
        until = time.perf_counter() + _QUIET
        while (left := until - time.perf_counter()) > 0:
            self._read(left)
        start_time = time.perf_counter()
        self.send(key)
        while self.last_below < start_time or time.perf_counter() - self.last_below < _MOMENT:
            self._read(_MOMENT / 3)
        return 1000 * (self.last_below - start_time)

    def latency(self, key: str) -> float:
        """Returns ms from a key to the last byte of its answer."""
        self.rest()
        start_time = time.perf_counter()
        self.send(key)
        self.rest()
        return 1000 * (self.last - start_time)


def plain_environment(home: Path) -> dict[str, str]:
    return {name: value for name, value in environment(home).items() if name != "PYTHONDONTWRITEBYTECODE"}


def newstui(folder: Path, home: Path) -> Timed:
    return Timed([str(folder)], plain_environment(home))


def floor(name: str, home: Path) -> Timed:
    return Timed([name], plain_environment(home), command=(sys.executable, "-m", "benchmarks.floors"))


def time_to(open_terminal: Callable[[], Timed], shown: bytes) -> float:
    """Returns ms from the start of the process to these bytes."""
    start_time = time.perf_counter()
    with open_terminal() as terminal:
        return 1000 * (terminal.until_bytes(shown) - start_time)


def starts(folders: dict[str, tuple[Path, Path]]) -> dict[str, list[float]]:
    """Returns ms to the first headlines of each library and of the floor, in turn: a slow moment meets all of them."""
    times: dict[str, list[float]] = {name: [] for name in ("floor", *folders)}
    for _ in range(STARTS + 1):
        times["floor"].append(time_to(lambda: floor("empty", next(iter(folders.values()))[1]), READY.encode()))
        for name, (folder, home) in folders.items():
            times[name].append(time_to(lambda f=folder, h=home: newstui(f, h), "●".encode()))  # type: ignore[misc]
    return {name: each[1:] for name, each in times.items()}


def keys(terminal: Timed, pressed: Sequence[str]) -> list[float]:
    return [terminal.latency(key) for key in pressed]


def peak_memory(pid: int) -> float:
    """Returns the most memory that a process had, in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def mark_on_disk(terminal: Timed, home: Path) -> float:
    """Returns ms from the key `b` to a journal file that is longer or new."""
    journal = home / "data" / "journal"

    def signature() -> list[tuple[str, int, int]]:
        if not journal.is_dir():
            return []
        return sorted(
            (e.name, e.stat().st_size, e.stat().st_mtime_ns) for e in os.scandir(journal) if e.name.endswith(".json")
        )

    terminal.rest(1.3)  # until the position is saved
    before = signature()
    start_time = time.perf_counter()
    terminal.send("b")
    while signature() == before and time.perf_counter() - start_time < 10:
        pass
    return 1000 * (time.perf_counter() - start_time)


def first_indexing(library: Path) -> None:
    """Measures the first indexing of a library in the background, with and without somebody who reads meanwhile."""
    count = sum(1 for _ in library.rglob("*.md"))
    seconds, _, _ = _indexed(library, count, is_read=False)
    row("first indexing, behind the screen", f"{seconds:.1f} s", "≤ 20 s")
    seconds, pressed, memory = _indexed(library, count, is_read=True)
    row("the same with a key all the while", f"{seconds:.1f} s", "")
    latencies = f"median {statistics.median(pressed):.1f} ms, 95 % {percentile(pressed, 0.95):.1f} ms"
    row("key to next article meanwhile", f"{latencies}, of {len(pressed)}", "")
    row("peak memory of the interface meanwhile", f"{memory:.0f} MB", "≤ 75 MB")


def _indexed(library: Path, count: int, *, is_read: bool) -> tuple[float, list[float], float]:
    """Returns (seconds until every article is counted, ms of each key until then, peak memory in MB)."""
    start_time = time.perf_counter()
    with tempfile.TemporaryDirectory() as home, newstui(library, Path(home)) as terminal:
        done = f"{count:,} unread"
        pressed: list[float] = []
        terminal.until_bytes("●".encode())
        row("first indexing, the list is there after", f"{time.perf_counter() - start_time:.1f} s", "")
        while done not in terminal.text and time.perf_counter() - start_time < INDEXING_SECONDS:
            if is_read:
                pressed.append(terminal.latency_below("J"))
            else:
                terminal.rest(0.05)
        return time.perf_counter() - start_time, pressed, peak_memory(terminal.pid)


def percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def row(what: str, value: str, bar: str) -> None:
    print(f"| {what} | {value} | {bar} |", flush=True)


def main(base: Path) -> None:
    library = base / "library"
    home = base / "home"
    # An article that becomes read after three seconds would be drawn again, in the middle of the answer to some key.
    (home / "config").mkdir(parents=True, exist_ok=True)
    (home / "config" / "config.toml").write_text('mark_read = "manual"\n', encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        small, small_home = Path(scratch, "small"), Path(scratch, "home")
        generate(small, 100)
        for folder, at in ((library, home), (small, small_home)):
            with newstui(folder, at) as terminal:  # indexes a new library, and saves the position
                terminal.wait_for("●")
                terminal.wait_until(lambda screen: "reading your articles" not in screen, seconds=300)
                terminal.rest(1.5)
                terminal.send("q")
                terminal.wait_exit()
        print("| what | measured | bar |\n|---|---|---|")
        times = starts({"100,000": (library, home), "100": (small, small_home)})
        medians = {name: statistics.median(each) for name, each in times.items()}
        row("empty Textual app, start to first line", f"{medians['floor']:.0f} ms", "")
        for name in ("100", "100,000"):
            row(f"start to first headlines, {name} articles",
                f"{medians[name]:.0f} ms = {medians[name] / medians['floor']:.2f} × empty app", "≤ 1.5 ×")  # fmt: skip
        row("100,000 against 100", f"{medians['100,000'] / medians['100']:.2f} ×", "0.8 to 1.2")
    with floor("pane", home) as terminal:
        terminal.until_bytes(READY.encode())
        swaps = keys(terminal, ["J"] * KEYS)
    with newstui(library, home) as terminal:
        terminal.wait_for("●")
        terminal.rest(3)
        terminal.send("\x1b[H")  # the last run ended somewhere else
        terminal.rest(1)
        nexts = keys(terminal, ["J"] * KEYS)
        summaries = keys(terminal, ["s"] * 20)
        marks = [mark_on_disk(terminal, home) for _ in range(10)]
        terminal.send("G")
        terminal.rest(0.5)
        keys(terminal, ["K"] * 20)
        memory = peak_memory(terminal.pid)
    with floor("empty", home) as terminal:
        terminal.until_bytes(READY.encode())
        empty_memory = peak_memory(terminal.pid)
    low, next_one = statistics.median(swaps), statistics.median(nexts)
    row("floor: a pane swapping prebuilt lines", f"median {low:.1f} ms, 95 % {percentile(swaps, 0.95):.1f} ms", "")
    latencies = f"median {next_one:.1f} ms = {next_one / low:.1f} × floor, 95 % {percentile(nexts, 0.95):.1f} ms"
    row("key to next article", latencies, "≤ 3 ×, ≤ 16 ms")
    latencies = f"median {statistics.median(summaries):.1f} ms, 95 % {percentile(summaries, 0.95):.1f} ms"
    row("`s` to the summary and back", latencies, "≤ 16 ms")
    row("a mark on disk", f"median {statistics.median(marks):.1f} ms, worst {max(marks):.1f} ms", "≤ 50 ms")
    row("peak memory, 100,000 articles", f"{memory:.0f} MB (empty app {empty_memory:.0f} MB)", "≤ 75 MB")
    first_indexing(library)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
