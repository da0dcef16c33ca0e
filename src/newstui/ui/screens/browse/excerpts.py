"""Excerpts: the sentence or two under each headline, made behind the screen for what is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from newstui.domain.errors import NewstuiError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.ui.screens.browse.browser import Browser


def make_excerpts(browser: Browser, articles: Sequence[str]) -> None:
    """Makes and shows excerpts, in a worker of its own; where that is cancelled, those that are made so far."""
    worker, desk = get_current_worker(), browser.desk
    excerpts: dict[str, str] = {}
    for article in articles:
        if worker.is_cancelled:
            break
        try:
            excerpts[article] = " ".join(desk.summaries.of(desk.articles.read(article), 1).sentences)
        except NewstuiError as error:
            excerpts[article] = str(error)
    browser.app.call_from_thread(browser.headlines.add_excerpts, excerpts)
