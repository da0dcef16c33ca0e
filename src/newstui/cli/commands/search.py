"""`newstui search`: lists the best matches first, each with the words around the match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.commands import list as listing
from newstui.domain.errors import StorageError, UsageError

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.services.desk import Desk

_BATCH = 50
"""Small, because each snippet reads a file: the first matches are shown before all are read."""


def options(command: argparse.ArgumentParser) -> None:
    listing.options(command)
    command.set_defaults(sort="rank")


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.search.snippets import snippet

    words = " ".join(options.query)
    if not words.strip():
        raise UsageError("there is nothing to search for", hint="newstui search river flood; newstui list shows all")

    def snippet_of(desk: Desk, marked: MarkedArticle) -> str:
        try:
            return snippet(desk.articles.read(marked.article.id).body, desk.articles.parsed(words))
        except StorageError:  # its file has just been removed
            return ""

    return listing.write_headlines(options, output, snippet_of, _BATCH)
