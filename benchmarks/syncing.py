"""Measures a whole sync: 100 changed feeds of 100 KB into article files, and 100 unchanged ones.

    python -m benchmarks.syncing

The server has a process of its own and plays 50 hosts on as many addresses of this machine. Processor time is printed
next to the time of the clock, which includes whatever else the machine does. Last, somebody reads in a library of 1,000
articles, on a pseudo-terminal, while the same feeds are fetched for the first time.
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.services.runs import sync

from benchmarks.interface import newstui, percentile
from benchmarks.library import generate
from newstui.domain.feed import Feed
from newstui.services.desk import Desk
from newstui.services.events import Synced
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from collections.abc import Sequence

FEEDS, HOSTS, SIZE, ENTRIES = 100, 50, 100_000, 20
LIMIT, LIMIT_UNCHANGED = 10.0, 2.0
"""Seconds by the clock."""
LIMIT_KEY = 50.0
"""ms."""
READING = 1_000
_WORDS = (
    "harbour", "council", "ferry", "minister", "summer", "archive", "bridge", "winter", "market", "engine", "letter",
    "island", "garden", "signal", "the", "of", "and", "a", "to", "in", "that", "it", "was", "for", "on", "with", "by",
)  # fmt: skip


def feed(number: int) -> bytes:
    """Returns an RSS feed of about 100 KB: whole articles with links, quotations, lists and a picture each."""
    chance = random.Random(number)
    items = []
    for entry in range(ENTRIES):
        body = "".join(_block(chance) for _ in range(12))
        link = f"https://feed{number}.example.org/{entry}"
        date = format_datetime(datetime(2025, 1 + entry % 12, 1 + number % 28, tzinfo=UTC))
        items.append(
            f"<item><title>{escape(_sentence(chance, 6))}</title><link>{link}</link><guid>{link}</guid>"
            f"<pubDate>{date}</pubDate><description>{escape(body)}</description></item>"
        )
    text = f'<rss version="2.0"><channel><title>Feed {number}</title>{"".join(items)}</channel></rss>'
    return text.encode().ljust(SIZE)


def _block(chance: random.Random) -> str:
    text = " ".join(_sentence(chance, chance.randint(8, 16)) for _ in range(5))
    kind = chance.randrange(6)
    if kind == 0:
        return f"<blockquote><p>{text}</p></blockquote>"
    if kind == 1:
        return "<ul>" + "".join(f"<li>{_sentence(chance, 8)}</li>" for _ in range(6)) + "</ul>"
    if kind == 2:
        return f'<p><img src="/picture{chance.randrange(99)}.jpg" alt="{_sentence(chance, 4)}"> {text[:300]}</p>'
    return f'<p>{text[:200]} <a href="/about/{chance.randrange(99)}">{text[200:220]}</a> <em>{text[220:500]}</em></p>'


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."


class Answer(BaseHTTPRequestHandler):
    """Answers each path with a feed, or with 304 if the request has its ETag."""

    bodies: tuple[bytes, ...] = ()

    def do_GET(self) -> None:
        etag = f'"{self.path}"'
        is_known = self.headers.get("If-None-Match") == etag
        body = b"" if is_known else self.bodies[int(self.path[1:])]
        self.send_response(304 if is_known else 200)
        self.send_header("ETag", etag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Logs nothing."""


class Server(ThreadingHTTPServer):
    request_queue_size = 100


def serve() -> None:
    Answer.bodies = tuple(map(feed, range(FEEDS)))
    server = Server(("", 0), Answer)
    print(server.server_port, flush=True)
    server.serve_forever()


@dataclass(frozen=True, slots=True)
class Times:
    """The times of one sync, in seconds."""

    clock: float
    own: float
    """Processor time of this process."""
    children: float
    """Processor time of the processes that parse untrusted input."""


def synced(desk: Desk) -> tuple[Synced, Times]:
    start, own, children = perf_counter(), _cpu(resource.RUSAGE_SELF), _cpu(resource.RUSAGE_CHILDREN)
    events = list(sync(desk, now=datetime.now(UTC)))
    times = Times(perf_counter() - start, _cpu(resource.RUSAGE_SELF) - own, _cpu(resource.RUSAGE_CHILDREN) - children)
    result = events[-1]
    assert isinstance(result, Synced)
    assert not result.failed
    return result, times


def _cpu(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def line(what: str, times: Times, limit: float) -> str:
    cpu = f"{times.own:.2f} s of processor time here, {times.children:.2f} s in the processes that parse"
    return f"{what}: {times.clock:.2f} s (limit {limit:g}), {cpu}"


def keys_meanwhile(urls: Sequence[str]) -> str:
    """Returns the waits for the next article while the feeds are fetched, and right before."""
    with tempfile.TemporaryDirectory() as base:
        root, home = Path(base, "articles"), Path(base, "home")
        generate(root, READING)
        os.environ["NEWSTUI_HOME"] = str(home)
        desk = Desk(user_paths(), root)
        _subscribe(desk, urls)
        desk.close()
        with newstui(root, home) as terminal:
            terminal.wait_for("●")
            terminal.rest(3)
            before = [terminal.latency_below("J") for _ in range(20)]
            terminal.send("r")
            terminal.wait_for("fetching")
            meanwhile: list[float] = []
            while "fetching" in terminal.text:
                meanwhile.append(terminal.latency_below("J"))
    return f"a key meanwhile: {_in_words(meanwhile)} (limit {LIMIT_KEY:g}); right before: {_in_words(before)}"


def _in_words(latencies: Sequence[float]) -> str:
    middle, late, worst = statistics.median(latencies), percentile(latencies, 0.95), max(latencies)
    return f"median {middle:.0f} ms, 95 % {late:.0f} ms, slowest of {len(latencies)} {worst:.0f} ms"


def _subscribe(desk: Desk, urls: Sequence[str]) -> None:
    desk.feeds.add([Feed(url, may_be_private=True, full_text="never") for url in urls])


def main() -> None:
    command = [sys.executable, "-m", "benchmarks.syncing", "serve"]
    with tempfile.TemporaryDirectory() as home, subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            port = int(server.stdout.readline())
            os.environ["NEWSTUI_HOME"] = home
            root = Path(home) / "articles"
            root.mkdir()
            desk = Desk(user_paths(), root)
            urls = [f"http://127.0.0.{1 + number % HOSTS}:{port}/{number}" for number in range(FEEDS)]
            _subscribe(desk, urls)
            result, times = synced(desk)
            assert result.new == FEEDS * ENTRIES
            print(line(f"{FEEDS} changed feeds of {SIZE // 1000} KB, {result.new:,} articles", times, LIMIT))
            for _ in desk.index.reconcile():
                pass
            result, times = synced(desk)
            assert not result.new
            print(line(f"{FEEDS} unchanged ones", times, LIMIT_UNCHANGED))
            desk.close()
            print(keys_meanwhile(urls))
        finally:
            server.terminate()


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["serve"] else main()
