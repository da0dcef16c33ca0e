"""The terminal while a command of the reader's has it."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def lent_terminal() -> Iterator[None]:
    """Within the block Ctrl+C ends the command that has the terminal, and not newstui."""
    # A signal that is ignored, not handled, would be ignored by the command too.
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
