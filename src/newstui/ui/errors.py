"""Errors on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError

if TYPE_CHECKING:
    from textual.app import App


def toast(app: App[None], message: str, hint: str) -> None:
    """Shows what is wrong, and what to do; from any thread. What is shown already is not shown twice."""
    text = f"{message}\n{hint}" if hint else message
    if all(shown.message != text for shown in app._notifications):
        app.notify(text, severity="warning", timeout=8, markup=False)


def bug_in_article(error: Exception) -> NewstuiError:
    """Returns what a reader is told of an article that newstui fails at, instead of losing the program."""
    return NewstuiError(
        f"newstui met a bug in this article: {type(error).__name__}: {error}"[:200],
        hint="please report it; all other articles can be read",
    )
