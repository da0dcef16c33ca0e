"""Signals that end newstui: by the event loop, and where that is stuck, without it."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

PROGRAM = """
import asyncio, sys
from newstui.ui.terminal.signals import end_on_signals

async def main():
    ended = asyncio.Event()
    end_on_signals(lambda number: ended.set(), lambda: print("put right", flush=True), seconds=0.1)
    print("ready", flush=True)
    while sys.argv[1] == "stuck":
        pass
    await ended.wait()
    print("in order", flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize(("loop", "said"), [("free", "in order"), ("stuck", "put right")])
def test_a_signal_is_heard_whatever_is_computed(number: signal.Signals, loop: str, said: str) -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM, loop], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        assert process.stdout.read() == f"{said}\n"
        assert process.wait(30) == (128 + number if loop == "stuck" else 0)
