"""`newstui history`: lists the changes, the latest first."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from newstui.cli.arguments import add_limit
from newstui.cli.context import ready_desk
from newstui.domain.marks.change import is_undoable
from newstui.domain.marks.origin import origin_in_words
from newstui.domain.marks.words import change_in_words
from newstui.domain.urls import without_login
from newstui.render.change_line import moment_of
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.marks.change import Change


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="JSON Lines, one change a line")
    add_limit(command, "changes")


def run(options: argparse.Namespace, output: Output) -> int:
    with ready_desk(options.library, reader_settings(), output) as desk:
        history = desk.marks.history()
    acts = [change for change in reversed(history) if is_undoable(change)]
    if not acts:
        output.note("nothing was changed yet")
    for change in islice(acts, options.limit):
        if options.json:
            output.json(change_fields(change))
        else:
            when = moment_of(change.stamp.at)
            act = "" if change.act == "do" else f"{change.act}: "
            origin = origin_in_words(change.stamp.session, desk.marks.session)
            output.line(f"{when.astimezone():%Y-%m-%d %H:%M:%S}  {act}{change_in_words(change)}  ({origin})")
    return 0


def change_fields(change: Change) -> dict[str, Any]:
    """Returns a change as JSON."""
    return {
        "at": moment_of(change.stamp.at).isoformat(), "act": change.act, "field": change.field,
        "articles": [without_login(name) for name in change.articles], "was": list(change.was), "to": list(change.to),
        "title": without_login(change.title), "by": origin_in_words(change.stamp.session, ""),
    }  # fmt: skip
