"""A line to a server: its name looked up, connected, and for https shown a certificate. One rule: what is checked is
the very address that is connected to, so no name that leads elsewhere the second time gets past the guard.
"""

from __future__ import annotations

import io
import os
import queue
import socket
import ssl
import threading
from contextlib import closing, contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING

from newstui.net.deadline import MOMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newstui.net.deadline import Patience
    from newstui.net.url import Address

    _Found = queue.SimpleQueue[socket.socket | OSError]

PIECE = 16 * 1024


class ForbiddenError(OSError):
    """Every address that the name has is one that must not be dialled."""


@contextmanager
def line_to(address: Address, patience: Patience, may_dial: Callable[[str], bool]) -> Iterator[Line]:
    """A line, closed at the end of the block. Raises Cancelled, NewstuiError at a deadline, and OSError.

    may_dial: says of each IP address that the name has whether it may be connected to.
    """
    with (
        closing(_dialled(address, patience, may_dial)) as plain,
        closing(_secured(plain, address, patience)) as line,
    ):
        yield Line(line, patience)


def _dialled(address: Address, patience: Patience, may_dial: Callable[[str], bool]) -> socket.socket:
    """Looking up a name cannot be interrupted, so a thread does it, which is left to itself when nobody waits."""
    found: _Found = queue.SimpleQueue()
    abandoned = threading.Event()

    def dial() -> None:
        line = _first_that_answers(address, patience.each, may_dial)
        found.put(line)
        if abandoned.is_set():
            _hang_up(line)

    threading.Thread(target=dial, name="dial", daemon=True).start()
    try:
        while True:
            patience.check()
            with suppress(queue.Empty):
                line = found.get(timeout=MOMENT)
                break
    except BaseException:
        abandoned.set()
        with suppress(queue.Empty):
            _hang_up(found.get_nowait())
        raise
    if isinstance(line, OSError):
        raise line
    return line


def _first_that_answers(address: Address, seconds: float, may_dial: Callable[[str], bool]) -> socket.socket | OSError:
    """Tries each address that the name has for so many seconds; the last failure where none answers."""
    try:
        # Not create_connection: between its look-up and its call there is no room for the guard.
        known = socket.getaddrinfo(address.host, address.port, 0, socket.SOCK_STREAM)
    except OSError as error:
        return error
    except UnicodeError:
        return socket.gaierror()
    failure: OSError = ForbiddenError()
    for family, kind, protocol, _, at in known:
        if not may_dial(str(at[0])):
            continue
        line = socket.socket(family, kind, protocol)
        line.settimeout(seconds)
        try:
            line.connect(at)
        except OSError as error:
            line.close()
            failure = error
        else:
            return line
    return failure


def _hang_up(line: socket.socket | OSError) -> None:
    if isinstance(line, socket.socket):
        line.close()


def _secured(plain: socket.socket, address: Address, patience: Patience) -> socket.socket:
    """The line itself for http; for https one whose other end has shown a certificate."""
    plain.settimeout(MOMENT)
    line = plain
    if address.scheme == "https":
        context = _context(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
        line = context.wrap_socket(plain, server_hostname=address.host, do_handshake_on_connect=False)
        _shake_hands(line, patience)
    patience.connected = True
    return line


@cache
def _context(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    """Whom to trust, as the system says and these variables override. Kept: to read it takes 20 ms or more."""
    return ssl.create_default_context()


def _shake_hands(line: ssl.SSLSocket, patience: Patience) -> None:
    try:
        while True:
            patience.check()
            with suppress(TimeoutError):
                return line.do_handshake()
    except BaseException:
        line.close()
        raise


class Line:
    """What http.client takes for a socket: it is patient, and whoever made the socket closes it."""

    def __init__(self, line: socket.socket, patience: Patience) -> None:
        self._line, self._patience = line, patience

    def sendall(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            self._patience.check()
            with suppress(TimeoutError):
                rest = rest[self._line.send(rest) :]

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self._line, self._patience), PIECE)

    def close(self) -> None:
        """http.client closes as soon as it has the head of the answer; the body is still to come."""


class _Incoming(io.RawIOBase):
    """The bytes that come in, waited for a moment at a time."""

    def __init__(self, line: socket.socket, patience: Patience) -> None:
        self._line, self._patience = line, patience

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while True:
            self._patience.check()
            with suppress(TimeoutError):
                size = self._line.recv_into(buffer)
                self._patience.heard(size)
                return size
