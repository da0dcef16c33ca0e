"""Measures fetching 100 feeds of 100 KB from this machine, changed and unchanged, without parsing.

    python -m benchmarks.fetching

For comparison the standard library does the same with as many threads and without any checks. The server has a
process of its own.
"""

from __future__ import annotations

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import perf_counter
from typing import TYPE_CHECKING
from urllib.request import ProxyHandler, build_opener

from newstui.net.fetch import Fetched, fetch
from newstui.net.pool import run_per_host

if TYPE_CHECKING:
    from collections.abc import Callable

FEEDS, HOSTS, SIZE = 100, 50, 100_000
AT_ONCE = 12
LIMIT, LIMIT_UNCHANGED = 10.0, 2.0
"""Seconds, with the parsing."""


class Feed(BaseHTTPRequestHandler):
    """Answers each path with a feed, or with 304 if the request has its ETag."""

    body = random.Random(0).randbytes(SIZE // 2).hex().encode()

    def do_GET(self) -> None:
        etag = f'"{self.path}"'
        is_known = self.headers.get("If-None-Match") == etag
        self.send_response(304 if is_known else 200)
        self.send_header("ETag", etag)
        self.send_header("Content-Length", "0" if is_known else str(SIZE))
        self.end_headers()
        if not is_known:
            self.wfile.write(self.body)

    def log_message(self, *_: object) -> None:
        """Logs nothing."""


class Server(ThreadingHTTPServer):
    request_queue_size = 100


def serve() -> None:
    server = Server(("127.0.0.1", 0), Feed)
    print(server.server_port, flush=True)
    server.serve_forever()


def host(url: str) -> str:
    """Returns the folder of a feed, which stands for its host: on loopback all feeds have the same one."""
    return url.split("/")[3]


def fetch_all(urls: list[str], etags: dict[str, str | None]) -> dict[str, Fetched]:
    def work(url: str) -> Fetched:
        return fetch(url, etag=etags.get(url), may_be_private=True, is_cancelled=lambda: False)

    answers = {}
    for outcome in run_per_host(urls, work, host, most=AT_ONCE, is_cancelled=lambda: False):
        if isinstance(outcome.result, Exception):
            raise outcome.result
        answers[outcome.job] = outcome.result
    return answers


def fetch_without_checks(urls: list[str]) -> None:
    opener = build_opener(ProxyHandler({}))

    def work(url: str) -> int:
        with opener.open(url) as answer:
            return len(answer.read())

    with ThreadPoolExecutor(AT_ONCE) as threads:
        assert sum(threads.map(work, urls)) == FEEDS * SIZE


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    command = [sys.executable, "-m", "benchmarks.fetching", "serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            port = int(server.stdout.readline())
            urls = [f"http://127.0.0.1:{port}/{i % HOSTS}/{i}" for i in range(FEEDS)]
            known: dict[str, str | None] = {}

            def learn() -> None:
                for url, answer in fetch_all(urls, {}).items():
                    assert len(answer.body) == SIZE
                    known[url] = answer.etag

            def ask_again() -> None:
                assert all(answer.is_unchanged for answer in fetch_all(urls, known).values())

            changed = min(seconds(learn) for _ in range(3))
            unchanged = min(seconds(ask_again) for _ in range(3))
            floor = min(seconds(lambda: fetch_without_checks(urls)) for _ in range(3))
            print(f"{FEEDS} changed feeds of {SIZE // 1000} KB: {changed:.2f} s (limit {LIMIT:g}), ", end="")
            print(f"{changed / floor:.1f} × what urllib takes without care ({floor:.2f} s)")
            print(f"{FEEDS} unchanged ones: {unchanged:.2f} s (limit {LIMIT_UNCHANGED:g})")
        finally:
            server.terminate()


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["serve"] else main()
