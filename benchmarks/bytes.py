"""Measures how much is written to the terminal for each key: what a slow line has to carry.

    python -m benchmarks.bytes

A pseudo-terminal of 80 × 24 with 256 colours; the articles that come with newstui.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests import REPOSITORY
from tests.terminal.answers import Answers
from tests.terminal.harness import Terminal, environment

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS, LINES = 80, 24
_QUIET = 0.35
KEYS: Sequence[tuple[str, str, str]] = (
    ("down in the list", "j", ""),
    ("open an article", "\r", ""),
    ("a line down", "j", "≤ 0.6 kB"),
    ("a line down", "j", "≤ 0.6 kB"),
    ("a line up", "k", "≤ 0.6 kB"),
    ("a page down", " ", ""),
    ("next article", "J", "≤ 6 kB"),
    ("next article", "J", "≤ 6 kB"),
    ("the summary", "s", ""),
    ("help", "?", "≤ 6 kB"),
    ("help closed", "\x1b", "≤ 6 kB"),
    ("filter", "f", "≤ 6 kB"),
    ("a letter", "e", ""),
    ("filter closed", "\x1b", "≤ 6 kB"),
    ("links", "L", "≤ 6 kB"),
    ("links closed", "\x1b", "≤ 6 kB"),
    ("bookmark", "b", ""),
    ("back to the list", "h", ""),
    ("command palette", "\x10", "≤ 6 kB"),
    ("palette closed", "\x1b", "≤ 6 kB"),
    ("feeds", "gf", "≤ 6 kB"),
    ("feeds closed", "\x1b", "≤ 6 kB"),
)


def plain(home: Path) -> dict[str, str]:
    """Returns the environment of a terminal with 256 colours."""
    return {name: value for name, value in environment(home, PYTHONDONTWRITEBYTECODE="").items() if name != "COLORTERM"}


_PAINT = re.compile(rb"\x1b\[\?2026h(.*?)\x1b\[\?2026l", re.DOTALL)
_MOVE = re.compile(rb"(?:\x1b\[\d+;\d+H)*")


def paints(sent: bytes) -> int:
    """Returns how often the screen was drawn; moves of the cursor do not count."""
    return sum(_MOVE.fullmatch(paint) is None for paint in _PAINT.findall(sent))


def main() -> None:
    print("| what | bytes | paints | bar |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as home:
        folder = REPOSITORY / "articles"
        for is_first in (True, False):  # the first start takes note of the articles
            with Terminal(
                [str(folder)], plain(Path(home)), columns=COLUMNS, lines=LINES, answers=Answers(COLUMNS, LINES)
            ) as terminal:
                terminal.wait_for("●")
                terminal.wait_quiet(1.0)
                start = len(terminal.raw)
                if is_first:
                    terminal.send("q")
                    terminal.wait_exit()
                    continue
                print(f"| start | {start:,} | | ≤ 12 kB |")
                for name, key, bar in KEYS:
                    before = len(terminal.raw)
                    terminal.send(key)
                    terminal.wait_quiet(_QUIET)
                    sent = bytes(terminal.raw[before:])
                    print(f"| {name} | {len(sent):,} | {paints(sent)} | {bar} |")


if __name__ == "__main__":
    main()
