"""Measures start and key to next article with the sidebar open and closed: 1,000 feeds, 500 tags, 50 saved searches.

    python -m benchmarks.sidebar FOLDER [ROUNDS]

benchmarks.sections makes FOLDER/of-feeds. Open and closed alternate. Beside the time on the clock stands that of the
processor in the main thread, which says more on a busy machine.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

from benchmarks.interface import Timed, percentile, plain_environment
from benchmarks.sections import feeds, searches, write_library
from newstui.services.desk import Desk
from newstui.store.paths import Paths

_KEYS = 30


def prepare(library: Path, home: Path) -> None:
    """Indexes the library and subscribes to its feeds."""
    if not library.is_dir():
        write_library(library)
    desk = Desk(Paths(home / "data", home / "config", home / "cache"), library)
    list(desk.index.reconcile())
    if not desk.feeds.all():
        desk.feeds.add(feeds())
        desk.searches.add(searches(library))
    desk.close()


def opened(library: Path, home: Path) -> Timed:
    return Timed([str(library)], plain_environment(home), columns=160, lines=48)


def show_sidebar(home: Path, *, is_shown: bool) -> None:
    """Makes the next start show the sidebar, or not."""
    path = home / "data" / "session.json"

    def changed(value: object) -> object:
        if not isinstance(value, dict):
            return value
        more = {"has_sections": is_shown} if "article" in value else {}
        return {**{name: changed(each) for name, each in value.items()}, **more}

    path.write_text(json.dumps(changed(json.loads(path.read_text()))))


def main_thread_ms(pid: int) -> float:
    return int(Path(f"/proc/{pid}/task/{pid}/schedstat").read_text().split()[0]) / 1e6


def measure(library: Path, home: Path, rounds: int) -> None:
    with opened(library, home) as terminal:  # leaves a session behind
        terminal.wait_for("●", seconds=900)
        terminal.rest(3)
        terminal.send("\x11")
        terminal.wait_exit()
    taken: dict[str, list[float]] = {}
    for number in range(2 * rounds):
        name = ("closed", "open")[number % 2]
        show_sidebar(home, is_shown=name == "open")
        start = time.perf_counter()
        with opened(library, home) as terminal:
            terminal.until_bytes("●".encode())
            taken.setdefault(f"start, {name}", []).append(1000 * (terminal.last - start))
            taken.setdefault(f"start, {name}, of the processor", []).append(main_thread_ms(terminal.pid))
            terminal.rest(4)
            before = main_thread_ms(terminal.pid)
            taken.setdefault(f"next article, {name}", []).extend(terminal.latency("J") for _ in range(_KEYS))
            cpu = (main_thread_ms(terminal.pid) - before) / _KEYS
            taken.setdefault(f"next article, {name}, of the processor", []).append(cpu)
    _print(taken)


def _print(taken: dict[str, list[float]]) -> None:
    for name, times in sorted(taken.items()):
        print(f"| {name} | median {statistics.median(times):.1f} ms, 95 % {percentile(times, 0.95):.1f} ms |")


def main() -> None:
    base = Path(sys.argv[1])
    prepare(base / "of-feeds", base / "home-of-feeds")
    measure(base / "of-feeds", base / "home-of-feeds", int(sys.argv[2]) if len(sys.argv) > 2 else 7)


if __name__ == "__main__":
    main()
