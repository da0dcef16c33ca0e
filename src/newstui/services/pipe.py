"""Pipes an article to a command of the reader's, which has the terminal meanwhile."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.services.lent_terminal import lent_terminal

if TYPE_CHECKING:
    from newstui.domain.articles.article import Article


def piped(article: Article, command: str) -> int:
    """Gives a command the article as Markdown, and returns its exit status. Raises NewstuiError.

    The variables NEWSTUI_ID, NEWSTUI_TITLE and NEWSTUI_URL name the article.
    """
    facts = {"NEWSTUI_ID": article.id, "NEWSTUI_TITLE": article.title, "NEWSTUI_URL": article.url or ""}
    text = f"# {article.title}\n\n{article.body}\n"
    try:
        process = subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, env={**os.environ, **facts})
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be started"
        raise NewstuiError(f"{command}: {reason}", hint="check the command") from error
    with lent_terminal():
        process.communicate(text.encode("utf-8", "replace"))
    return process.returncode
