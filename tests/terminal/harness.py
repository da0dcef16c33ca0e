"""newstui on a real pseudo-terminal: keys in, bytes out, and the screen that a person would see.

Nothing here sleeps and nothing waits for ever: every wait watches the terminal and has a deadline.
It answers none of the questions that a program asks its terminal, unless it is told to answer them all.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tests import REPOSITORY
from tests.terminal.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

    from tests.terminal.answers import Answers

DEADLINE = 60.0
"""Seconds. Far more than is needed, so that a busy machine is not a failure."""
_POLL = 0.02
_LONGEST_SILENCE = 3.0
"""Seconds after which a program that works on is taken to have nothing to write."""
_REPOSITORY = REPOSITORY


class TooLateError(AssertionError):
    """A deadline passed; the message shows the screen."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """Returns the environment of a reader whose files are all under `home`."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    ours = {
        "NEWSTUI_HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "ESCDELAY": "30",  # nothing tears the keys apart here: Escape need not wait for more of a key for 100 ms
    }
    return {**kept, **ours, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(_REPOSITORY / "src"), **more}


class Terminal:
    """A program on a pseudo-terminal of its own."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        *,
        columns: int = 120,
        lines: int = 40,
        command: Sequence[str] = (sys.executable, "-m", "newstui"),
        stderr: int | None = None,
        answers: Answers | None = None,
    ) -> None:
        """`stderr`: a file for error messages; None: the terminal. `answers`: what it says when it is asked."""
        self._answers = answers
        self._answered = 0
        self.raw = bytearray()
        """Every byte that was written to the terminal."""
        self._fed = 0
        self._screen = Screen(columns, lines)
        self._wait_status: int | None = None
        self._is_stopped = False
        self._master, slave = os.openpty()
        _set_size(slave, columns, lines)
        self._process = subprocess.Popen(
            [*command, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave if stderr is None else stderr,
            env=dict(environment),
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(slave)
        self._is_open = True

    @property
    def pid(self) -> int:
        return self._process.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What a person does

    def send(self, keys: str | bytes) -> None:
        """Types. It reads meanwhile, so that the two never wait for each other."""
        left = keys.encode() if isinstance(keys, str) else keys
        os.set_blocking(self._master, False)
        end = time.monotonic() + DEADLINE
        while left:
            if time.monotonic() > end:
                raise TooLateError(f"the program reads no keys\n{self.text}")
            _, writable, _ = select.select([], [self._master], [], _POLL)
            if writable:
                with suppress(BlockingIOError):
                    left = left[os.write(self._master, left) :]
            self._read(0)

    def resize(self, columns: int, lines: int) -> None:
        self._look()
        _set_size(self._master, columns, lines)
        self._screen.resize(lines, columns)

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Closes the window: the terminal is gone."""
        if self._is_open:
            self._is_open = False
            os.close(self._master)

    # What a person sees

    @property
    def display(self) -> list[str]:
        """The lines of the screen."""
        self._look()
        return self._screen.display

    @property
    def text(self) -> str:
        """The screen as one string."""
        return "\n".join(line.rstrip() for line in self.display)

    def is_bold(self, line: int, column: int) -> bool:
        self._look()
        return bool(self._screen.buffer[line][column].bold)

    def is_reverse(self, line: int, column: int) -> bool:
        self._look()
        return bool(self._screen.buffer[line][column].reverse)

    def is_underlined(self, line: int, column: int) -> bool:
        self._look()
        return bool(self._screen.buffer[line][column].underscore)

    def wait_for(self, text: str, seconds: float = DEADLINE) -> str:
        """Returns the screen once it shows this text."""
        return self.wait_until(lambda screen: text in screen, f"{text!r} on the screen", seconds)

    def wait_gone(self, text: str, seconds: float = DEADLINE) -> str:
        """Returns the screen once it no longer shows this text."""
        return self.wait_until(lambda screen: text not in screen, f"no {text!r} on the screen", seconds)

    def wait_until(self, holds: Callable[[str], bool], what: str = "the screen", seconds: float = DEADLINE) -> str:
        end = time.monotonic() + seconds
        self._read(0)
        while not holds(screen := self.text):
            if time.monotonic() > end or not self._read(_POLL * 5):
                raise TooLateError(f"waited for {what}; there is\n{self.text}\nexit status {self.exit_status}")
        return screen

    def wait_for_bytes(self, found: bytes, seconds: float = DEADLINE) -> None:
        end = time.monotonic() + seconds
        while found not in self.raw:
            if time.monotonic() > end or not self._read(_POLL * 5):
                raise TooLateError(f"waited for the bytes {found!r}; there is\n{self.text}")

    def wait_quiet(self, seconds: float = 0.15) -> str:
        """Returns the screen once nothing was written for so long, and the program waits for keys.

        On a busy machine it may be silent because it has not had its turn; one that works on and on is silent enough
        after some seconds.
        """
        end, silent_since = time.monotonic() + DEADLINE, time.monotonic()
        while time.monotonic() < end:
            before = len(self.raw)
            is_there = self._read(seconds)
            if len(self.raw) != before:
                silent_since = time.monotonic()
            if not is_there:
                return self.text
            if len(self.raw) == before and (
                _is_waiting(self.pid) or time.monotonic() - silent_since > _LONGEST_SILENCE
            ):
                return self.text
        raise TooLateError("the program never rests")

    # How it ends

    @property
    def exit_status(self) -> int | None:
        """The exit status as a shell shows it, 128 + n for a signal; None while the program runs."""
        self._look_at_process(os.WNOHANG)
        return None if self._wait_status is None else _as_shell(self._wait_status)

    def wait_exit(self, seconds: float = DEADLINE) -> int:
        end = time.monotonic() + seconds
        while self.exit_status is None:
            if time.monotonic() > end:
                raise TooLateError(f"the program does not end\n{self.text}")
            if not self._read(_POLL):
                _rest()
        while self._is_open and self._read(0, is_last=True):
            pass
        assert self.exit_status is not None
        return self.exit_status

    def wait_stopped(self, seconds: float = DEADLINE) -> None:
        """Waits until the program is stopped, as by Ctrl+Z."""
        end = time.monotonic() + seconds
        while not self._is_stopped:
            if time.monotonic() > end:
                raise TooLateError("the program does not stop")
            self._look_at_process(os.WNOHANG | os.WUNTRACED)
            self._read(_POLL)

    def go_on(self) -> None:
        """Continues the program, as the shell's `fg` does."""
        self._is_stopped = False
        self.signal(signal.SIGCONT)

    def forget_screen(self) -> None:
        """Clears the screen, as another program would."""
        self._look()
        self._screen.reset()

    def modes(self) -> list[int]:
        """Returns the settings of the line discipline: input, output, control, local."""
        return [int(number) for number in termios.tcgetattr(self._master)[:4]]

    def close(self) -> None:
        """Kills the program if it still runs."""
        if self.exit_status is None:
            self.signal(signal.SIGKILL)
            self._look_at_process(0)
        self.hang_up()

    # Within

    def _read(self, seconds: float, *, is_last: bool = False) -> bool:
        """Reads what is written within some seconds; False once the program's side is closed."""
        if not self._is_open:
            return False
        readable, _, _ = select.select([self._master], [], [], seconds)
        if not readable:
            return not is_last and (self._wait_status is None)
        read = self._read_what_is_there()
        if read is None:
            return True
        self.raw += read
        if self._answers is not None and read:
            self._answered, said = self._answers.to(self.raw, self._answered)
            os.write(self._master, said)
        if not read:
            _rest()
            self._look_at_process(os.WNOHANG)
        return bool(read) or (not is_last and self._wait_status is None)

    def _read_what_is_there(self) -> bytes | None:
        """Returns all that can be read at once, so that a screen is complete; b"" once the program's side is closed."""
        parts: list[bytes] = []
        try:
            while len(parts) < 64 and select.select([self._master], [], [], 0.002)[0]:
                read = os.read(self._master, 1 << 16)
                if not read:
                    break
                parts.append(read)
        except BlockingIOError:
            return b"".join(parts) or None
        except OSError:
            pass
        return b"".join(parts)

    def _look(self) -> None:
        """Gives the screen what was read since."""
        self._fed += self._screen.show(bytes(self.raw[self._fed :]))

    def _look_at_process(self, how: int) -> None:
        if self._wait_status is not None:
            return
        pid, status = os.waitpid(self.pid, how)
        if pid and os.WIFSTOPPED(status):
            self._is_stopped = True
        elif pid:
            self._wait_status = status
            self._process.returncode = os.waitstatus_to_exitcode(status)


def start(folder: Path, home: Path, *, columns: int = 120, lines: int = 40, **more: str) -> Terminal:
    """Starts newstui on a folder of articles; `more` are variables of its environment."""
    return Terminal([str(folder)], environment(home, **more), columns=columns, lines=lines)


def _is_waiting(pid: int) -> bool:
    """Returns False while a thread of a process runs, or would run if it had its turn."""
    for stat in Path(f"/proc/{pid}/task").glob("*/stat"):
        with suppress(OSError):
            if stat.read_text().rpartition(")")[2].split()[0] in "RD":
                return False
    return True


def _as_shell(status: int) -> int:
    code = os.waitstatus_to_exitcode(status)
    return 128 - code if code < 0 else code


def _rest() -> None:
    select.select([], [], [], _POLL)


def _set_size(fd: int, columns: int, lines: int) -> None:
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def _take_terminal() -> None:
    """Makes this the terminal that Ctrl+C and a closed window come from; runs in the child process."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
