"""`newstui add`: adds files, folders, addresses, the clipboard or stdin to the library."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.cli.context import ready_desk
from newstui.cli.prompts import agreed, can_ask, choice
from newstui.domain.errors import UsageError
from newstui.domain.text.clean import one_line
from newstui.services.events import FoundFeeds, Ingested, Skipped
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newstui.cli.output import Output
    from newstui.services.desk import Desk
    from newstui.services.events import Event
    from newstui.services.intake.add import Piped


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("sources", nargs="*", metavar="SOURCE", help="a file, a folder, an address, or - for stdin")
    command.add_argument("--tag", action="append", default=[], metavar="T", help="may be given more than once")
    command.add_argument("--clipboard", action="store_true", help="add the clipboard: an address, or a text")
    command.add_argument("--private", action="store_true", help="the hosts may be in your own network")
    command.add_argument("--dry-run", action="store_true", help="say what would be added, and add nothing")
    command.add_argument("--json", action="store_true", help="JSON Lines, one article a line")


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.intake.add import AddRun
    from newstui.services.intake.ingest import Ingest

    if not options.sources and not options.clipboard:
        raise UsageError("there is nothing to add", hint="newstui add FILE; newstui add https://…; … | newstui add -")
    tags = [one_line(tag) for tag in options.tag]
    if not all(tags):
        raise UsageError("a tag needs a name", hint="newstui add page.html --tag energy")
    sources = list(_sources(options))
    with ready_desk(options.library, reader_settings(), output, for_intake=True) as desk:
        ingest = Ingest(desk.library.root, desk.articles, datetime.now(UTC), is_dry=options.dry_run)
        adding = AddRun(ingest, desk.marks, tags=tags, may_be_private=options.private)
        is_complete = output.follow(_reported(adding.add(sources), output, desk, options), "adding", bar_from=20)
    return 0 if is_complete else 1


def _sources(options: argparse.Namespace) -> Iterator[str | Piped]:
    from newstui.services.intake.add import LARGEST, Piped
    from newstui.services.intake.clipboard import clipboard

    for source in options.sources:
        if source == "-":
            yield Piped(sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b"", "stdin")
        else:
            yield source
    if options.clipboard:
        yield Piped(clipboard().encode("utf-8", "replace"), "clipboard")


def _reported(events: Iterable[Event], output: Output, desk: Desk, options: argparse.Namespace) -> Iterator[Event]:
    for event in events:
        if isinstance(event, Ingested):
            if options.json:
                output.json(asdict(event))
            else:
                output.line(f"{_outcome(event, is_dry=options.dry_run)}: {event.title}")
            if event.note:
                output.note(f"newstui: {event.title}: {event.note}")
        elif isinstance(event, FoundFeeds):
            yield from _offer(event, output, desk, options)
        yield event


def _outcome(event: Ingested, *, is_dry: bool) -> str:
    from newstui.services.intake.messages import OUTCOME_WORDS

    word = OUTCOME_WORDS[event.outcome]
    return f"would be {word}" if is_dry and event.outcome in ("added", "changed") else word


def _offer(feeds: FoundFeeds, output: Output, desk: Desk, options: argparse.Namespace) -> Iterator[Event]:
    """Asks whether to subscribe where somebody is there to answer; otherwise writes how to do it."""
    from newstui.cli.commands.feeds import subscribed

    if can_ask() and not (options.dry_run or options.json):
        address = _chosen(feeds)
        if address:
            output.line(subscribed(desk, address, may_be_private=options.private))
        return
    address, title = feeds.feeds[0]
    command = f"newstui feeds add {address}"
    if feeds.is_feed:
        yield Skipped(feeds.url, f"it is a feed, {_called(title, address)}: {command}")
    else:
        output.note(f"newstui: the site has a feed, {_called(title, address)}: {command}")


def _chosen(feeds: FoundFeeds) -> str | None:
    """Asks which feed to subscribe to and returns its address; None for none."""
    address, title = feeds.feeds[0]
    if len(feeds.feeds) == 1:
        what = "This is a feed" if feeds.is_feed else "The site has a feed"
        return address if agreed(f"{what}, {_called(title, address)}. Subscribe to it? [y/N]") else None
    labels = [f"{title}  {address}" for address, title in feeds.feeds]
    number = choice("The site has feeds. Subscribe to which? [a number; Enter: none]", labels, None)
    return None if number is None else feeds.feeds[number][0]


def _called(title: str, address: str) -> str:
    return f"“{title or address}”"
