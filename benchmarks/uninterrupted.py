"""Measures the longest piece of work that no key can interrupt, in processor time: a busy machine changes little.

    python -m benchmarks.uninterrupted [--why] [SHAPE …]

A piece is what the interface does between two looks for keys. newstui runs as it is, on a pseudo-terminal, with a clock
around each piece. Every shape has a process and a library of its own; each key is pressed at the beginning, in the
middle and at the end of its text. `links.txt` and such are shapes, too: one of them as a file of that kind.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from tests.hostile import PIECES
from tests.terminal.harness import TooLateError

from benchmarks.interface import Timed, peak_memory, plain_environment
from benchmarks.large_texts import MARK, SHAPES, SIZE, write_library

KEYS = {
    "\r": "Enter", "\t": "Tab", "\x1b": "Esc", "\x06": "Ctrl+F", "\x04": "Ctrl+D", "\x15": "Ctrl+U", "\x0c": "Ctrl+L",
    "\x1b[F": "End", "\x1b[H": "Home", "\x1b[5~": "PgUp", "\x1b[6~": "PgDn", "\x14": "Ctrl+T", "\x10": "Ctrl+P",
    "\x1b[13~": "F3", "\x1b[15~": "F5", "\x1b[Z": "Shift+Tab", "\x7f": "Backspace",
}  # fmt: skip
"""The names of keys that are no letter."""
PLACES = {"the beginning": "\x1b[H", "the middle": "/" + MARK + "\r", "the end": "\x1b[F"}
READING = [
    ["j", "k", "\x1b[6~", "\x1b[5~", "\x04", "\x15", "\x7f", "s", "+", "+", "-", "-", "j", "k", "\r", "n", "N", "\x1b"],
    ["S", "n", "N", "S", "<", ">", "z", "z", "z"],
    ["v", "j", "j", "V", "j", "\r", "v", "j", "v", "j", "\r"], ["H", "\r", "\x1b"], ["V", "j", "v", "\x1b"],
    ["\t", "\t", "\x1b[Z", "\t"], ["L", "a", "\x1b", "\x1b"], ["o", "\x1b"], ["i", "i"], ["=", "\x1b"],
    ["\x06", "e", "\r", "n", "n", "N", "N", "\x1b[13~", "\x1b"], ["/", "e", "i", "n", "\r", "\x1b"], ["t", "\x1b"],
    ["T", "a", "b", "\x1b"], ["b", "m", "m"], ["w", "\x1b"], ["|", "\x1b"], ["y", "Y"], ["R", "\x1b"], ["I", "\x1b"],
    ["?", "\x1b"], ["\x10", "\x1b"], ["f", "\x1b"], ["\x0c", "e", "C", "u", "U", "\x14", "C", "C", "e"],
]  # fmt: skip
"""Groups of keys in the order in which they are pressed at each place; each begins in the article."""
LEAVING = ["J", "K", "K", "J", " ", "\x1b[F", " ", "K", "D", "u", "\x1b", "e", "e", "C", "C", "C", "J", "K"]
"""Keys at the end, which go to the neighbours and to the list."""
_IN_LIST = "⏎ Read "
_STEP = float(os.environ.get("STEP", "0.09"))
"""Seconds between two keys: work goes on behind."""
_WORTH = 0.012
"""Seconds from which on a piece is written down."""
_SAMPLE_SECONDS = 0.004
_DEEPEST = 9


def main(arguments: list[str]) -> None:
    named = [each for each in arguments if not each.startswith("--")]
    size = next((int(each[7:]) for each in arguments if each.startswith("--size=")), SIZE)
    print(
        "| shape | until all is read, processor time of all processes | longest piece, processor time (≤ 100 ms),"
        " and the key | memory (≤ 150 MB) |\n|---|---|---|---|",
        flush=True,
    )
    for shape in named or [*SHAPES, *PIECES]:
        print(measure(shape, size, is_sampled="--why" in arguments), flush=True)


def measure(shape: str, size: int, *, is_sampled: bool) -> str:
    """Returns the line of a shape; with `is_sampled` what its longest pieces did, too."""
    with tempfile.TemporaryDirectory(prefix="large-") as folder:
        library, log = write_library(Path(folder), shape, size), Path(folder, "log")
        home = Path(folder, "home", "config")
        home.mkdir(parents=True)
        (home / "config.toml").write_text('mark_read = "manual"\n', encoding="utf-8")
        inside = ("inside", str(log), "why" if is_sampled else "plain")
        command = (sys.executable, "-m", __spec__.name, *inside)
        with Timed([str(library)], plain_environment(home.parent) | {"BROWSER": "true"}, command=command) as terminal:
            try:
                first, pressed, memory = _sit(terminal)
            except TooLateError as error:
                return f"| {shape} | failed: {str(error)[:2000]} | | |"
        return _told(shape, first, pressed, memory, log)


def _sit(terminal: Timed) -> tuple[float, list[tuple[float, str]], float]:
    """Returns (ms until all is read, the moment and the name of each key, MB)."""
    pressed: list[tuple[float, str]] = []

    def press(key: str, place: str = "", seconds: float = _STEP) -> None:
        pressed.append((time.perf_counter(), f"{KEYS.get(key, key)}{place and f' at {place}'}"))
        terminal.send(key)
        _read_for(terminal, 3 * seconds if key == "\x1b" else seconds)

    terminal.wait_for("Small.")
    _read_for(terminal, 1.0)
    before = _processor_seconds(terminal.pid)
    press("J", "the neighbour", 0)
    terminal.wait_gone("Small.")
    terminal.wait_gone("being read")
    first = 1000 * (_processor_seconds(terminal.pid) - before)
    press("\r", "the list")
    for name, way in PLACES.items():
        for key in [way] if way.startswith("\x1b") else way:
            press(key, name, 4 * _STEP)
        _settle(terminal)
        for group in READING:
            if _IN_LIST in terminal.display[-1]:
                press("\r", "the list", 2 * _STEP)
            for key in group:
                press(key, name)
        terminal.resize(90, 40)
        press("j", f"{name} after a resize", 4 * _STEP)
        terminal.resize(120, 40)
        press("k", f"{name} after a resize", 4 * _STEP)
    for key in LEAVING:
        press(key, "leaving", 2 * _STEP)
    memory = peak_memory(terminal.pid)
    return first, pressed, memory


def _settle(terminal: Timed) -> None:
    """Waits until what is done behind the keys is done, 8 seconds at most."""
    end, before = time.perf_counter() + 8, -1.0
    while (now := _processor_seconds(terminal.pid)) - before > 0.05 and time.perf_counter() < end:
        before = now
        _read_for(terminal, 0.5)


def _read_for(terminal: Timed, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        terminal._read(left)


def _processor_seconds(pid: int) -> float:
    """Returns the processor time of a process and those that it started."""
    pids = [pid]
    for each in pids:
        with suppress(OSError):
            for task in Path(f"/proc/{each}/task").iterdir():
                pids += [int(child) for child in (task / "children").read_text().split()]
    ticks = 0
    for each in pids:
        with suppress(OSError):
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(int(field) for field in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def _told(shape: str, first: float, pressed: list[tuple[float, str]], memory: float, log: Path) -> str:
    longest: dict[str, tuple[float, str]] = {}
    for line in log.read_text(encoding="utf-8").splitlines():
        began, ms, why = line.split("\t")
        key = next((key for at, key in reversed(pressed) if at <= float(began)), "")
        if key:
            longest[key] = max(longest.get(key, (0.0, "")), (float(ms), why))
    worst = sorted(longest.items(), key=lambda each: -each[1][0])[:4]
    text = " · ".join(f"{ms:.0f} {key}" for key, (ms, _) in worst)
    lines = [f"| {shape} | {first:.0f} | {text} | {memory:.0f} |"]
    return "\n".join([*lines, *(f"    {key}: {why}" for key, (_, why) in worst if why)])


def run_inside(log: Path, *, is_sampled: bool) -> None:
    """Runs newstui with a clock around every piece of work of its interface."""
    run = asyncio.events.Handle._run
    samples: Counter[str] = Counter()
    written = log.open("a", encoding="utf-8", buffering=1)

    def timed(handle: asyncio.events.Handle) -> None:
        samples.clear()
        began, start = time.perf_counter(), time.thread_time()
        run(handle)
        seconds = time.thread_time() - start
        if seconds > _WORTH:
            why = "; ".join(f"{count} × {stack}" for stack, count in samples.most_common(5))
            written.write(f"{began}\t{1000 * seconds:.1f}\t{why}\n")

    asyncio.events.Handle._run = timed  # type: ignore[assignment,method-assign]
    if is_sampled:
        threading.Thread(target=_sample, args=(threading.get_ident(), samples), daemon=True).start()
    from newstui.__main__ import main as newstui

    os.chdir(log.parent)  # keys that export write there
    sys.exit(newstui())


def _sample(thread: int, samples: Counter[str]) -> None:
    while True:
        time.sleep(_SAMPLE_SECONDS)
        frame = sys._current_frames().get(thread)
        names: list[str] = []
        while frame is not None and len(names) < _DEEPEST:
            if "asyncio" not in (path := frame.f_code.co_filename):
                names.append(f"{Path(path).stem}.{frame.f_code.co_name}")
            frame = frame.f_back
        samples[" < ".join(names)] += 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["inside"]:
        log, how = Path(sys.argv[2]), sys.argv[3]
        sys.argv[1:4] = []
        run_inside(log, is_sampled=how == "why")
    else:
        main(sys.argv[1:])
