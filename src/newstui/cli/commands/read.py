"""`newstui read`: reads in plain lines, by questions and answers.

The browser leads here where a terminal is too simple for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.arguments import add_query
from newstui.cli.context import ready_desk
from newstui.services.settings import reader_settings
from newstui.services.which_library import library_of

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.settings import Settings
    from newstui.services.which_library import Paths


def options(command: argparse.ArgumentParser) -> None:
    add_query(command, "which articles; by default all, the newest first")


def run(options: argparse.Namespace, output: Output) -> int:
    return talk(reader_settings(), output, options.library, query=" ".join(options.query))


def talk(
    settings: Settings,
    output: Output,
    library: str | None,
    *,
    query: str = "",
    article: str | None = None,
    paths: Paths | None = None,
) -> int:
    """Reads until the reader quits.

    article: the one that is read first; empty: the first one. paths: other folders than the user's.
    """
    from newstui.cli.linear.conversation import Conversation
    from newstui.cli.linear.terminal import LineTerminal

    if notice := library_of(library, settings)[1]:
        output.note(notice)
    with ready_desk(library, settings, output, paths=paths) as desk:
        first = article and desk.articles.find(article).article.id
        Conversation(desk, settings, LineTerminal(output), query).run(first)
    return 0
