"""`newstui sync`: fetches the feeds for offline reading, and the full pages of articles that came as a stub."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.cli.context import ready_desk
from newstui.domain.urls import without_login
from newstui.services.events import FeedChecked, Skipped, Synced
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newstui.cli.output import Output
    from newstui.services.events import Event
    from newstui.services.feeds.failures import Failures


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("feeds", nargs="*", metavar="URL", help="only these feeds, by address or name; by default all")
    command.add_argument("--json", action="store_true", help="JSON Lines, one feed a line")
    command.add_argument("--verbose", action="store_true", help="name each feed and page that could not be fetched")


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.accounts.accounts import Accounts
    from newstui.services.accounts.sync import sync_all
    from newstui.services.intake.ingest import Ingest

    settings = reader_settings()
    with ready_desk(options.library, settings, output, for_intake=True) as desk:
        feeds = [desk.feeds.named(name) for name in options.feeds] or None
        if not desk.feeds.all() and not Accounts(desk.paths).all():
            output.note("You subscribe to no feeds yet: newstui feeds add URL, or newstui import FILE")
        ingest = Ingest(desk.library.root, desk.articles, datetime.now(UTC))
        events = sync_all(desk, ingest, feeds, discard=settings.discard)
        return report(events, output, as_json=options.json, is_verbose=options.verbose)


def report(events: Iterable[Event], output: Output, *, as_json: bool = False, is_verbose: bool = False) -> int:
    """Reports what comes in and what fails; returns the exit status."""
    from newstui.services.feeds.failures import Failures

    failures = Failures()
    try:
        output.follow(_reported(events, output, failures, as_json=as_json), "fetching", bar_from=0)
    finally:
        for line in failures.lines(is_verbose=is_verbose):
            output.error(line)
    return 1 if failures else 0


def _reported(events: Iterable[Event], output: Output, failures: Failures, *, as_json: bool) -> Iterator[Event]:
    """Reports each feed with news, and the totals at the end; collects the failures."""
    from newstui.services.intake.messages import news_line, sync_line

    for event in events:
        if isinstance(event, FeedChecked):
            if as_json:
                said = {name: without_login(value) for name, value in asdict(event).items() if isinstance(value, str)}
                output.json(asdict(event) | said)
            elif event.new or event.changed or event.marks:
                output.line(f"{event.title}: {news_line(event)}")
        elif isinstance(event, Synced) and event != Synced():
            output.note(sync_line(event))
        failures.add(event)
        if not isinstance(event, Skipped):
            yield event
