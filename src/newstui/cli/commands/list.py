"""`newstui list`: headlines that match a query, as columns at a terminal, tabs in a pipe, or JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.arguments import add_limit, add_query, positive
from newstui.cli.context import group_few, ready_desk
from newstui.cli.records import article_columns, story_fields
from newstui.domain.search.sort import SORTS
from newstui.domain.text.clean import one_line
from newstui.formats.writers.record import article_fields
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from newstui.cli.output import Output
    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.services.desk import Desk

_BATCH = 500
_FIRST_BATCH = 50
"""Small, so that the first headlines are on the screen soon."""


def options(command: argparse.ArgumentParser) -> None:
    add_query(command, "for instance: is:unread after:2w minutes:<10 river -flood")
    command.add_argument("--json", action="store_true", help="JSON Lines, one article a line")
    add_limit(command, "articles")
    about = "those that together fit into so many minutes, the most worth it: the same as fits:N in the query"
    command.add_argument("--minutes", type=positive, metavar="N", help=about)
    command.add_argument("--sort", choices=SORTS, default="newest", help="the order; rank: the best matches first")


def run(options: argparse.Namespace, output: Output) -> int:
    return write_headlines(options, output, lambda desk, marked: "", _BATCH)


def write_headlines(
    options: argparse.Namespace, output: Output, snippet_of: Callable[[Desk, MarkedArticle], str], batch: int
) -> int:
    """Writes the matching articles, `batch` at a time; `snippet_of` returns an empty text where there is no snippet."""
    settings = reader_settings()
    with ready_desk(options.library, settings, output) as desk:
        query = " ".join(options.query)
        if options.minutes:
            query = f"({query}) fits:{options.minutes}" if query else f"fits:{options.minutes}"
        rows = desk.articles.listing(query, options.sort, options.limit or -1).rows
        is_first = True
        if options.json:
            group_few(desk, output)
        for articles in _batches(desk, rows, batch):
            matches = [(marked, snippet_of(desk, marked)) for marked in articles]
            if options.json:
                company = desk.stories.company_of([marked.article.id for marked in articles])
                for marked, snippet in matches:
                    fields = {**article_fields(marked), **story_fields(company.get(marked.article.id))}
                    output.json({**fields, **({"snippet": snippet} if snippet else {})})
            elif output.is_for_person:
                _draw(matches, output, has_head=is_first)
            else:
                for marked, snippet in matches:
                    output.line("\t".join([*article_columns(marked), *([one_line(snippet)] if snippet else [])]))
            is_first = False
    if not rows:
        output.note("no article matches" if options.query else "there are no articles yet")
    return 0


def _batches(desk: Desk, rows: Sequence[int], batch: int) -> Iterator[list[MarkedArticle]]:
    first, size = 0, min(_FIRST_BATCH, batch)
    while first < len(rows):
        yield desk.articles.listed(rows[first : first + size])
        first, size = first + size, batch


def _draw(matches: Sequence[tuple[MarkedArticle, str]], output: Output, *, has_head: bool) -> None:
    from datetime import datetime

    from newstui.cli.tables import headline_table

    output.draw(headline_table(matches, datetime.now().astimezone(), output.console.width, has_head=has_head))
