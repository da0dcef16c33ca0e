"""The terminal as Textual drives it, with what its driver lacks: bad bytes are harmless, and a terminal that is gone ends the app."""

from __future__ import annotations

import asyncio
import os
import selectors
import sys
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver

_LOOK_SECONDS = 0.1


def driver_class() -> type[Driver] | None:
    """The driver for this system; None is Textual's own."""
    if sys.platform == "win32":
        return None
    from textual._xterm_parser import XTermParser
    from textual.drivers.linux_driver import LinuxDriver

    class Terminal(LinuxDriver):
        """Stock input dies of one byte that is no UTF-8, and spins when the terminal is closed."""

        def __init__(self, app: App[object], *, debug: bool, mouse: bool, size: tuple[int, int] | None) -> None:
            super().__init__(app, debug=debug, mouse=mouse, size=size)
            assert sys.__stdout__ is not None
            self._file = sys.__stdout__  # stock writes the screen to stderr: `newstui 2>log` would show nothing

        def run_input_thread(self) -> None:
            parser = XTermParser(self._debug)
            decode = getincrementaldecoder("utf-8")("replace").decode
            with selectors.DefaultSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    if selector.select(_LOOK_SECONDS):
                        try:
                            read = os.read(self.fileno, 4096)
                        except OSError:
                            read = b""
                        if not read:
                            self._hang_up()
                            return
                        for event in parser.feed(decode(read)):
                            self.process_message(event)
                    for event in parser.tick():
                        self.process_message(event)

        def _hang_up(self) -> None:
            """There is nobody to ask any more."""
            loop: asyncio.AbstractEventLoop = self._loop
            loop.call_soon_threadsafe(lambda: self._app.exit(return_code=129))

    return Terminal
