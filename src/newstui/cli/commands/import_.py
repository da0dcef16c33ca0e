"""`newstui import`: moves in from another reader, and says what was taken, what was there, and what was refused."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.cli.context import reader_settings, ready_desk
from newstui.services.events import Imported

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newstui.cli.output import Output
    from newstui.services.events import Event


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="an export; its format is recognised")
    command.add_argument("--dry-run", action="store_true", help="say what would be taken, and take nothing")
    command.add_argument("--json", action="store_true", help="JSON Lines, one file a line")


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.imports import import_files

    paths = [Path(name) for name in options.files]
    with ready_desk(options.library, reader_settings(), output, for_intake=True) as desk:
        events = import_files(desk, paths, now=datetime.now(UTC), is_dry=options.dry_run)
        said = _said(events, output, as_json=options.json, is_dry=options.dry_run)
        is_well = output.follow(said, "importing", worth=100)
    return 0 if is_well else 1


def _said(events: Iterable[Event], output: Output, *, as_json: bool, is_dry: bool) -> Iterator[Event]:
    for event in events:
        if isinstance(event, Imported):
            if as_json:
                output.json(asdict(event))
            else:
                for line in report(event, is_dry=is_dry):
                    output.line(line)
        yield event


def report(told: Imported, *, is_dry: bool) -> Iterator[str]:
    """What became of one file, in lines."""
    yield f"{told.name} ({told.format}){': tried out, nothing is written' if is_dry else ''}"
    rows = (
        (told.taken, "article", "taken"),
        (told.waiting, "of them", "without text: newstui sync fetches it"),
        (told.there, "article", "already there"),
        (told.marked, "article", "with what you did with it: read, starred, tagged, noted, begun"),
        (told.forgotten, "article", "that you removed there: kept away"),
        (told.feeds, "feed", "subscribed to"),
        (told.feeds_there, "feed", "already there"),
        (told.searches, "saved search", "taken"),
        (told.refused, "item", "refused: see above"),
    )
    shown = [(number, noun, did) for number, noun, did in rows if number]
    for number, noun, did in shown:
        plural = "" if number == 1 or noun == "of them" else "es" if noun.endswith("search") else "s"
        yield f"  {number:>6,} {noun}{plural} {did}"
    if not shown:
        yield "  nothing in it that newstui has a use for"
    yield from (f"  {note}" for note in told.notes)
