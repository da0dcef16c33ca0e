"""Parsers that misbehave in every way. `python -m tests.sandbox.odd_parsers` is a worker that knows them."""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.domain.enclosure import Enclosure
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Entry, Feed, FeedDocument
from newstui.formats.articles.parse import parse_article
from newstui.formats.web_page.saved_page import read_page
from newstui.sandbox.worker import main

if TYPE_CHECKING:
    from newstui.domain.articles.article import Article

NAMES = (
    "article", "page", "xml", "guess", "feed", "export", "fragments", "echo", "halves", "pid", "limits", "writes",
    "prints", "sleeps", "spins", "eats", "ends", "file", "aborts", "recurses", "fails", "refuses", "shouts", "drowns",
    "mocks",
)  # fmt: skip
PARSERS = {name: f"tests.sandbox.odd_parsers:{name}" for name in NAMES} | {"absent": "newstui.formats.absent:read"}
_HIGHEST = 20
"""Files of a worker have lower numbers."""


def article(raw: bytes, path: str) -> Article:
    return parse_article(raw, path, datetime(2025, 6, 1, tzinfo=UTC))


def file(raw: bytes, path: str, modified: str) -> Article:
    if not raw:
        aborts(raw)
    return parse_article(raw, path, datetime.fromisoformat(modified))


def page(raw: bytes) -> str:
    return read_page(raw.decode("utf-8", "replace")).body


def xml(raw: bytes) -> int:
    """Returns the number of entries of a feed."""
    import feedparser  # type: ignore[import-untyped]

    return len(feedparser.parse(BytesIO(raw)).entries)


def guess(raw: bytes) -> str:
    """Returns the text of a page that is the article."""
    import trafilatura

    return trafilatura.extract(raw) or ""


def feed(raw: bytes, base: str, content_type: str) -> FeedDocument:
    moment = datetime(2025, 6, 1, 12, 30, tzinfo=UTC)
    pictures = (Enclosure(base + "a.png", "image/png", 12),)
    entry = Entry("Rain", base, published=moment, categories=("weather",), enclosures=pictures)
    return FeedDocument(raw.decode(), base, content_type, updated=moment, entries=(entry,))


def export(raw: bytes, name: str) -> Export:
    articles = (Incoming(raw.decode(), read=True, position=0.5, tagged=("weather",)),)
    return Export(name, articles, (Feed("https://x.example/feed", full_text="never"),), refused=(Refused("b", "c"),))


def fragments(texts: bytes | str) -> tuple[str, ...]:
    return tuple(html.removeprefix("<p>") for html, _ in json.loads(texts))


def echo(raw: bytes | str, again: int = 1) -> str:
    return (raw if isinstance(raw, str) else raw.decode()) * again


def halves(_: bytes) -> str:
    """Returns a lone surrogate, which a page can write as `&#xD800;`."""
    return "a\ud800"


def pid(_: bytes) -> int:
    return os.getpid()


def limits(_: bytes) -> tuple[int, ...]:
    """Returns the limits of memory, open files, written bytes and cores."""
    import resource

    names = (resource.RLIMIT_AS, resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE)
    return tuple(resource.getrlimit(name)[0] for name in names)


def writes(raw: bytes, path: str) -> int:
    with open(path, "wb", 0) as file:  # noqa: PTH123
        return file.write(raw)


def prints(raw: bytes) -> str:
    """Prints and reads, like a careless library."""
    print("garbage")
    sys.stdout.flush()
    os.write(1, b"garbage\n")
    return raw.decode() + sys.stdin.read()


def sleeps(_: bytes) -> None:
    time.sleep(60)


def spins(_: bytes) -> None:
    while True:
        pass


def eats(_: bytes) -> int:
    eaten = []
    while True:
        eaten.append(bytearray(1 << 26))


def ends(_: bytes) -> None:
    os._exit(3)


def aborts(_: bytes) -> None:
    os.abort()


def recurses(_: bytes) -> None:
    recurses(_)


def fails(_: bytes) -> None:
    raise IndexError("\x1b[2J")


def refuses(_: bytes) -> None:
    raise NewstuiError("This is \x1b[2Jno feed.", hint="Look at it in a browser.")


def shouts(raw: bytes) -> None:
    """Writes into every open file: one of them is the pipe to the process that asked."""
    for file in range(3, _HIGHEST):
        with suppress(OSError):
            os.write(file, raw)


def drowns(_: bytes) -> None:
    while True:
        shouts(b"x" * 65536)


def mocks(raw: bytes) -> None:
    """Answers instead of the worker, and then nothing more."""
    shouts(raw + b"\n")
    sleeps(raw)


if __name__ == "__main__":
    main(PARSERS)
