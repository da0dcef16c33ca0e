"""A server on loopback with feeds and pages. It can hold back answers, and ends with the test."""

from __future__ import annotations

import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_SENTENCE = "The keeper of the lock wrote the hour in a book, and nobody has asked for that book in thirty years. "
_HELD_SECONDS = 30
"""The longest that an answer is held back: a test that forgets `let_go` still ends."""


class Newsagent:
    """Answers each path with what `pages` has for it: a page, or a status."""

    def __init__(self) -> None:
        self.pages: dict[str, str | int] = {}
        self.held: set[str] = set()
        """Paths whose answers wait for `let_go`."""
        self.asked = threading.Semaphore(0)
        """Released with each request."""
        self._free = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self._server.server_port}{path}"

    def let_go(self) -> None:
        self._free.set()

    def close(self) -> None:
        self.let_go()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    def feed(self, path: str, title: str, *items: str, says: str = "") -> str:
        """Serves a feed with an article for each title, and returns its address."""
        entries = "".join(
            f"<item><title>{escape(item)}</title><guid>{path}#{number}</guid><link>{self.url(f'{path}/{number}')}</link>"
            f"<pubDate>Mon, 0{1 + number % 9} Jan 2024 08:00:00 GMT</pubDate>"
            f"<description>{escape(says or _SENTENCE * 8)} {number}</description></item>"
            for number, item in enumerate(items)
        )
        self.pages[path] = f"<rss version='2.0'><channel><title>{escape(title)}</title>{entries}</channel></rss>"
        return self.url(path)

    def page(self, path: str, title: str, *feeds: str) -> str:
        """Serves a page that names feeds, and returns its address."""
        links = "".join(f"<link rel=alternate type='application/rss+xml' title='At {at}' href='{at}'>" for at in feeds)
        text = f"<p>{_SENTENCE * 3}</p>" * 6
        self.pages[path] = (
            f"<!doctype html><html lang=en><head><title>{title}</title>{links}</head>"
            f"<body><article><h1>{title}</h1>{text}</article></body></html>"
        )
        return self.url(path)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        agent = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                agent.asked.release()
                if self.path in agent.held:
                    agent._free.wait(_HELD_SECONDS)
                said = agent.pages.get(self.path, 404)
                raw = said.encode() if isinstance(said, str) else b""
                kind = "text/html; charset=utf-8" if raw.startswith(b"<!doctype") else "application/rss+xml"
                self.send_response(said if isinstance(said, int) else 200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Writes no log."""

            def handle(self) -> None:
                try:
                    super().handle()
                except OSError:  # whoever asked hung up
                    return

        return Handler
