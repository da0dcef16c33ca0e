"""Processes that newstui begins to do some of its work: modules of it, which end when their standard input does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import newstui

_NICE = 10
"""On a machine with much else to do that leaves them a tenth: less, and sound input would not be read in time."""


def begin(module: str, *given: str) -> subprocess.Popen[bytes]:
    """`python -m module given…`, with a pipe to it and one from it. Raises OSError."""
    paths = [str(Path(newstui.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module, *given],  # -P: what lies about in the current folder is no module of it
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        start_new_session=True,  # Ctrl+C and Ctrl+Z are for whoever began it
    )


def step_back() -> None:
    """Said by such a process: whoever sits before the screen goes first."""
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, 0, max(_NICE, os.getpriority(os.PRIO_PROCESS, 0)))
