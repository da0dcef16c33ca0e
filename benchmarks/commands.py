"""Measures commands on a large library, next to an empty Python. `python -m benchmarks.commands FOLDER`"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.interface import plain_environment

if TYPE_CHECKING:
    from collections.abc import Sequence

RUNS = 15


def run(command: Sequence[str], home: Path) -> float:
    """Returns the milliseconds that a command takes."""
    start = time.perf_counter()
    subprocess.run(command, env=plain_environment(home), check=True, stdout=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - start)


def main(base: Path) -> None:
    newstui = [sys.executable, "-m", "newstui"]
    commands = {
        "python -c pass": ([sys.executable, "-c", "pass"], ""),
        "newstui --version": ([*newstui, "--version"], "≤ 60 ms"),
        "newstui --help": ([*newstui, "--help"], "≤ 60 ms"),
        "newstui list --json --limit 10": (
            [*newstui, "list", "--json", "--limit", "10", "--library", str(base / "library")],
            "≤ 150 ms",
        ),
    }
    home = base / "home"
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):  # in turn, so that a slow moment of the machine meets all of them
        for name, (command, _bar) in commands.items():
            times[name].append(run(command, home))
    print("| command, 100,000 articles | median | bar |\n|---|---|---|")
    for name, (_command, bar) in commands.items():
        print(f"| `{name}` | {statistics.median(times[name]):.0f} ms | {bar} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
