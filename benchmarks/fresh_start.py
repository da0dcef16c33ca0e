"""Measures a fresh start, in a home that nothing was written to: `python -m benchmarks.fresh_start [STARTS]`.

It and an empty Textual app start in turn, so that a slow moment of the machine meets both. The bar: the first frame at
most 100 ms after the app's.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.floors import READY
from benchmarks.interface import Timed, floor, plain_environment, time_to

STARTS = 15
_BAR = 100


def main(starts: int = STARTS) -> None:
    times: dict[str, list[float]] = {"floor": [], "Front page": [], "●": []}
    with tempfile.TemporaryDirectory(prefix="newstui-fresh-", ignore_cleanup_errors=True) as folder:
        for number in range(starts + 1):
            times["floor"].append(time_to(partial(floor, "empty", Path(folder)), READY.encode()))
            for shown in ("Front page", "●"):
                home = Path(folder) / f"{number} {shown}"
                times[shown].append(time_to(partial(Timed, [], plain_environment(home)), shown.encode()))
    empty, frame, first = (statistics.median(each[1:]) for each in times.values())
    print(f"empty app {empty:.0f} ms · first frame {frame:.0f} ms · first headlines {first:.0f} ms, of {starts} starts")
    print(f"the frame comes {frame - empty:.0f} ms after the app's, bar {_BAR} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
