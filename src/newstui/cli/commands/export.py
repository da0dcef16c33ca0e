"""`newstui export`: writes articles with their marks to a folder or a file, for other programs or another library."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.cli.arguments import add_limit, add_query
from newstui.cli.commands.feeds import left_out
from newstui.cli.context import ready_desk
from newstui.domain.errors import UsageError
from newstui.domain.search.sort import SORTS
from newstui.services.events import Exported
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from newstui.cli.output import Output
    from newstui.services.events import Event


def options(command: argparse.ArgumentParser) -> None:
    from newstui.services.export import FORMATS

    add_query(command, "which articles; by default all of them, with your feeds and saved searches")
    command.add_argument("--to", metavar="FOLDER|FILE", required=True, help="where to; its ending says the format")
    command.add_argument("--format", choices=FORMATS, help="by default as the ending says, else a folder of markdown")
    add_limit(command, "articles")
    command.add_argument("--sort", choices=SORTS, default="newest", help="the order; rank: the best matches first")
    command.add_argument("--force", action="store_true", help="replace what is there already")


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.export import Export, format_of

    if options.to == "-":
        hint = "newstui export --to news.json; newstui list --json writes to the terminal"
        raise UsageError("an export is written to a file or a folder", hint=hint)
    target = Path(options.to).expanduser()
    form = format_of(target, options.format or ("markdown" if options.to.endswith("/") else ""))
    with ready_desk(options.library, reader_settings(), output) as desk:
        run_ = Export(desk, target, form, datetime.now().astimezone(), overwrites=options.force)
        events = run_.write(" ".join(options.query), options.sort, options.limit or -1)
        is_complete = output.follow(_reported(events, output), "exporting")
        if is_complete and not options.query and form in ("markdown", "opml"):
            for sentence in left_out(desk):
                output.note(sentence)
    return 0 if is_complete else 1


def _reported(events: Iterator[Event], output: Output) -> Iterator[Event]:
    from newstui.services.export import NOTHING, exported_line

    for event in events:
        if isinstance(event, Exported):
            line = exported_line(event)
            (output.note if line == NOTHING else output.line)(line)
        yield event
