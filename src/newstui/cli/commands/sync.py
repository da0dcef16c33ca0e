"""`newstui sync`: fetches the feeds for offline reading, and the full pages of articles that came as a stub."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.cli.context import ready_desk
from newstui.services.events import FeedChecked, Synced
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newstui.cli.output import Output
    from newstui.services.events import Event


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("feeds", nargs="*", metavar="URL", help="only these feeds, by address or name; by default all")
    command.add_argument("--json", action="store_true", help="JSON Lines, one feed a line")


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.feeds.sync import sync
    from newstui.services.intake.ingest import Ingest

    settings = reader_settings()
    with ready_desk(options.library, settings, output, for_intake=True) as desk:
        feeds = [desk.feeds.named(name) for name in options.feeds] or None
        if not desk.feeds.all():
            output.note("You subscribe to no feeds yet: newstui feeds add URL, or newstui import FILE")
        ingest = Ingest(desk.library.root, desk.articles, datetime.now(UTC))
        events = sync(ingest, desk.feeds, desk.marks, desk.index, feeds, discard=settings.discard)
        reported = _reported(events, output, as_json=options.json)
        is_complete = output.follow(reported, "fetching", bar_from=0)
    return 0 if is_complete else 1


def _reported(events: Iterable[Event], output: Output, *, as_json: bool) -> Iterator[Event]:
    """Reports each feed with news, and the totals at the end."""
    from newstui.services.events import Skipped
    from newstui.services.intake.messages import news_line, sync_line

    for event in events:
        if isinstance(event, FeedChecked):
            if as_json:
                output.json(asdict(event))
            elif event.new or event.changed:
                output.line(f"{event.title}: {news_line(event)}")
            if event.error:
                yield Skipped(event.title, event.error)
        elif isinstance(event, Synced):
            output.note(sync_line(event))
        yield event
