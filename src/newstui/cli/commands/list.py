"""`newstui list`: headlines that match a query. Columns at a terminal, tabs in a pipe, or one JSON object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.arguments import add_query, positive
from newstui.cli.context import reader_settings, ready_desk
from newstui.cli.records import columns_of, fields_of
from newstui.domain.search.sort import SORTS
from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from newstui.cli.output import Output
    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.services.desk import Desk

_FETCHED_AT_ONCE = 500
_FIRST = 50
"""Soon on the screen, whatever comes after."""


def options(command: argparse.ArgumentParser) -> None:
    add_query(command, "for instance: is:unread after:2w minutes:<10 river -flood")
    command.add_argument("--json", action="store_true", help="JSON Lines, one article a line")
    command.add_argument("--limit", type=positive, metavar="N", help="at most so many")
    command.add_argument("--sort", choices=SORTS, default="newest")


def run(options: argparse.Namespace, output: Output) -> int:
    return write_headlines(options, output, lambda desk, listed: "", _FETCHED_AT_ONCE)


def write_headlines(
    options: argparse.Namespace, output: Output, snippet_of: Callable[[Desk, MarkedArticle], str], at_once: int
) -> int:
    """Writes what matches, so many at once; `snippet_of` gives an empty text where there is nothing to add."""
    settings = reader_settings()
    with ready_desk(options.library, settings, output) as desk:
        rows = desk.articles.listing(" ".join(options.query), options.sort, options.limit or -1).rows
        is_first = True
        for listed_here in _in_parts(desk, rows, at_once):
            found = [(listed, snippet_of(desk, listed)) for listed in listed_here]
            if options.json:
                for listed, snippet in found:
                    output.json({**fields_of(listed), **({"snippet": snippet} if snippet else {})})
            elif output.is_for_eyes:
                _draw(found, output, has_head=is_first)
            else:
                for listed, snippet in found:
                    output.line("\t".join([*columns_of(listed), *([one_line(snippet)] if snippet else [])]))
            is_first = False
    if not rows:
        output.remark("no article matches" if options.query else "there are no articles yet")
    return 0


def _in_parts(desk: Desk, rows: Sequence[int], at_once: int) -> Iterator[list[MarkedArticle]]:
    first, size = 0, min(_FIRST, at_once)
    while first < len(rows):
        yield desk.articles.listed(rows[first : first + size])
        first, size = first + size, at_once


def _draw(found: Sequence[tuple[MarkedArticle, str]], output: Output, *, has_head: bool) -> None:
    from datetime import datetime

    from newstui.cli.tables import headline_table

    output.draw(headline_table(found, datetime.now().astimezone(), output.console.width, has_head=has_head))
