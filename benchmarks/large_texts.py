"""Measures texts of 4 MB on a real pseudo-terminal: the first screen, the whole text, the slowest key and the memory.

    python -m benchmarks.large_texts [SHAPE …]

A key's latency is the time to the first byte of its answer. Every shape is a library of its own, of a small article,
the large one, and another small one.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
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
    "Thai": "หนังสือพิมพ์เล่าเรื่องของโลกทุกเช้าและทะเลด้วย",
    "Korean": "신문은 매일 아침 세계의 소식을 전한다. 바다도 그렇다. " * 5 + "\n\n",
    "Hindi": "अख़बार हर सुबह दुनिया के बारे में बताता है। समुद्र के बारे में भी। ",
    "Japanese words in Latin": "東京 Tokyo は 2024年 に「大きな」 町 x1 だ。",
    "emoji sequences": "👩‍👩‍👧‍👦🏳️‍🌈👍🏽❤️🇩🇰",
    "Arabic with marks": "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ ",
    "Arabic and Latin": "تحكي Reuters كل (2024) صباح abc عن 12.5% العالم. " * 3 + "\n\n",
    "footnotes at the end": "A word[^{n}] more and another[^{n}].\n\n",
    "table of 100 columns": "| cell **b** " * 100 + "|\n",
    "table of 20,000 rows": "| {n} | a name of somebody | [a place](https://example.org/{n}) | `code` | "
    + "word " * 24
    + "|\n",
    "tables": "| a | b |\n|---|---|\n| one {n} | two |\n\n",
    "code of long lines": "x = [" + "'a word', " * 1_000 + "]\n",
    "code blocks": "```python\ndef f(x):\n    return x + 1  # {n}\n```\n\n",
    "code in words": "The `value` of `f(x)` and ``a`b``. ",
    "line breaks": "<br>",
    "line breaks and words": "a<br>b<br/>\n",
    "HTML": '<div class="x"><p>One <b>bold</b> and <a href="/x">a link</a>.</p>\n<ul><li>one<li>two</ul></div>\n\n',
    "HTML tables": "<table><tr><td>one<td>two<tr><td>3<td>4</table>\n",
    "headings, 100,000": "### Heading number {n}, of many words that fill\n",
    "pictures by name": "![a picture][{n}]\n\n[{n}]: https://example.org/{n}.png\n\n",
    "formulas": "Of $\\frac{a}{b}$ and $$\\sum_{i=0}^n x_i$$ it follows $e^{i\\pi}$.\n\n",
    "formula that never ends": "$\\frac{a}{",
    "quotations ten deep": "> > > > > > > > > > A word that is quoted.\n>\n",
    "callouts": "> [!note] Title\n> A text of *some* words.\n\n",
    "wiki links": "See [[a place|the place]] and [[other]] == here ==. ",
    "escapes": "\\*\\_\\[a\\]\\( ",
    "numbered list": "{n}. An item of the list\n",
    "list of paragraphs": "- An item.\n\n  Its second paragraph.\n\n",
    "rules": "***\n",
    "hard breaks": "One line  \nanother\\\nthird\n",
    "one address": "a/",
    "one picture of data": "iVBORw0KGgo",
    "one line of JSON": '{"id": {n}, "name": "a_b", "list": [1, 2, [3]]}, ',
    "poem": "A line of a poem that nobody has read\n",
    "log": "2024-01-02T03:04:05Z INFO [main] server.py:{n} GET /a/b?c=d&e=f 200 <ok>\n",
    "mail": "> > Yes.\n> No, {n}.\nMaybe.\n\n",
    "tabs": "\ta\tb\n",
    "sparse tabs": "a\t\t\t\t\t\t\tb\n",
    "control characters": "a\x01b\x1b[31mc\x7f\u202e ",
    "soft hyphens": "news­pa­per",
    "carriage returns": "A line.\r",
    "emphasis that closes": "**a *b* c** _d_ ~~e~~ ",
    "prices": "It costs $5 to $10, *or* 3 % of 1,000.50 €. ",
    "rules of HTML": "<hr>\n\n",
    "breaks in capitals": "<BR>\n",
    "containers": ":::note\nText\n:::\n\n",
    "labels of pages": "Read more\n",
    "notes alone": "[^{n}]: A note.\n",
    "list of wiki links": "- [[a place]] and <br> more\n",
    "many fences": "<br>\n```\n[[a]]\n```\n",
    "quoted wiki links": "> [[a]]\n",
    "small digits": "~~a~~ b~2~ c^3^ ~ ",
    "mentions": "@somebody@example.org #tag www.example.org a.b@c.org ",
}
STARTS = {
    "table of 100 columns": "| head " * 100 + "|\n" + "|---" * 100 + "|\n",
    "table of 20,000 rows": "| n | name | place | code | words |\n|---|---|---|---|---|\n",
    "code of long lines": "```python\n",
    "one address": "https://example.org/",
    "one picture of data": "![x](data:image/png;base64,",
    "code that never ends": "```\n",
    "code of one line": "```python\n",
    "code of one word": "```\n",
    "wide columns": "| a " * 10_000 + "|\n" + "|---" * 10_000 + "|\n",
}
ENDS = {"footnotes at the end": "[^{n}]: The note of the number.\n\n", "one picture of data": ")"}
MARK = "QZXQ"
"""Stands in the middle of each text, to be found."""
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
        text = hostile_text(shape, size)
    else:
        piece, end = SHAPES[shape], ENDS.get(shape, "")
        many = size // len((piece + end).encode())
        text = STARTS.get(shape, "") + _many(piece, many) + (_many(end, many) if "{n}" in end else end)
    half = text.find("\n", len(text) // 2, len(text) // 2 + 20_000) + 1 or len(text) // 2
    return f"{text[:half]}{MARK} {text[half:]}"


def _many(piece: str, many: int) -> str:
    return "".join(piece.replace("{n}", str(n)) for n in range(many)) if "{n}" in piece else piece * many


def write_library(folder: Path, shape: str, size: int = SIZE) -> Path:
    """Writes the library of a shape into a folder and returns it."""
    library = folder / "library"
    library.mkdir()
    shape, dot, kind = shape.partition(".")
    for name, day, text in (("Ferry", 3, "Small."), ("Large", 2, text_of(shape, size)), ("Bakers", 1, "Too.")):
        front = f"---\ntitle: {name}\ndate: 2024-01-0{day}\n{FRONTS.get(shape, '') if name == 'Large' else ''}---\n"
        front = "" if dot and name == "Large" else front
        path = Path(library, f"{name}.{kind if dot and name == 'Large' else 'md'}")
        path.write_text(front + text, encoding="utf-8", newline="")
        written = datetime(2024, 1, day, tzinfo=UTC).timestamp()
        os.utime(path, (written, written))
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


def measure(shape: str, size: int = SIZE) -> tuple[float, float, float, str, float]:
    """Returns (ms to the first screen, ms until all of the text was read, ms of the slowest key, its name, MB at most).

    Keys are pressed once all of it was read: before, those that need it wait, and the others have less to do.
    """
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
            terminal.wait_gone("This article is being read")
            first = 1000 * (time.perf_counter() - start)
            terminal.wait_gone("being read")
            whole = 1000 * (time.perf_counter() - start)
            terminal.press_meanwhile("opening")
            terminal.send("\r")
            terminal.read_for(0.3)
            for name, key in KEYS.items():
                terminal.press(name, key)
                if name not in TYPED:
                    terminal.press_meanwhile(name)
            terminal.resize(90, 40)
            terminal.press_meanwhile("a resize")
            return first, whole, *terminal.slowest, peak_memory(terminal.pid)


def main(shapes: Iterable[str]) -> None:
    print("| 4 MB of | first screen (≤ 500 ms) | all read | slowest key (≤ 100 ms) | memory (≤ 150 MB) |")
    print("|---|---|---|---|---|")
    for shape in shapes:
        first, whole, key, name, memory = measure(shape)
        print(f"| {shape} | {first:.0f} ms | {whole:.0f} ms | {key:.0f} ms, {name} | {memory:.0f} MB |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or [*SHAPES, *PIECES])
