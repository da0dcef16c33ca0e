"""Summaries of articles: the publisher's, the whole of a short text, or newstui's own choice of sentences."""

from newstui.services.summaries.extractive import (
    Sentence,
    article_sentences,
    chosen_summary,
    own_summariser,
    own_weights,
)

__all__ = ["Sentence", "article_sentences", "chosen_summary", "own_summariser", "own_weights"]
