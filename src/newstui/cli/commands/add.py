"""`newstui add`: files, folders, addresses, the clipboard, or what comes in on stdin, into the library."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.cli.library import reader_settings, ready_desk
from newstui.domain.errors import UsageError
from newstui.domain.text import one_line
from newstui.services.events import FoundFeeds, Took

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newstui.cli.output import Output
    from newstui.services.adding import Adding
    from newstui.services.desk import Desk
    from newstui.services.events import Event


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("sources", nargs="*", metavar="SOURCE", help="a file, a folder, an address, or - for stdin")
    command.add_argument("--tag", action="append", default=[], metavar="T", help="may be given more than once")
    command.add_argument("--clipboard", action="store_true", help="what is on the clipboard: an address, or a text")
    command.add_argument("--private", action="store_true", help="addresses may lead into your own network")
    command.add_argument("--dry-run", action="store_true", help="say what would be added, and add nothing")
    command.add_argument("--json", action="store_true", help="JSON Lines, one article a line")


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.adding import Adding

    if not options.sources and not options.clipboard:
        raise UsageError("there is nothing to add", hint="newstui add FILE; newstui add https://…; … | newstui add -")
    tags = [one_line(tag) for tag in options.tag]
    if not all(tags):
        raise UsageError("a tag needs a name", hint="newstui add page.html --tag energy")
    with ready_desk(options.library, reader_settings(), output, for_intake=True) as desk:
        adding = Adding(desk, now=datetime.now(UTC), tags=tags, may_be_private=options.private, is_dry=options.dry_run)
        said = _said(_events(adding, options), output, desk, options)
        is_well = output.follow(said, "adding", worth=20)
    return 0 if is_well else 1


def _events(adding: Adding, options: argparse.Namespace) -> Iterator[Event]:
    from newstui.services.adding import LARGEST
    from newstui.services.clipboard import clipboard

    for source in options.sources:
        if source == "-":
            raw = sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""
            yield from adding.add_text(raw, "stdin")
        else:
            yield from adding.add([source])
    if options.clipboard:
        yield from adding.add_text(clipboard().encode(), "clipboard")


def _said(events: Iterable[Event], output: Output, desk: Desk, options: argparse.Namespace) -> Iterator[Event]:
    for event in events:
        if isinstance(event, Took):
            if options.json:
                output.json(asdict(event))
            else:
                output.line(f"{_did(event, is_dry=options.dry_run)}: {event.title}")
            if event.note:
                output.remark(f"newstui: {event.title}: {event.note}")
        elif isinstance(event, FoundFeeds):
            _offer(event, output, desk, options)
        yield event


def _did(event: Took, *, is_dry: bool) -> str:
    from newstui.services.telling import DID

    return f"would be {DID[event.outcome]}" if is_dry and event.outcome == "added" else DID[event.outcome]


def _offer(found: FoundFeeds, output: Output, desk: Desk, options: argparse.Namespace) -> None:
    """A question where somebody is there to answer it, else a sentence."""
    from newstui.cli.commands.feeds import added

    address, title = found.feeds[0]
    what = f"this is a feed, “{title or address}”" if found.is_feed else f"the site has a feed, “{title or address}”"
    can_ask = sys.stdin and sys.stdin.isatty() and sys.stderr.isatty() and not (options.dry_run or options.json)
    if not can_ask:
        output.remark(f"newstui: {what}: newstui feeds add {address}")
    elif _agreed(f"{what}. Subscribe to it? [y/N] "):
        output.line(added(desk, address, title="", options=None, may_be_private=options.private))


def _agreed(question: str) -> bool:
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")
