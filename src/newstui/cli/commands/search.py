"""`newstui search`: `list`, the best matches first, each with the words around the match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.commands import list as listing
from newstui.domain.errors import StorageError, UsageError

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.services.desk import Desk

_AT_ONCE = 50
"""Each snippet reads a file: what is found is shown before all of them are."""


def options(command: argparse.ArgumentParser) -> None:
    listing.options(command)
    command.set_defaults(sort="rank")


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.search.snippets import snippet

    words = " ".join(options.query)
    if not words.strip():
        raise UsageError("there is nothing to search for", hint="newstui search river flood; newstui list shows all")

    def snippet_of(desk: Desk, listed: MarkedArticle) -> str:
        try:
            return snippet(desk.articles.read(listed.article.id).body, desk.articles.parsed(words))
        except StorageError:  # its file has just gone
            return ""

    return listing.write_headlines(options, output, snippet_of, _AT_ONCE)
