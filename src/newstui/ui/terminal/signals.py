"""Signals that end newstui. They are heard while it computes, too: then nothing is left to wait for its event loop."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_PATIENCE = 0.8
"""Seconds until the event loop counts as stuck."""


def end_on_signals(end: Callable[[int], None], put_right: Callable[[], None], seconds: float = _PATIENCE) -> None:
    """Calls `end` with the number of each signal in the running loop.

    put_right: called in a thread where the loop does not come to that within so many seconds; then the process ends
    with the status that shells expect.
    """
    loop = asyncio.get_running_loop()
    is_heard = threading.Event()

    def hear(number: int) -> None:
        is_heard.set()
        end(number)

    def watch(number: int) -> None:
        if not is_heard.wait(seconds):
            try:
                put_right()
            finally:
                os._exit(128 + number)

    def caught(number: int, _frame: FrameType | None) -> None:
        threading.Thread(target=watch, args=(number,), name="last exit", daemon=True).start()

    for number in ENDING:
        loop.add_signal_handler(number, hear, number)
        signal.signal(number, caught)  # the loop is woken as before: Python writes to its pipe for every handler
        signal.siginterrupt(number, False)
