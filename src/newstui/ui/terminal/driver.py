"""The terminal as Textual drives it, with what its driver lacks: nothing that a terminal does is a crash.

Keys are handed over one by one, each when the one before has done its work.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import io
import os
import select
import selectors
import signal
import sys
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver
    from textual.message import Message
    from textual.message_pump import MessagePump

_LOOK_SECONDS = 0.1
_KEY_SECONDS = 1.0
"""A key that works longer than this holds up the next one no more."""
_HUNG_UP = 128 + 1


class TerminalOutput(io.TextIOBase):
    """What the screen is written on. A terminal that is gone takes everything; what it cannot say is a `?`."""

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
            except BlockingIOError:  # another program made the terminal so; it is shared
                select.select([], [self._fd], [], _LOOK_SECONDS)
            except OSError:
                return

    def fileno(self) -> int:
        return self._fd

    def isatty(self) -> bool:
        return os.isatty(self._fd)


def driver_class() -> type[Driver] | None:
    """The driver for this system; None is Textual's own."""
    if sys.platform == "win32":
        return None
    from textual import constants, events
    from textual._xterm_parser import XTermParser
    from textual.drivers.linux_driver import LinuxDriver
    from textual.geometry import Size

    class Terminal(LinuxDriver):
        """Stock input dies of one byte that is no UTF-8, and spins when the terminal is closed."""

        def __init__(self, app: App[object], *, debug: bool, mouse: bool, size: tuple[int, int] | None) -> None:
            super().__init__(app, debug=debug, mouse=mouse, size=size)
            # Stock writes the screen to stderr: `newstui 2>log` would show nothing.
            self._file = TerminalOutput(1, getattr(sys.__stdout__, "encoding", None) or "utf-8")  # type: ignore[assignment]
            self._last_key: concurrent.futures.Future[None] | None = None
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                loop.add_signal_handler(number, self._end, 128 + number)

        def start_application_mode(self) -> None:
            super().start_application_mode()  # type: ignore[no-untyped-call]
            # Stock asks for the size within the signal: one that comes meanwhile is overtaken by what it outdates.
            asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, self._tell_size)

        def _tell_size(self) -> None:
            if not self._in_band_window_resize:
                size = Size(*self._get_terminal_size())
                self.send_message(events.Resize(size, size))

        def run_input_thread(self) -> None:
            parser = XTermParser(self._debug)
            decode = getincrementaldecoder("utf-8")("replace").decode
            seconds = min(_LOOK_SECONDS, constants.ESCAPE_DELAY)  # Escape may begin a longer key until then
            with selectors.DefaultSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    if selector.select(seconds):
                        try:
                            read = os.read(self.fileno, 4096)
                        except BlockingIOError:
                            continue
                        except OSError:
                            read = b""
                        if not read:
                            self._loop.call_soon_threadsafe(self._end, _HUNG_UP)  # there is nobody to ask any more
                            return
                        for event in parser.feed(decode(read)):
                            self.process_message(event)
                    for event in parser.tick():
                        self.process_message(event)

        def process_message(self, message: Message) -> None:
            if not isinstance(message, events.Key):
                super().process_message(message)
                return
            while self._last_key is not None and not self.exit_event.is_set():
                if concurrent.futures.wait([self._last_key], _LOOK_SECONDS / 5).done:
                    break
            super().process_message(message)
            self._last_key = asyncio.run_coroutine_threadsafe(_key_done(self._app), self._loop)

        def _sigcont_application(self, *_: object) -> None:
            """Stock begins anew even where nothing had ended (`kill -STOP`): two threads would read the keys."""
            if self._must_signal_resume:
                super()._sigcont_application()
            elif self._auto_restart:
                self.send_message(self.SignalResume())

        def _end(self, status: int) -> None:
            self._app.exit(return_code=status)

    return Terminal


async def _key_done(app: App[object]) -> None:
    """Returns when the key before it was forwarded, has bubbled up, and what it is bound to was done."""
    from textual.app import ScreenStackError

    try:
        async with asyncio.timeout(_KEY_SECONDS):
            await _turn(app)
            for node in (app.focused or app.screen).ancestors_with_self:
                await _turn(node)
    except (TimeoutError, ScreenStackError):
        return


async def _turn(node: MessagePump) -> None:
    """Returns when all that is now in a node's queue was done."""
    done = asyncio.Event()
    if node.call_later(done.set):
        await done.wait()
