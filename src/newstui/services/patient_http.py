"""One POST to one server, whose answer is read as it comes. One rule: no server can keep the reader waiting.

The standard library's time limits are for one read: a server that sends a byte a second never meets them. So here a
socket is only waited for a moment at a time; between moments the reader's wish and the deadlines are looked at.
No proxy is used and no redirect is followed: what is sent goes to the server that the settings name, or nowhere.
"""

from __future__ import annotations

import http.client
import io
import queue
import socket
import ssl
import threading
import time
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, urlsplit

from newstui.domain.errors import NewstuiError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    _Found = queue.SimpleQueue[socket.socket | OSError]

_MOMENT = 0.1
"""Seconds between two looks at the reader's wish."""
_PIECE = 16 * 1024
_IN_PATH = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, in seconds, and how much."""

    connect: float = 10.0
    silence: float = 120.0
    """Without a byte. A model on a slow machine is loaded and reads the article before its first word."""
    total: float = 300.0
    received: int = 8 * 1024 * 1024
    """Bytes, with everything that is wrapped around the answer: some hundred for each word."""


class Cancelled(Exception):  # noqa: N818 - nothing is wrong: the reader went on
    """The reader does not want it any more."""


@dataclass(frozen=True, slots=True)
class Address:
    """A server, and a path on it."""

    scheme: Literal["http", "https"]
    host: str
    port: int
    path: str

    @property
    def server(self) -> str:
        """As a person knows it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port in (80, 443) else f"{host}:{self.port}"


def address_of(url: str, below: str) -> Address:
    """The address `below` a base address. Raises UsageError for one that is not http or https, or is none at all."""
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, (parts.hostname or "").encode("idna").decode()
    except ValueError as error:  # UnicodeError, for a name that is none, is one
        raise UsageError(f"{url!r} is no address", hint="It looks like http://localhost:11434/v1") from error
    if parts.scheme not in ("http", "https") or not host or not host.isprintable() or " " in host:
        raise UsageError(f"{url!r} is no http or https address", hint="It looks like http://localhost:11434/v1")
    if parts.username is not None:
        raise UsageError(
            "A key does not belong into the address", hint="Name the variable that holds it with `key_env`."
        )
    path = quote(f"{parts.path.rstrip('/')}/{below}", safe=_IN_PATH)
    path += f"?{quote(parts.query, safe=_IN_PATH + '?')}" if parts.query else ""
    if parts.scheme == "https":
        return Address("https", host, port or 443, path)
    return Address("http", host, port or 80, path)


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of an answer; its body comes piece by piece, once."""

    status: int
    location: str
    """Where a redirect leads; empty for other answers."""
    pieces: Iterator[bytes]
    """Ends where the connection ends. Raises what `posted` raises."""


@contextmanager
def posted(
    address: Address, body: bytes, headers: Mapping[str, str], limits: Limits, is_cancelled: Callable[[], bool]
) -> Iterator[Answer]:
    """Sends it and reads the head of the answer; the connection is closed at the end of the block.

    Raises Cancelled, and NewstuiError for whatever keeps the answer from coming.
    """
    patience = _Patience(address.server, limits, is_cancelled)
    with (
        _told(address.server),
        closing(_dialled(address, patience)) as plain,
        closing(_secured(plain, address, patience)) as line,
    ):
        connection = http.client.HTTPConnection(address.host, address.port)
        connection.sock = _Line(line, patience)
        # A server that has already refused may stop reading, and its answer says why.
        with suppress(ConnectionError):
            connection.request("POST", address.path, body, dict(headers))
        response = connection.getresponse()
        yield Answer(response.status, response.headers.get("Location", ""), _pieces(response))


def _pieces(response: http.client.HTTPResponse) -> Iterator[bytes]:
    while piece := response.read1(_PIECE):
        yield piece
    if response.length:
        raise ConnectionResetError


@contextmanager
def _told(server: str) -> Iterator[None]:
    """What the system says, as a sentence that a person understands and can act on."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        reason = error.verify_message.rstrip(".")
        message = f"The certificate of {server} is not to be trusted: {reason}."
        raise NewstuiError(message, hint="Check the address, this machine's clock, and its certificates.") from error
    except ssl.SSLEOFError as error:
        raise _broken_off(server) from error
    except ssl.SSLError as error:
        raise NewstuiError(
            f"{server} does not speak https.", hint="Check whether the address begins with http."
        ) from error
    except socket.gaierror as error:
        raise NewstuiError(f"No server is called {server}.", hint="Check the address and the connection.") from error
    except ConnectionRefusedError as error:
        raise NewstuiError(
            f"Nothing answers at {server}.", hint="Start the server there, or check the address."
        ) from error
    except (ConnectionError, http.client.IncompleteRead) as error:
        raise _broken_off(server) from error
    except http.client.HTTPException as error:
        raise NewstuiError(f"What is at {server} does not speak HTTP.", hint="Check the address.") from error
    except OSError as error:
        reason = error.strerror or str(error) or "the system refused"
        raise NewstuiError(f"{server} cannot be reached: {reason}.", hint="Check the connection.") from error


def _broken_off(server: str) -> NewstuiError:
    return NewstuiError(f"The connection to {server} broke off.", hint="Try again.")


class _Patience:
    """What may still be waited for."""

    def __init__(self, server: str, limits: Limits, is_cancelled: Callable[[], bool]) -> None:
        self._server, self._limits, self._is_cancelled = server, limits, is_cancelled
        self._begun = self._heard = time.monotonic()
        self._received = 0
        self.connected = False
        self.each = limits.connect / 3
        """Seconds for each address of a name: one that swallows everything must not use up the time of the next."""

    def check(self) -> None:
        """Raises Cancelled, or NewstuiError at a deadline."""
        if self._is_cancelled():
            raise Cancelled
        now = time.monotonic()
        if not self.connected and now - self._begun > self._limits.connect:
            raise self._late(f"{self._server} cannot be reached within {self._limits.connect:g} seconds.")
        if now - self._heard > self._limits.silence:
            raise self._late(f"{self._server} was silent for {self._limits.silence:g} seconds.")
        if now - self._begun > self._limits.total:
            raise self._late(f"{self._server} did not finish within {self._limits.total:g} seconds.")

    def heard(self, size: int) -> None:
        """So many bytes came in. Raises NewstuiError when there are too many."""
        self._heard = time.monotonic()
        self._received += size
        if self._received > self._limits.received:
            raise NewstuiError(f"The answer of {self._server} does not end.", hint="Check the address.")

    def _late(self, message: str) -> NewstuiError:
        return NewstuiError(message, hint="Try again, or use a faster server or a smaller model.")


def _dialled(address: Address, patience: _Patience) -> socket.socket:
    """A connection. Raises what `posted` raises, and OSError.

    Looking up a name cannot be interrupted, so a thread does it, which is left to itself when nobody waits any more.
    """
    found: _Found = queue.SimpleQueue()
    abandoned = threading.Event()
    threading.Thread(target=_dial, args=(address, patience.each, found, abandoned), name="dial", daemon=True).start()
    try:
        while True:
            patience.check()
            with suppress(queue.Empty):
                line = found.get(timeout=_MOMENT)
                break
    except BaseException:
        abandoned.set()
        with suppress(queue.Empty):
            _hang_up(found.get_nowait())
        raise
    if isinstance(line, OSError):
        raise line
    return line


def _dial(address: Address, seconds: float, found: _Found, abandoned: threading.Event) -> None:
    """Tries each address that the name has for so many seconds."""
    try:
        line: socket.socket | OSError = socket.create_connection((address.host, address.port), seconds)
    except OSError as error:
        line = error
    except UnicodeError:
        line = socket.gaierror()
    found.put(line)
    if abandoned.is_set():
        _hang_up(line)


def _hang_up(line: socket.socket | OSError) -> None:
    if isinstance(line, socket.socket):
        line.close()


def _secured(plain: socket.socket, address: Address, patience: _Patience) -> socket.socket:
    """The line itself for http; for https one whose other end has shown a certificate."""
    plain.settimeout(_MOMENT)
    line = plain
    if address.scheme == "https":
        context = ssl.create_default_context()
        line = context.wrap_socket(plain, server_hostname=address.host, do_handshake_on_connect=False)
        _shake_hands(line, patience)
    patience.connected = True
    return line


def _shake_hands(line: ssl.SSLSocket, patience: _Patience) -> None:
    try:
        while True:
            patience.check()
            with suppress(TimeoutError):
                return line.do_handshake()
    except BaseException:
        line.close()
        raise


class _Line:
    """What http.client takes for a socket: it is patient, and whoever made the socket closes it."""

    def __init__(self, line: socket.socket, patience: _Patience) -> None:
        self._line, self._patience = line, patience

    def sendall(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            self._patience.check()
            with suppress(TimeoutError):
                rest = rest[self._line.send(rest) :]

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self._line, self._patience), _PIECE)

    def close(self) -> None:
        """http.client closes as soon as it has the head of the answer; the body is still to come."""


class _Incoming(io.RawIOBase):
    """The bytes that come in, waited for a moment at a time."""

    def __init__(self, line: socket.socket, patience: _Patience) -> None:
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
