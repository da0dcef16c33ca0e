"""A server on loopback with the feeds, pages and pictures that a test puts there; it remembers what it was asked."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WORDS = "The ferry left the harbour at noon and nobody on the quay knew whether it would ever come back again. "


@dataclass
class Says:
    """What is at one path."""

    body: bytes = b""
    status: int = 200
    heads: dict[str, str] = field(default_factory=dict)
    has_etag: bool = True


class NewsServer(ThreadingHTTPServer):
    request_queue_size = 100
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answering)
        self.at: dict[str, Says | Callable[[], Says]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        """(path, headers with names in lower case) of each question."""

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


class _Answering(BaseHTTPRequestHandler):
    server: NewsServer

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        there = self.server.at.get(self.path, Says(status=404))
        says = there() if callable(there) else there
        etag = f'"{blake2b(says.body, digest_size=8).hexdigest()}"'
        is_known = says.has_etag and self.headers.get("If-None-Match") == etag
        self.send_response(304 if is_known else says.status)
        for name, value in says.heads.items():
            self.send_header(name, value)
        if says.has_etag and says.status == 200:
            self.send_header("ETag", etag)
        body = b"" if is_known else says.body
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def news_server() -> Iterator[NewsServer]:
    with NewsServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@dataclass(frozen=True)
class Item:
    """An entry of a feed; what is empty is left out."""

    title: str = ""
    text: str = WORDS * 10
    """HTML."""
    guid: str = ""
    link: str = ""
    date: str = "Sun, 01 Jun 2025 10:00:00 GMT"
    more: str = ""
    """XML."""


def feed_of(*items: Item, title: str = "Coast Courier") -> bytes:
    written = "".join(_item(item) for item in items)
    return f'<rss version="2.0"><channel><title>{escape(title)}</title>{written}</channel></rss>'.encode()


def _item(item: Item) -> str:
    parts = (("title", item.title), ("description", item.text), ("guid", item.guid), ("link", item.link))
    written = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in (*parts, ("pubDate", item.date)) if text)
    return f"<item>{written}{item.more}</item>"


def page_of(title: str, *paragraphs: str, head: str = "") -> Says:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    body = (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{text}</article><footer>Imprint</footer></body></html>"
    )
    return Says(body.encode(), heads={"Content-Type": "text/html; charset=utf-8"})
