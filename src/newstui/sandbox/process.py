"""A worker process: one module of newstui, started, asked and ended. Messages are lines of JSON in both directions.

A worker ends when its standard input does. So it never outlives the process that started it, not even after a kill.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import threading
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import newstui

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

_NICE = 10
"""The priority of a worker. On a busy machine it gets a tenth of a core; with less, harmless input would time out."""


class WorkerProcess:
    """A running worker. One thread may send while another receives."""

    def __init__(self, module: str, *arguments: str) -> None:
        """Starts `python -m module arguments…`. Raises OSError."""
        paths = [str(Path(newstui.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, *arguments],  # -P: files in the current folder are not its modules
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
            start_new_session=True,  # Ctrl+C and Ctrl+Z are for the process that started it
        )

    @property
    def pid(self) -> int:
        """The system's number of the process."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """False once the process has ended."""
        return self._process.poll() is None

    def send(self, line: bytes, body: bytes = b"") -> None:
        """Sends one line, which has no newline yet, and `body` after it. Raises OSError; ValueError after `stop`."""
        pipe = self._stdin
        pipe.write(line)
        pipe.write(b"\n")
        pipe.write(body)
        pipe.flush()

    def receive(self, longest: int = -1, seconds: float | None = None) -> bytes:
        """Waits for a line and returns it with its newline; without one where the process ended or it is too long.

        longest: bytes. seconds: after so long without any answer the process is killed.
        Raises OSError, ValueError after `stop`.
        """
        with nullcontext() if seconds is None else self._killed_after(seconds):
            return self._stdout.readline(longest)

    def receive_bytes(self, size: int) -> bytes:
        """Waits for so many bytes and returns them; fewer where the process ended.

        Raises OSError, ValueError after `stop`.
        """
        return self._stdout.read(size)

    def exit_status(self, seconds: float) -> int | None:
        """Waits so long for the process to end; None where it does not."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def stop(self, seconds: float = 0.0) -> None:
        """Asks the worker to end by closing its input, gives it so long, and kills it after that."""
        with suppress(OSError):  # unsent input of a worker that has ended
            self._stdin.close()
        if not seconds or self.exit_status(seconds) is None:
            self._process.kill()
            self._process.wait()

    def close_output(self) -> None:
        """Closes the pipe that `receive` reads; for the thread that reads it."""
        self._stdout.close()

    def kill(self) -> None:
        """Ends the worker at once and closes both pipes."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._stdin, self._stdout):
            with suppress(OSError):
                pipe.close()

    @contextmanager
    def _killed_after(self, seconds: float) -> Iterator[None]:
        """Kills the process where it has sent nothing within so long."""
        if sys.platform == "win32":  # a pipe cannot be waited for there
            late = threading.Timer(seconds, self._process.kill)
            late.daemon = True
            late.start()
            try:
                yield
            finally:
                late.cancel()
            return
        # No thread: a program that never started one reads its rows from SQLite a fifth faster.
        answer = select.poll()
        answer.register(self._stdout, select.POLLIN)
        if not answer.poll(seconds * 1000):
            self._process.kill()
        yield

    @property
    def _stdin(self) -> IO[bytes]:
        assert self._process.stdin
        return self._process.stdin

    @property
    def _stdout(self) -> IO[bytes]:
        assert self._process.stdout
        return self._process.stdout


def lower_priority() -> None:
    """Lowers this process's priority so that the interface stays responsive."""
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, 0, max(_NICE, os.getpriority(os.PRIO_PROCESS, 0)))
