"""`newstui undo`: takes back the last changes, whichever session made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.arguments import positive
from newstui.cli.commands.history import change_fields
from newstui.cli.context import ready_desk
from newstui.domain.marks.words import change_in_words
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.marks.change import Change


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="JSON Lines, one change that was taken back a line")
    command.add_argument("--sync", action="store_true", help="what the last sync brought from servers of accounts")
    command.add_argument(
        "number", nargs="?", type=positive, default=1, metavar="N", help="how many changes, by default 1"
    )


def run(options: argparse.Namespace, output: Output) -> int:
    undone: list[Change] = []
    with ready_desk(options.library, reader_settings(), output) as desk:
        if options.sync:
            from newstui.services.accounts.undo import undo_sync

            undone = undo_sync(desk.marks)
        while not options.sync and len(undone) < options.number and (change := desk.marks.undo()):
            undone.append(change)
    for change in undone:
        if options.json:
            output.json(change_fields(change))
        else:
            undone_act = change._replace(was=change.to, to=change.was, act="do")
            output.line(f"undone: {change_in_words(undone_act)}")
    if len(undone) < (1 if options.sync else options.number):
        output.note("there is nothing more to undo")
    return 0
