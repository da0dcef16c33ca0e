"""The articles, feeds and answers that the tests of several commands share."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.pages import feed, page
from tests.services.chat_server import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.services.site import Site

HTML, XML = "Content-Type: text/html", "Content-Type: application/rss+xml"


@contextmanager
def unnoticed(folder: Path) -> Iterator[None]:
    """Keeps the folder's time, which tells newstui that files have come or gone."""
    status = folder.stat()
    yield
    os.utime(folder, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.fixture
def news(site: Callable[..., Site]) -> Site:
    """A site with an article, and two feeds that its page names."""
    links = "".join(f"<link rel=alternate type=application/rss+xml href=/{name} title={name}>" for name in ("a", "b"))
    return site({
        "/": whole("200 OK", page(head=links), HTML),
        "/a": whole("200 OK", feed("Harbour Post", 2), XML),
        "/b": whole("200 OK", feed("Tides", at="https://tides.example"), XML),
        "/plain": whole("200 OK", page("No feed"), HTML),
    })  # fmt: skip


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Somebody at a terminal, and what is typed there."""

    def typed(text: str) -> None:
        for stream in (sys.stdin, sys.stderr):
            monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
        monkeypatch.setattr("sys.stdin.readline", _lines(text), raising=False)

    return typed


def _lines(text: str) -> Callable[[int], str]:
    waiting = iter(text.splitlines(keepends=True))
    return lambda _limit: next(waiting, "")


@pytest.fixture
def three(write: Callable[..., Path]) -> None:
    write(
        "a.md", "A river in flood.", title="First", id="aa1", date="2024-05-01 10:00", source="Courier", tags="[sea, x]"
    )
    write("b.md", "A river at peace.", title="Second", id="aa2", date="2024-05-02", author="B", summary="Said so.")
    write("c.md", "Word " * 900, title="Third", id="bb3", date="2024-05-03 08:00", url="https://example.org/c")


STORY = "\n\n".join(
    f"The council of {town} voted on {day} to close the old ferry after {number} years. "
    f"Residents of {town} said that the bridge was too far away for {number} families. "
    f"A spokesman in {town} answered that {number} buses would run from {day}."
    for number, (town, day) in enumerate([("Lindholm", "Monday"), ("Aarby", "Tuesday"), ("Velm", "Friday")], start=20)
)


@pytest.fixture
def ferry(write: Callable[..., Path]) -> None:
    body = f"{STORY}\n\nSee [the plan](https://example.org/plan)."
    write("ferry.md", body, title="The *last* ferry", id="ferry-1", source="Courier", date="2024-05-01 10:00")
    write(
        "bridge.md",
        STORY,
        title="The bridge",
        id="bridge-1",
        source="Wire",
        date="2024-05-01 09:00",
        summary="It opens.",
    )


@pytest.fixture
def two(write: Callable[..., Path]) -> None:
    write("a.md", "A river.", title="First", id="aa1", date="2024-05-01")
    write("b.md", "A river.", title="Second", id="bb2", date="2024-05-02")
