"""Connections of urllib3 with a guard and a deadline. The guard checks the very IP address that is connected to.

So no name can lead to another address after the check. A socket only waits a moment at a time; in between the deadline
is checked, because the time limits of the standard library are for one read: a server that sends a byte a second never
exceeds them.
"""

from __future__ import annotations

import io
import queue
import socket
import threading
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from newstui.net.deadline import MOMENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.net.deadline import Deadline

PIECE = 16 * 1024
"""Bytes that are read at a time."""


class ForbiddenError(OSError):
    """The guard refuses every IP address of a name."""


@dataclass(slots=True)
class Call:
    """One request, as its connection sees it."""

    deadline: Deadline
    may_connect: Callable[[str], bool]
    """The guard: True for an IP address that may be connected to."""
    is_reused: bool = False
    """True where an open connection was used, which the server may have closed meanwhile."""


CALL: ContextVar[Call] = ContextVar("call")
"""The request of this thread: urllib3 has no way to hand it to a connection."""


class _GuardedConnection(HTTPConnection):
    """A connection that checks the guard and the deadline of each request."""

    _peer = ""
    """The IP address at the other end."""
    _requests = 0

    def connect(self) -> None:
        """Connects in a thread, which is left alone after the deadline: a name lookup cannot be interrupted."""
        call = CALL.get()
        connect = super().connect
        outcome: queue.SimpleQueue[Exception | None] = queue.SimpleQueue()
        abandoned = threading.Event()

        def run() -> None:
            CALL.set(call)
            error: Exception | None = None
            try:
                connect()
            except Exception as raised:  # noqa: BLE001  (not handled here but carried over to the caller)
                error = raised
            outcome.put(error)
            if abandoned.is_set():
                self._close_socket()

        threading.Thread(target=run, name="connect", daemon=True).start()
        try:
            error = self._wait(outcome, call.deadline)
        except BaseException:
            abandoned.set()
            if not outcome.empty():
                self._close_socket()
            raise
        if error is not None:
            raise error
        call.deadline.is_connected = True
        self._requests = 0
        self.sock: Any = DeadlineSocket(self.sock, call.deadline)

    def request(self, *arguments: Any, **options: Any) -> None:
        """Sends a request on a connection that may be open already. Raises ForbiddenError."""
        call = CALL.get()
        if self.sock is not None:
            if not self.proxy and not call.may_connect(self._peer):
                raise ForbiddenError
            call.is_reused = self._requests > 0
            call.deadline.is_connected = True
            self.sock.deadline = call.deadline
        super().request(*arguments, **options)
        self._requests += 1

    def _new_conn(self) -> socket.socket:
        """Returns a socket connected to the first IP address that answers. Raises OSError: the last failure."""
        call = CALL.get()
        try:
            addresses = socket.getaddrinfo(self._dns_host, self.port, 0, socket.SOCK_STREAM)
        except UnicodeError as error:
            raise socket.gaierror from error
        failure: OSError = ForbiddenError()
        for family, kind, protocol, _, address in addresses:
            peer = str(address[0])
            if not self.proxy and not call.may_connect(peer):  # a proxy is trusted: the reader's system names it
                continue
            connection = socket.socket(family, kind, protocol)
            connection.settimeout(call.deadline.per_address)
            try:
                connection.connect(address)
            except OSError as error:
                connection.close()
                failure = error
            else:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                # For the handshake of TLS: the deadline is over before, and its message is the better one.
                connection.settimeout(3 * call.deadline.per_address + 1)
                self._peer = peer
                return connection
        raise failure

    @staticmethod
    def _wait(outcome: queue.SimpleQueue[Exception | None], deadline: Deadline) -> Exception | None:
        while True:
            deadline.check()
            with suppress(queue.Empty):
                return outcome.get(timeout=MOMENT)

    def _close_socket(self) -> None:
        if self.sock is not None:
            with suppress(OSError):
                self.sock.close()


class _GuardedHTTPSConnection(_GuardedConnection, HTTPSConnection):
    """The same for https; the handshake is part of connecting."""


class GuardedHTTPPool(HTTPConnectionPool):
    """A pool of guarded connections to one server."""

    ConnectionCls = _GuardedConnection


class GuardedHTTPSPool(HTTPSConnectionPool):
    """A pool of guarded https connections to one server."""

    ConnectionCls = _GuardedHTTPSConnection


class DeadlineSocket:
    """A socket that waits a moment at a time and checks the deadline in between."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        connection.settimeout(MOMENT)
        self._socket = connection
        self.deadline = deadline
        """The deadline of the current request."""
        self._readers = 0
        self._is_closed = False

    def sendall(self, data: bytes) -> None:
        """Sends everything. Raises what `Deadline.check` raises, and OSError."""
        rest = memoryview(data)
        while rest:
            self.deadline.check()
            with suppress(TimeoutError):
                rest = rest[self._socket.send(rest) :]

    def receive_into(self, buffer: memoryview) -> int:
        """Waits for bytes and returns how many came. Raises what `Deadline` raises, and OSError."""
        while True:
            self.deadline.check()
            with suppress(TimeoutError):
                size = self._socket.recv_into(buffer)
                self.deadline.count(size)
                return size

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Returns a reader of one answer. The socket stays open until it is closed too."""
        self._readers += 1
        return io.BufferedReader(_Reader(self), PIECE)

    def settimeout(self, _seconds: float | None) -> None:
        """Does nothing: the deadline counts."""

    def fileno(self) -> int:
        """Returns the number of the socket; urllib3 looks whether the server has closed it."""
        return self._socket.fileno()

    def close(self) -> None:
        """Closes the socket, once nobody reads from it."""
        self._is_closed = True
        self._close_if_unused()

    def reader_closed(self) -> None:
        """Counts a reader less."""
        self._readers -= 1
        self._close_if_unused()

    def _close_if_unused(self) -> None:
        if self._is_closed and self._readers <= 0:
            self._socket.close()


class _Reader(io.RawIOBase):
    """The bytes of one answer."""

    def __init__(self, connection: DeadlineSocket) -> None:
        self._connection = connection

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        return self._connection.receive_into(buffer)

    def close(self) -> None:
        if not self.closed:
            super().close()
            self._connection.reader_closed()
