"""The output of the terminal: writing to it never fails, whatever becomes of the terminal."""

from __future__ import annotations

import io
import os
import select

_WAIT_SECONDS = 0.1


class TerminalOutput(io.TextIOBase):
    """Ignores writes after the terminal is gone; a character that it cannot show becomes `?`."""

    def __init__(self, fd: int, encoding: str) -> None:
        self._fd = fd
        self._encoding = encoding
        self._waiting: list[str] = []

    def write(self, text: str) -> int:
        self._waiting.append(text)
        return len(text)

    def flush(self) -> None:
        left = "".join(self._waiting).encode(self._encoding, "replace")
        self._waiting.clear()
        while left:
            try:
                left = left[os.write(self._fd, left) :]
            except BlockingIOError:  # another program set that on the terminal, which is shared
                select.select([], [self._fd], [], _WAIT_SECONDS)
            except OSError:
                return

    def fileno(self) -> int:
        return self._fd

    def isatty(self) -> bool:
        return os.isatty(self._fd)
