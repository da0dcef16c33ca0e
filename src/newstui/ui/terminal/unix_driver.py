"""The driver for Unix: Textual's own, hardened so that nothing a terminal does is a crash.

Keys are passed on one by one, each when the work for the one before is done.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import os
import selectors
import signal
import sys
from codecs import getincrementaldecoder
from fcntl import ioctl
from struct import unpack
from termios import TIOCGWINSZ
from typing import TYPE_CHECKING

from textual import constants, events
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from newstui.domain.screen_size import bounded
from newstui.ui.keys.in_turn import KeysInTurn
from newstui.ui.keys.typed_ahead import TypedAhead
from newstui.ui.terminal.abilities import abilities_of
from newstui.ui.terminal.background import QUESTION, BackgroundAnswer, can_be_asked
from newstui.ui.terminal.frame import Frame
from newstui.ui.terminal.key_parser import KeyParser
from newstui.ui.terminal.modes import Modes
from newstui.ui.terminal.output import TerminalOutput
from newstui.ui.terminal.picture_answers import PictureAnswers

if TYPE_CHECKING:
    from typing import Any

    from rich.color_triplet import ColorTriplet
    from textual.app import App
    from textual.message import Message
    from textual.message_pump import MessagePump

_POLL_SECONDS = 0.1
_KEY_SECONDS = 1.0
"""A key that works longer than this no longer holds up the next one."""
_HUNG_UP = 128 + 1
_OUTPUT = 1


class UnixDriver(LinuxDriver):
    """Textual's own dies of one byte that is not UTF-8, and never notices that the terminal was closed."""

    def __init__(self, app: App[Any], *, debug: bool, mouse: bool, size: tuple[int, int] | None) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # Textual writes the screen to stderr: `newstui 2>log` would show nothing.
        self._file = TerminalOutput(_OUTPUT, getattr(sys.__stdout__, "encoding", None) or "utf-8")  # type: ignore[assignment]
        self._modes = Modes()
        self.frame = Frame(abilities_of(os.environ.get("TERM", "")))
        """The frame that the terminal shows."""
        self._background = BackgroundAnswer(self._tell_background)
        self._is_asked = False
        self.picture_answers = PictureAnswers(self._ask, self._cell_of_system)
        self._last_key: concurrent.futures.Future[None] | None = None
        keys_in_turn = getattr(app, "keys_in_turn", None)
        self._typed_ahead = keys_in_turn.typed_ahead if isinstance(keys_in_turn, KeysInTurn) else TypedAhead()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(number, self._end, 128 + number)

    def start_application_mode(self) -> None:
        self.frame.forget()
        self._last_size = Size(*self._get_terminal_size())
        settings = self._typed_ahead.borrow_terminal()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = settings or self.attrs_before
        self._ask_background()
        # Textual reads the size inside the signal handler, so that an older size can overtake a newer one.
        asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, self._send_size)

    def _ask_background(self) -> None:
        """Asks once, at the start; the answer is there before the first paint, on most terminals."""
        if self.input_tty and not self._is_asked and can_be_asked(os.environ.get("TERM", "")):
            self._is_asked = True
            self._background.asked()
            self.write(QUESTION)

    def _ask(self, question: str) -> None:
        self.write(question)
        self.flush()

    def _cell_of_system(self) -> tuple[int, int] | None:
        """Returns the pixels (across, down) of a cell; None where the system does not know them."""
        try:
            lines, columns, across, down = unpack("HHHH", ioctl(_OUTPUT, TIOCGWINSZ, bytes(8)))
            cell = across // columns, down // lines
        except (OSError, ZeroDivisionError):
            return None
        return cell if all(cell) else None

    def _tell_background(self, colour: ColorTriplet) -> None:
        if tell := getattr(self._app, "background_is", None):
            self._app.call_later(tell, colour)

    def disable_input(self) -> None:
        """Ends the reading of keys. Textual would throw away those that the terminal has for the app that follows."""
        if not self._typed_ahead.is_kept:
            super().disable_input()
            return
        self._disable_mouse_support()
        self.exit_event.set()
        if self._key_thread is not None:
            self._key_thread.join()

    def stop_application_mode(self) -> None:
        self.write(self.frame.pictures.ended())
        if self._typed_ahead.is_kept:
            self._typed_ahead.lend_terminal(self.fileno, self.attrs_before)
            self.attrs_before = None
        super().stop_application_mode()
        # No key is read any more: no answer of the terminal can have another mode switched on after this.
        self.write(self._modes.restored())
        self._in_band_window_resize = False  # another terminal may be there when it goes on

    def write(self, data: str) -> None:
        self._modes.read(data)
        super().write(data)

    def _enable_mouse_support(self) -> None:
        """Asks for clicks, the wheel and dragging. Textual also asks for every movement, which nothing here needs."""
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1002h\x1b[?1006h")
            self.flush()

    def _disable_in_band_window_resize(self) -> None:
        """Leaves that to the modes: Textual would also switch it off where it was on before."""

    def _get_terminal_size(self) -> tuple[int, int]:
        return bounded(*super()._get_terminal_size())

    def _send_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._draw_anew()
            self._last_size = size
            self.send_message(events.Resize(size, size))

    def _draw_anew(self) -> None:
        """Has everything written again: the terminal may have cut or moved what it showed, even at the same size."""
        self.frame.forget()
        self._app.call_later(self._app.refresh)

    def run_input_thread(self) -> None:
        parser = KeyParser(self._debug)
        for event in self._typed_ahead.take():
            self.process_message(event)
        self._read_keys(parser)
        if self._typed_ahead.is_kept:
            for rest in parser.rest():
                self.process_message(rest)

    def _read_keys(self, parser: KeyParser) -> None:
        decode = getincrementaldecoder("utf-8")("replace").decode
        seconds = min(_POLL_SECONDS, constants.ESCAPE_DELAY)  # until then, Escape may start a longer key
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self._is_over:
                if selector.select(seconds):
                    try:
                        read = os.read(self.fileno, 4096)
                    except BlockingIOError:
                        continue
                    except OSError:
                        read = b""
                    if not read:
                        self._loop.call_soon_threadsafe(self._end, _HUNG_UP)
                        return
                    typed = self.picture_answers.read(self._background.read(decode(read)))
                else:
                    typed = self.picture_answers.read(self._background.rest()) + self.picture_answers.rest()
                if typed:
                    for event in parser.read(typed):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    @property
    def _is_over(self) -> bool:
        """True once no key is read any more. At the end Python waits for each thread, also for the one that reads."""
        return self.exit_event.is_set() or self._loop.is_closed()

    def process_message(self, message: Message) -> None:
        if isinstance(message, events.CursorPosition):  # nothing here asks for it: it is Shift+F3 on most terminals
            message = events.Key("shift+f3", None)
        if isinstance(message, events.Resize):  # as the terminal writes it in its answers
            message = events.Resize.from_dimensions(bounded(*message.size), message.pixel_size)
            if message.size != self._last_size:  # a terminal says it once at the start, too
                self._draw_anew()
            self._last_size = message.size
        if not isinstance(message, events.Key | events.Paste):
            super().process_message(message)
            return
        while self._last_key is not None and not self._is_over:
            if concurrent.futures.wait([self._last_key], _POLL_SECONDS / 5).done:
                break
        if self._typed_ahead.is_kept:
            self._typed_ahead.add(message)
            return
        if self._is_over:
            return  # nobody is there to answer a key, and Python would say that it never was
        super().process_message(message)
        self._last_key = asyncio.run_coroutine_threadsafe(_key_done(self._app), self._loop)

    def _sigcont_application(self, *_: object) -> None:
        """Resumes. Textual starts again even if nothing had ended (`kill -STOP`): two threads would read the keys."""
        if self._must_signal_resume:
            super()._sigcont_application()
        elif self._auto_restart:
            self.frame.forget()
            self.send_message(self.SignalResume())

    def _end(self, status: int) -> None:
        self._app.exit(return_code=status)


async def _key_done(app: App[Any]) -> None:
    """Returns when the key sent before was forwarded, has bubbled up, and its binding has done its work."""
    from textual.app import ScreenStackError

    try:
        async with asyncio.timeout(_KEY_SECONDS):
            await _queue_empty(app)
            for node in (app.focused or app.screen).ancestors_with_self:
                await _queue_empty(node)
    except (TimeoutError, ScreenStackError):
        return


async def _queue_empty(node: MessagePump) -> None:
    """Returns when everything that is in a node's queue now has been handled."""
    done = asyncio.Event()
    if node.call_later(done.set):
        await done.wait()
