"""Measures the longest piece of work that no key can interrupt, in processor time: a busy machine changes little.

    python -m benchmarks.uninterrupted [--why] [SHAPE …]

A piece is what the interface does between two looks for keys. Every shape of 4 MB has a process and a library of its
own, in which each key is pressed once and half a second is waited after some. Nothing is drawn on a terminal.
"""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.hostile import PIECES

from benchmarks.large_texts import SHAPES, write_library

if TYPE_CHECKING:
    from newstui.ui.app import NewstuiApp

KEYS = """
    J K J enter space j k s plus plus minus s S n S ctrl+f e enter n n N escape < > end pageup home pagedown v j V j
    enter H escape escape L escape o escape i = escape ctrl+f space enter N escape end z tab tab ? escape y Y K J
    R escape e e t escape
""".split()  # noqa: SIM905
"""Keys in the order in which they are pressed; a place in the text is looked at from several sides."""
_NAMES = {"<": "less_than_sign", ">": "greater_than_sign", "=": "equals_sign", "?": "question_mark"}
_OPENED = KEYS.index("enter")
_BEHIND_SECONDS = 0.12
_SAMPLE_SECONDS = 0.004
_DEEPEST = 8


class Pieces:
    """The longest piece of the event loop so far, and the key before it."""

    def __init__(self, *, is_sampled: bool) -> None:
        self.longest = (0.0, "")
        self.key = ""
        """The key that was pressed last; none while newstui starts, which no text changes."""
        self.by_key: dict[str, float] = {}
        self.where: Counter[str] = Counter()
        self._samples: Counter[str] = Counter()
        run, pieces = asyncio.events.Handle._run, self

        def timed(handle: asyncio.events.Handle) -> None:
            pieces._samples = Counter()
            start = time.thread_time()
            run(handle)
            pieces.add(1000 * (time.thread_time() - start))

        asyncio.events.Handle._run = timed  # type: ignore[assignment,method-assign]
        if is_sampled:
            threading.Thread(target=self._sample, args=(threading.get_ident(),), daemon=True).start()

    def add(self, ms: float) -> None:
        if not self.key:
            return
        self.by_key[self.key] = max(self.by_key.get(self.key, 0.0), ms)
        if ms > self.longest[0]:
            self.longest, self.where = (ms, self.key), self._samples

    def _sample(self, thread: int) -> None:
        while True:
            time.sleep(_SAMPLE_SECONDS)
            frame = sys._current_frames().get(thread)
            names: list[str] = []
            while frame is not None and len(names) < _DEEPEST:
                if "asyncio" not in (path := frame.f_code.co_filename):
                    names.append(f"{Path(path).stem}.{frame.f_code.co_name}")
                frame = frame.f_back
            self._samples[" < ".join(names)] += 1


async def sit(app: NewstuiApp, pieces: Pieces) -> float:
    """Presses the keys and returns the seconds to the first screen."""
    first = 0.0
    async with app.run_test(size=(120, 36)):
        await shown(app, "Ferry")
        await asyncio.sleep(0.5)
        for number, key in enumerate(KEYS):
            pieces.key = key
            start = time.thread_time()
            await press(app, key)
            first = first or time.thread_time() - start
            await asyncio.sleep(_BEHIND_SECONDS)
            if number == _OPENED:
                await shown(app, "Large")
        app.exit()
    return first


async def shown(app: NewstuiApp, title: str) -> None:
    """Waits until an article is there, however busy the machine is."""
    for _ in range(1_000):
        reader = next(iter(app.screen_stack[0].query("ReaderPane")), None)
        prepared = getattr(reader, "controller", None) and reader.controller.prepared  # type: ignore[union-attr]
        if prepared and prepared.article.title == title:
            return
        await asyncio.sleep(0.02)
    raise TimeoutError


async def press(app: NewstuiApp, key: str) -> None:
    """Presses a key, and waits a moment at most for what it does."""
    task = asyncio.ensure_future(app._press_keys([_NAMES.get(key, key)]))
    await asyncio.wait([task], timeout=0.4)


def measure(shape: str, *, is_sampled: bool) -> None:
    """Prints the line of a shape; with `is_sampled` what the longest piece did, too."""
    from newstui.domain.settings import Settings
    from newstui.store.paths import Paths
    from newstui.ui.app import NewstuiApp

    with tempfile.TemporaryDirectory() as folder:
        library = write_library(Path(folder), shape)
        homes = [Path(folder, name) for name in ("data", "config", "cache")]
        app: Any = NewstuiApp(Paths(*homes), library, Settings(mark_read="manual"))
        pieces = Pieces(is_sampled=is_sampled)
        asyncio.run(sit(app, pieces))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    others = sorted(((ms, key) for key, ms in pieces.by_key.items() if key != pieces.longest[1]), reverse=True)[:2]
    rest = " · ".join(f"{key} {ms:.0f}" for ms, key in others)
    print(f"| {shape} | {pieces.longest[0]:.0f} ms, {pieces.longest[1]} · {rest} | {most:.0f} MB |", flush=True)
    for stack, count in pieces.where.most_common(6) if is_sampled else ():
        print(f"    {count} × {stack}", flush=True)


def main(arguments: list[str]) -> None:
    named = [each for each in arguments if not each.startswith("--")]
    if "--one" in arguments:
        measure(named[0], is_sampled="--why" in arguments)
        return
    print(
        "| 4 MB of | longest piece of work, processor time (≤ 100 ms), and the key | memory |\n|---|---|---|",
        flush=True,
    )
    options = ["--why"] if "--why" in arguments else []
    for shape in named or [*SHAPES, *PIECES]:
        try:
            subprocess.run([sys.executable, "-m", __spec__.name, "--one", shape, *options], check=True, timeout=150)
        except subprocess.SubprocessError as error:
            print(f"| {shape} | failed: {type(error).__name__} | |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
