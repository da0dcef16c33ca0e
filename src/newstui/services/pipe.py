"""Pipes articles to a command of the reader's, which has the terminal meanwhile."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.services.lent_terminal import lent_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newstui.domain.articles.article import Article


def piped(article: Article, command: str) -> int:
    """Gives a command an article as Markdown, and returns its exit status. Raises NewstuiError.

    The variables NEWSTUI_ID, NEWSTUI_TITLE and NEWSTUI_URL name the article.
    """
    facts = {"NEWSTUI_ID": article.id, "NEWSTUI_TITLE": article.title, "NEWSTUI_URL": article.url or ""}
    return piped_together([article], command, facts)


def piped_together(articles: Iterable[Article], command: str, variables: Mapping[str, str] | None = None) -> int:
    """Gives a command articles as one text of Markdown, and returns its exit status. Raises NewstuiError."""
    try:
        process = subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, env={**os.environ, **(variables or {})})
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be started"
        raise NewstuiError(f"{command}: {reason}", hint="check the command") from error
    assert process.stdin is not None
    with lent_terminal():
        with suppress(BrokenPipeError), process.stdin:  # the command need not read it all
            for number, article in enumerate(articles):
                text = f"# {article.title}\n\n{article.body}\n"
                process.stdin.write(("\n---\n\n" * (number > 0) + text).encode("utf-8", "replace"))
        return process.wait()
