"""A server on loopback that says exactly what a test wants, byte for byte, and remembers what it was asked."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EVENTS = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
DONE = b"data: [DONE]\n\n"


@dataclass(frozen=True, slots=True)
class Asked:
    line: str
    headers: dict[str, str]
    """Names in lower case."""
    body: dict[str, Any]

    @property
    def prompt(self) -> str:
        """What the reader's side of the talk says."""
        return str(self.body["messages"][1]["content"])


class ChatServer:
    """Answers each connection with `answer`, in a thread."""

    def __init__(self, answer: Callable[[socket.socket], None], certificate: Path | None = None) -> None:
        self._answer = answer
        self._context: ssl.SSLContext | None = None
        if certificate:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(certificate)
        self.asked: list[Asked] = []
        self.calls = 0
        """Connections, with and without a question."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"{'https' if self._context else 'http'}://127.0.0.1:{self.port}/v1"

    def close(self) -> None:
        # Closing alone wakes no thread that waits in accept.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(20)
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            self.calls += 1
            line.settimeout(20)
            with line, contextlib.suppress(OSError):
                self._talk(line)

    def _talk(self, plain: socket.socket) -> None:
        line = self._context.wrap_socket(plain, server_side=True) if self._context else plain
        with line:
            asked = _request(line)
            if asked:
                self.asked.append(asked)
                self._answer(line)


def _request(line: socket.socket) -> Asked | None:
    """None where the other end hung up without a word."""
    with line.makefile("rb") as file:
        first = file.readline().decode().strip()
        if not first:
            return None
        headers: dict[str, str] = {}
        while head := file.readline().decode().strip():
            name, _, value = head.partition(": ")
            headers[name.lower()] = value
        body = file.read(int(headers.get("content-length", "0")))
        return Asked(first, headers, json.loads(body) if body else {})


def event(words: str | None, **choice: object) -> bytes:
    """An event of the stream that adds these words."""
    delta = {} if words is None else {"content": words}
    return b"data: " + json.dumps({"choices": [{"index": 0, "delta": delta, **choice}]}).encode() + b"\n\n"


def whole(status: str, body: bytes, *heads: str) -> bytes:
    """An answer with its length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *heads, "", ""]
    return "\r\n".join(lines).encode() + body


def refused_port() -> int:
    """A port where nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def reset(line: socket.socket) -> None:
    """Hangs up at once, so that the other end gets a reset."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    line.close()
