"""Measures the sync with a server: rounds with 100 feeds and 10,000 articles, kills on the way, and the model.

    python -m benchmarks.accounts [KILLS] [HISTORIES]

The server is that of the tests, on loopback, in this process. Each round is a `newstui sync` of its own.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.domain.accounts.model import ARTICLES, FIELDS, history
from tests.services.accounts.fresh_server import PASSWORD, FreshServer

from newstui.domain.accounts.agreement import UNTOUCHED

_FEEDS, _ARTICLES, _MARKS = 100, 10_000, 1_500
_FIRST = 1_795_831_858_895_000
_TEXT = "<p>" + "Words of the sea and of the harbour, which go on. " * 40


def main(kills: int, histories: int) -> None:
    _model(histories)
    with FreshServer() as server, tempfile.TemporaryDirectory() as home:
        _fill(server)
        environment = {**os.environ, "NEWSTUI_HOME": home}
        _run(environment, "accounts", "add", "home", server.url, "--user", "alice", given=PASSWORD)
        first = _timed(server, environment)
        print(f"first round, {_FEEDS} feeds, {_ARTICLES:,} articles: {first}")
        print(f"the next one: {_timed(server, environment)}")
        _run(environment, "mark", "--bookmark", "--query", "is:unread", "--quiet")
        starred = sum(item.is_starred for item in server.items.values())
        print(f"with {_ARTICLES - starred:,} marks to send: {_timed(server, environment)}")
        assert all(item.is_starred for item in server.items.values() if not item.is_read), "a mark did not arrive"
        _killed(server, environment, kills, Path(home))


def _fill(server: FreshServer) -> None:
    server.feeds = {
        f"feed/{number}": (f"https://example.org/{number}.xml", f"Feed {number}", "") for number in range(_FEEDS)
    }
    for number in range(_ARTICLES):
        server.add(_FIRST + number, f"feed/{number % _FEEDS}", html=_TEXT, is_read=number % 3 == 0)


def _killed(server: FreshServer, environment: dict[str, str], kills: int, home: Path) -> None:
    """Kills rounds at random moments, with news and marks on both sides, and looks whether the next one completes."""
    dice = random.Random(1)
    alive = 0
    for kill in range(kills):
        for _ in range(3):
            id_ = max(server.items) + 1
            server.add(id_, "feed/1", html=_TEXT)
        phone = dice.choice(list(server.items.values()))
        phone.is_read = not phone.is_read
        _run(environment, "mark", "--read", "--query", f'title:"Story {max(server.items) - 1}"', "--quiet")
        started = subprocess.Popen([*_newstui(), "sync", "--quiet"], env=environment, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.1, 1.5))
        alive += started.poll() is None
        started.send_signal(signal.SIGKILL)
        started.wait()
        if kill % 10 == 9:
            print(f"{kill + 1} kills", file=sys.stderr)
    _run(environment, "sync", "--quiet")
    _run(environment, "sync", "--quiet")
    lines = _run(environment, "list", "--limit", str(2 * len(server.items))).splitlines()
    unread = sum(line.split("\t")[3] == "unread" for line in lines)
    there = sum(not item.is_read for item in server.items.values())
    files = sum(1 for path in home.rglob("articles/**/*.md"))
    print(f"{kills} kills, {alive} of them in a round: {len(lines):,} articles for {len(server.items):,} there "
          f"({files:,} files), unread {unread:,} here and {there:,} there")  # fmt: skip


def _model(number: int) -> None:
    unequal = lost = 0
    for seed in range(number):
        is_shared, have_met = bool(seed & 1), bool(seed & 2)
        end = history(seed, is_shared=is_shared, have_met=have_met)
        for place in ((article, field) for article in ARTICLES for field in FIELDS):
            there = end.world.values.get(place, False)
            unequal += any(machine.journal.get(place, UNTOUCHED).value != there for machine in end.machines)
            lost += have_met and place in end.last and end.last[place] != there
    print(f"{number:,} histories of two machines, a phone and kills: {unequal} fields unequal, {lost} last words lost")


def _timed(server: FreshServer, environment: dict[str, str]) -> str:
    server.requests.clear()
    started = time.perf_counter()
    _run(environment, "sync", "--quiet")
    return f"{time.perf_counter() - started:.1f} s, {len(server.requests)} requests"


def _run(environment: dict[str, str], *arguments: str, given: str = "") -> str:
    command = [*_newstui(), *arguments]
    return subprocess.run(command, env=environment, input=given, text=True, capture_output=True, check=True).stdout


def _newstui() -> list[str]:
    return [sys.executable, "-m", "newstui"]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:])) if len(sys.argv) == 3 else main(100, 10_000)
