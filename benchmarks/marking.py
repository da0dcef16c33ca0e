"""Measures keys while 100,000 articles are marked read and that is undone, on a pseudo-terminal.

    python -m benchmarks.marking FOLDER

benchmarks.library makes FOLDER. A key is pressed every 50 ms for 4 s; its answer begins with the first byte after it.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from benchmarks.interface import Timed, newstui, percentile
from benchmarks.library import generate

_KEYS, _PACE, _BAR = 80, 0.05, 50


def keys_after(terminal: Timed, first: str) -> list[float]:
    """Returns ms until the answer to each of the keys that are pressed after a first one."""
    terminal.send(first)
    times: list[float] = []
    for number in range(_KEYS):
        start, before = time.perf_counter(), len(terminal.raw)
        terminal.send("j" if number % 2 == 0 else "k")
        while len(terminal.raw) == before and time.perf_counter() - start < 5:
            terminal._read(0.002)
        times.append(1000 * (terminal.last - start))
        while (left := start + _PACE - time.perf_counter()) > 0:
            terminal._read(left)
    return times


def main() -> None:
    base = Path(sys.argv[1])
    if not (base / "library").is_dir():
        generate(base / "library", 100_000)
    with newstui(base / "library", base / "home") as terminal:
        terminal.wait_for("100,000 articles", seconds=900)
        terminal.rest(5)
        for name, first in (("nothing else", ""), ("`A`", "A"), ("`u`", "u"), ("`A` again", "A"), ("`u` again", "u")):
            times = keys_after(terminal, first)
            terminal.rest(1)
            slow = sum(ms > _BAR for ms in times)
            print(f"| keys after {name} | median {statistics.median(times):.1f} ms, 95 % {percentile(times, 0.95):.1f} "
                  f"ms, slowest {max(times):.0f} ms, {slow} of {len(times)} over {_BAR} ms |", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
