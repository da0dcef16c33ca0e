"""A terminal of lines: text goes out, a line comes in. No colour, no movement of the cursor, nothing written over."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from newstui.domain.screen_size import MOST_COLUMNS, MOST_LINES

if TYPE_CHECKING:
    from newstui.cli.output import Output

_LONGEST = 4096
"""Bytes of a line that is typed."""
_FEWEST_LINES = 4
"""Lines of a page on the smallest terminal."""


class LineTerminal:
    """Standard input and output, line by line."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def say(self, text: str = "") -> None:
        """Writes a line, or several. Raises StorageError, BrokenPipeError."""
        self._output.line(text)

    def ask(self, question: str) -> str | None:
        """Writes a question and returns what is typed; None at the end of the input. Raises BrokenPipeError."""
        self._output.line(question, end=" ")
        self._output.flush()
        typed = sys.stdin.buffer.readline(_LONGEST) if sys.stdin else b""
        if not typed or not sys.stdin.isatty():
            self._output.line("")  # nobody typed the end of the line, or it is not seen
        return typed.decode("utf-8", "replace").strip() if typed else None

    @property
    def columns(self) -> int:
        """The cells of a line."""
        return max(20, min(shutil.get_terminal_size().columns - 1, MOST_COLUMNS))

    @property
    def lines(self) -> int | None:
        """The lines of a page, with room for the question; None where nobody has to turn pages."""
        if not sys.stdout.isatty():
            return None
        return max(_FEWEST_LINES, min(shutil.get_terminal_size().lines, MOST_LINES) - 3)
