"""Whatever looks at an article's text takes time that grows as the text does, whatever the text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newstui.domain.articles.article import Article
from newstui.domain.summaries.prose import body_sentences
from newstui.domain.text.clean import clean, count_words, one_line
from newstui.domain.text.diff import differences
from newstui.domain.text.sentences import split_sentences
from newstui.render.markdown import definitions_of
from newstui.render.wrap import wrap
from newstui.services.summaries import own_summariser
from tests.hostile import PIECES, growth

if TYPE_CHECKING:
    from collections.abc import Callable

_QUADRATIC = 11
"""4 is linear, 16 is quadratic."""


def _summed_up(text: str) -> object:
    article = Article(
        id="1", title="T", source="S", published=datetime(2024, 5, 1, tzinfo=UTC), body=text, words=9_999, lang="en"
    )
    return own_summariser()(article, 3)


LOOK: dict[str, tuple[int, Callable[[str], object]]] = {
    "sentences of Markdown": (20_000, body_sentences),
    "sentences": (20_000, split_sentences),
    "summary": (50_000, _summed_up),
    "clean": (100_000, lambda text: (clean(text), one_line(text), count_words(text))),
    "wrap": (20_000, lambda text: wrap(text, 40)),
    "differences": (20_000, lambda text: list(differences(text, f"b {text}"))),
    "definitions of links": (50_000, definitions_of),
}


@pytest.mark.parametrize("look", LOOK)
@pytest.mark.parametrize("shape", PIECES)
def test_four_times_the_text_takes_four_times_as_long(shape: str, look: str) -> None:
    size, work = LOOK[look]
    assert growth(work, shape, size) < _QUADRATIC
