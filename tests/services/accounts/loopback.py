"""A server on loopback, from its start to its end; those of the tests add what they answer."""

from __future__ import annotations

import threading
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler
    from typing import Self


class QuietServer(ThreadingHTTPServer):
    """A server that breaks off without a word where a test asks for it."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        pass


class LoopbackServer:
    """Serves until the end of a `with`."""

    root = ""
    """The path behind the port in `url`."""

    def __init__(self) -> None:
        self._server = QuietServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """The address that an account is added with."""
        return f"http://127.0.0.1:{self._server.server_port}{self.root}"
