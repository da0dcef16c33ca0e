"""Ctrl+C ends the command that has the terminal, and not newstui."""

from __future__ import annotations

import signal
import subprocess
import sys

from newstui.services.lent_terminal import lent_terminal


def test_an_interrupt_ends_the_command_alone() -> None:
    before = signal.getsignal(signal.SIGINT)
    code = "import os, signal; os.kill(os.getpid(), signal.SIGINT)"
    with lent_terminal():
        signal.raise_signal(signal.SIGINT)
        ended = subprocess.run([sys.executable, "-c", code], check=False, stderr=subprocess.DEVNULL)
    assert ended.returncode == -signal.SIGINT
    assert signal.getsignal(signal.SIGINT) is before
