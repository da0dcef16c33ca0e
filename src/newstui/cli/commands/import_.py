"""`newstui import`: imports from another reader, and reports what is new, what was there, and what was refused."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.cli.context import ready_desk
from newstui.cli.prompts import can_ask, choice
from newstui.services.events import Imported
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newstui.cli.output import Output
    from newstui.domain.articles.incoming import Export, TakenAs
    from newstui.services.events import Event


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="an export; its format is recognised")
    command.add_argument(
        "--as", choices=("pages", "feeds"), default="", dest="taken_as",
        help="what the addresses in a file are that does not say it; else you are asked, a script gets the likely",
    )  # fmt: skip
    command.add_argument("--dry-run", action="store_true", help="say what would be imported, and import nothing")
    command.add_argument("--json", action="store_true", help="JSON Lines, one file a line")


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.imports import Import
    from newstui.services.intake.ingest import Ingest

    paths = [Path(name) for name in options.files]
    with ready_desk(options.library, reader_settings(), output, for_intake=True) as desk:
        ingest = Ingest(desk.library.root, desk.articles, datetime.now(UTC), is_dry=options.dry_run)
        asks = not options.taken_as and not options.json and not output.is_quiet and can_ask()
        taken_as = asked if asks else options.taken_as
        events = Import(ingest, desk.marks, desk.feeds, desk.searches, taken_as=taken_as).read(paths)
        reported = _reported(events, output, as_json=options.json, is_dry=options.dry_run)
        is_complete = output.follow(reported, "importing", bar_from=100)
    return 0 if is_complete else 1


def asked(name: str, export: Export) -> TakenAs:
    """Asks what the addresses of a file are. An empty or odd answer: what they look like."""
    meanings: tuple[TakenAs, ...] = ("pages", "feeds")
    labels = ("pages: articles to read", "feeds: subscriptions")
    likely = meanings.index(export.taken_as) if export.taken_as in meanings else 0
    question = f"{name} is {export.doubt} and does not say what they are. Which? [{likely + 1}]"
    answer = choice(question, labels, likely)
    return meanings[likely if answer is None else answer]


def _reported(events: Iterable[Event], output: Output, *, as_json: bool, is_dry: bool) -> Iterator[Event]:
    for event in events:
        if isinstance(event, Imported):
            if as_json:
                output.json(asdict(event))
            else:
                for line in report(event, is_dry=is_dry):
                    output.line(line)
        yield event


def report(result: Imported, *, is_dry: bool) -> Iterator[str]:
    """Yields the lines that report on one file."""
    yield f"{result.name} ({result.format}){': a trial, nothing is written' if is_dry else ''}"
    rows = (
        (result.taken, "article", "taken"),
        (result.waiting, "of them", "without text: newstui sync fetches it"),
        (result.there, "article", "already there"),
        (result.doubled, "item", "more for an article that is named twice: it has the marks of both"),
        (result.marked, "article", "with what you did there: read, starred, tagged or noted"),
        (result.forgotten, "article", "that you removed there: left out"),
        (result.feeds, "feed", "subscribed to"),
        (result.feeds_there, "feed", "already there"),
        (result.searches, "saved search", "taken"),
        (result.rules, "rule", "taken"),
        (result.refused, "item", "refused: see above"),
    )
    shown = [(number, noun, outcome) for number, noun, outcome in rows if number]
    for number, noun, outcome in shown:
        plural = "" if number == 1 or noun == "of them" else "es" if noun.endswith("search") else "s"
        yield f"  {number:>6,} {noun}{plural} {outcome}"
    if not shown:
        yield "  nothing in it that newstui can use"
    yield from (f"  {note}" for note in result.notes)
