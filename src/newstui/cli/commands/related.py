"""`newstui related`: other articles on the same matter, the nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.arguments import add_limit
from newstui.cli.context import group_few, ready_desk
from newstui.cli.records import article_columns, story_fields
from newstui.formats.writers.record import article_fields
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output

_MOST = 10


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", metavar="ID", help="an article's id, the start of it, or its path in the library")
    command.add_argument("--json", action="store_true", help="JSON Lines, one article a line, with its score")
    add_limit(command, "articles", _MOST)


def run(options: argparse.Namespace, output: Output) -> int:
    with ready_desk(options.library, reader_settings(), output) as desk:
        group_few(desk, output)
        article = desk.articles.find(options.id).article.id
        matches = desk.stories.related(desk.articles.read(article), options.limit)
        scores = {match.row: match.score for match in matches}
        listed = [(row, marked) for row in scores for marked in desk.articles.listed([row])]
        company = desk.stories.company_of([marked.article.id for _, marked in listed])
    for row, marked in listed:
        if options.json:
            fields = {**article_fields(marked), **story_fields(company.get(marked.article.id))}
            output.json({**fields, "score": round(scores[row], 3)})
        else:
            output.line("\t".join(article_columns(marked)))
    if not listed:
        output.note("no other article is on the same matter")
    return 0
