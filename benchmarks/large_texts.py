"""Measures texts of 4 MB on a real pseudo-terminal: the first screen, the slowest key and the memory.

    python -m benchmarks.large_texts [SHAPE …]

A key's latency is the time to the first byte of its answer. Every shape is a library of its own, of a small article,
the large one, and another small one.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.hostile import PIECES, hostile_text

from benchmarks.interface import Timed, peak_memory, plain_environment

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZE = 4_000_000
SHAPES = {
    "short paragraphs": "One more line.\n\n",
    "paragraphs of a letter": "a\n\n",
    "sentences": "The council met. It voted. Nobody was there to see it. " * 8 + "\n\n",
    "one paragraph": "The council met. It voted. ",
    "headings and paragraphs": "## Heading\n\nA paragraph of prose.\n\n",
    "task list": "- [ ] do this\n- [x] done\n",
    "links": "See [this place](https://example.org/a/b) now.\n\n",
    "one paragraph of links": "[a](https://b.c) ",
    "code that never ends": "x = 1\n",
    "Japanese": "新聞は、毎朝「世界」のことを伝える。",
    "emoji": "A word 🎉. ",
    "Hebrew": "העיתון מספר בכל בוקר על העולם (1931) ועל הים. " * 6 + "\n\n",
    "Arabic that never ends": "تحكي الصحيفة كل صباح عن العالم و123 ",
    "zero-width characters": "\u200b\u200d\u2060",
    "wide columns": "| a " * 10_000 + "|\n",
    "footnotes": "A word[^{n}] more.\n\n[^{n}]: A note.\n\n",
    "links by name": "See [this][{n}].\n\n[{n}]: https://example.org/{n}\n\n",
    "headings of their own": "## Heading {n}\n\nText.\n\n",
    "details in each other": "<details><summary>More</summary>\n\n",
    "elements that never close": "<div><p>One <b>word <i>more <a href='/x'>and\n",
    "definition lists": "Term {n}\n: Its meaning.\n\n",
    "code of one line": "x = [1, 'a', None] + f(y) # z; ",
    "code of one word": "x",
    "words of one letter in many quotations": "> a\n\n",
    "pictures": "![a picture](https://example.org/{n}.png) ",
    "addresses": "https://example.org/{n} ",
    "front matter of 1 MB": "A paragraph of prose that is read. " * 5 + "\n\n",
}
STARTS = {
    "code that never ends": "```\n",
    "code of one line": "```python\n",
    "code of one word": "```\n",
    "wide columns": "| a " * 10_000 + "|\n" + "|---" * 10_000 + "|\n",
}
FRONTS = {"front matter of 1 MB": "note: " + "word " * 200_000 + "\n"}
KEYS = {
    "summary": "s", "longer": "+", "shorter": "-", "the text again": "s", "skim": "S", "skim ends": "S",
    "narrower": "<", "wider": ">", "end": "\x1b[F", "page up": "\x1b[5~", "top": "\x1b[H", "page down": "\x1b[6~",
    "end again": "\x1b[F", "find": "\x06", "a letter": "e", "the words to find": "\r", "next match": "n",
    "find ends": "\x1b", "full width": "z",
}  # fmt: skip
"""Keys in the order in which they are pressed."""
TYPED = ("find", "a letter")
"""Keys after which others would be typed."""
_PROBES = 6
"""Times that the bookmark is pressed after each of them, while work goes on behind: a key that always shows."""


def text_of(shape: str, size: int = SIZE) -> str:
    """Returns the text of a shape; of characters of three bytes, fewer."""
    if shape in PIECES:
        return hostile_text(shape, size)
    piece = SHAPES[shape]
    many = size // len(piece.encode())
    text = "".join(piece.replace("{n}", str(n)) for n in range(many)) if "{n}" in piece else piece * many
    return STARTS.get(shape, "") + text


def write_library(folder: Path, shape: str, size: int = SIZE) -> Path:
    """Writes the library of a shape into a folder and returns it."""
    library = folder / "library"
    library.mkdir()
    for name, day, text in (("Ferry", 3, "Small."), ("Large", 2, text_of(shape, size)), ("Bakers", 1, "Too.")):
        front = f"---\ntitle: {name}\ndate: 2024-01-0{day}\n{FRONTS.get(shape, '') if name == 'Large' else ''}---\n"
        Path(library, f"{name}.md").write_text(front + text, encoding="utf-8")
    return library


class Watched(Timed):
    """A terminal whose slowest key is remembered."""

    slowest = (0.0, "")

    def read_for(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def press(self, name: str, key: str) -> None:
        """Presses a key and waits for the first byte of its answer, three seconds at most."""
        self.read_for(0.02)
        before, start = len(self.raw), time.perf_counter()
        self.send(key)
        while len(self.raw) == before and time.perf_counter() - start < 3:
            self._read(0.001)
        self.slowest = max(self.slowest, (1000 * (time.perf_counter() - start), name))

    def press_meanwhile(self, name: str) -> None:
        for _ in range(_PROBES):
            self.press(f"a key after {name}", "b")
            self.read_for(0.04)


def measure(shape: str, size: int = SIZE) -> tuple[float, float, str, float]:
    """Returns (ms to the first screen, ms of the slowest key, its name, MB at most)."""
    with tempfile.TemporaryDirectory() as folder:
        library = write_library(Path(folder), shape, size)
        with Watched([str(library)], plain_environment(Path(folder, "home"))) as terminal:
            terminal.wait_for("Bakers")
            terminal.wait_for("Small.")
            terminal.rest(1.5)
            terminal.press("beside it", "b")
            terminal.press_meanwhile("coming beside it")
            start = time.perf_counter()
            terminal.send("J")
            terminal.wait_gone("Small.")
            terminal.wait_gone("being read")
            first = 1000 * (time.perf_counter() - start)
            terminal.press_meanwhile("opening")
            terminal.send("\r")
            terminal.read_for(0.3)
            for name, key in KEYS.items():
                terminal.press(name, key)
                if name not in TYPED:
                    terminal.press_meanwhile(name)
            terminal.resize(90, 40)
            terminal.press_meanwhile("a resize")
            return first, *terminal.slowest, peak_memory(terminal.pid)


def main(shapes: Iterable[str]) -> None:
    print("| 4 MB of | first screen (≤ 500 ms) | slowest key (≤ 100 ms) | memory (≤ 150 MB) |\n|---|---|---|---|")
    for shape in shapes:
        first, key, name, memory = measure(shape)
        print(f"| {shape} | {first:.0f} ms | {key:.0f} ms, {name} | {memory:.0f} MB |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or [*SHAPES, *PIECES])
