"""Summaries of articles, made here or asked of the language model that the settings name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newstui.domain.articles.article import Article
    from newstui.domain.settings import ModelSettings
    from newstui.domain.summaries.summary import Summary


class Summaries:
    """Summaries; those of a language model are cached in a folder."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def of(self, article: Article, sentences: int, *, own: bool = False) -> Summary:
        """Returns the publisher's summary where there is one, otherwise, or with `own`, newstui's. Never fails."""
        from newstui.services.summaries import chosen_summary, own_summariser

        return chosen_summary(article, sentences) if own else own_summariser()(article, sentences)

    def by_model(
        self, article: Article, sentences: int, settings: ModelSettings, is_cancelled: Callable[[], bool]
    ) -> Iterator[str | Summary]:
        """Yields the words of the language model as they come, then the summary; see services.summaries.language_model.

        Raises NewstuiError.
        """
        from newstui.services.summaries.language_model import Model, summarise
        from newstui.store.summary_cache import SummaryCache

        key = os.environ.get(settings.key_env) if settings.key_env else None
        model = Model(settings.model, settings.url, key)
        return summarise(article, sentences, model, SummaryCache(self._cache), is_cancelled)
