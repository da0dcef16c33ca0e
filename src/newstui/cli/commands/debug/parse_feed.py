"""`newstui debug parse-feed`, for evaluation: the content of a feed as one JSON object."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newstui.domain.errors import StorageError
from newstui.domain.feed import UNTITLED

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from newstui.cli.output import Output
    from newstui.domain.feed import Entry


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE|-", help="a feed, or - for stdin")
    command.add_argument("--base", default="", metavar="ADDRESS", help="where it came from")
    command.add_argument("--type", default="", metavar="TYPE", help="the Content-Type that it came with")


def run(options: argparse.Namespace, output: Output) -> int:
    """Raises NewstuiError where the file is not a feed, StorageError where it cannot be read."""
    output.json(feed_fields(_bytes(options.file), options.base, options.type))
    return 0


def feed_fields(raw: bytes, base: str = "", ctype: str = "") -> dict[str, Any]:
    """Returns a feed under names that belong to no format; null where the feed does not say."""
    from newstui.formats.feeds.parse import parse_feed

    feed = parse_feed(raw, base, ctype)
    return {
        "title": feed.title,
        "link": feed.url,
        "description": feed.description,
        "language": feed.lang,
        "author": feed.author,
        "updated": _moment(feed.updated),
        "entries": [_entry(entry) for entry in feed.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.title if entry.title != UNTITLED else None,
        "link": entry.url,
        "id": entry.guid,
        "author": entry.author,
        "published": _moment(entry.published),
        "updated": _moment(entry.updated),
        "summary": entry.summary or entry.content,
        "content": entry.content,
        "body": entry.content,
        "categories": list(entry.categories),
        "enclosures": [each.url for each in entry.enclosures if not each.is_page],
        "language": entry.lang,
        "image": entry.image,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read() if sys.stdin else b""
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise StorageError(f"{name} cannot be read: {error.strerror}", hint="name a file that you may read") from error
