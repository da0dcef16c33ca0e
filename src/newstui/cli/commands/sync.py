"""`newstui sync`: fetches the feeds for offline reading, and the pages of which only a stub came."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.cli.context import reader_settings, ready_desk
from newstui.services.events import FeedChecked, Synced

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newstui.cli.output import Output
    from newstui.services.events import Event


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("feeds", nargs="*", metavar="URL", help="these feeds alone, by address or name; else all")
    command.add_argument("--json", action="store_true", help="JSON Lines, one feed a line")


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.feeds.sync import sync

    settings = reader_settings()
    with ready_desk(options.library, settings, output, for_intake=True) as desk:
        wanted = [desk.feeds.named(name) for name in options.feeds] or None
        if not desk.feeds.all():
            output.remark("You subscribe to no feeds yet: newstui feeds add URL, or newstui import FILE")
        events = sync(desk, wanted, now=datetime.now(UTC), discard=settings.discard)
        said = _said(events, output, as_json=options.json)
        is_well = output.follow(said, "fetching", worth=0)
    return 0 if is_well else 1


def _said(events: Iterable[Event], output: Output, *, as_json: bool) -> Iterator[Event]:
    """Tells of each feed with news, and of all at the end."""
    from newstui.services.events import Skipped
    from newstui.services.intake.messages import news_of, summed_up

    for event in events:
        if isinstance(event, FeedChecked):
            if as_json:
                output.json(asdict(event))
            elif event.new or event.changed:
                output.line(f"{event.title}: {news_of(event)}")
            if event.error:
                yield Skipped(event.title, event.error)
        elif isinstance(event, Synced):
            output.remark(summed_up(event))
        yield event
