"""A site on loopback, for what is fetched: pages by path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.services.chat_server import ChatServer

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from pathlib import Path

    Says = bytes | Callable[[socket.socket], None]


class Site:
    """A server that answers each path as it is told."""

    def __init__(self, pages: dict[str, Says], certificate: Path | None = None) -> None:
        self.pages = pages
        self.server = ChatServer(self._answer, certificate)

    def _answer(self, line: socket.socket) -> None:
        says = self.pages[self.server.asked[-1].line.split()[1]]
        if callable(says):
            says(line)
        else:
            line.sendall(says)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self.server.url[:5].rstrip(':')}://{host}:{self.server.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [asked.line.split()[1] for asked in self.server.asked]
