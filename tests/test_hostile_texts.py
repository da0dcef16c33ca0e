"""Whatever looks at an article's text takes time that grows as the text does, whatever the text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newstui.domain.articles.article import Article
from newstui.domain.highlights.highlight import Highlight
from newstui.domain.summaries.prose import body_sentences
from newstui.domain.text.clean import clean, count_words, one_line
from newstui.domain.text.diff import differences
from newstui.domain.text.sentences import split_sentences
from newstui.formats.articles.parse import parse_article
from newstui.render.find import Search, sentence_matches
from newstui.render.layout import Layout
from newstui.render.line import Line, Span
from newstui.render.link_words import link_words
from newstui.render.markdown import definitions_of
from newstui.render.page import Page
from newstui.render.passages import Passages
from newstui.render.stretches import COST, stretches
from newstui.render.typeset_safely import typeset_safely
from newstui.render.wrap import wrap
from newstui.services.summaries import own_summariser
from tests.hostile import PIECES, QUADRATIC, growth, hostile_text

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY = datetime(2024, 5, 1, tzinfo=UTC)


def _summed_up(text: str) -> object:
    article = Article(id="1", title="T", source="S", published=_DAY, body=text, words=9_999, lang="en")
    return own_summariser()(article, 3)


def _set(text: str) -> object:
    layout = Layout(text, 60)
    while not layout.is_whole:
        layout.extend()
    assert not any("met a bug" in line.text for line in layout[:3])
    search = Search(Page([], layout, []), "a b")
    while search.advance():
        pass
    return sentence_matches(layout, [text[:500], "nowhere"]), link_words(layout)


def _read(text: str) -> object:
    return parse_article(text.encode(), "a.md", _DAY), parse_article(text.encode(), "a.txt", _DAY)


def _chosen_from(text: str) -> object:
    passages = Passages([Line((Span(line),)) for line in wrap(text, 60)])
    quote = " ".join(text[:300].split())
    found = passages.place_of(Highlight("h", quote)), passages.place_of(Highlight("h", f"{quote} nowhere", "b", "a"))
    return passages.sentences(None), passages.lines(), found


LOOK: dict[str, tuple[int, Callable[[str], object]]] = {
    "sentences of Markdown": (20_000, body_sentences),
    "sentences": (20_000, split_sentences),
    "summary": (50_000, _summed_up),
    "clean": (100_000, lambda text: (clean(text), one_line(text), count_words(text))),
    "wrap": (20_000, lambda text: wrap(text, 40)),
    "differences": (20_000, lambda text: list(differences(text, f"b {text}"))),
    "typesetting": (4_000, _set),
    "reading": (15_000, _read),
    "passages and highlights": (10_000, _chosen_from),
    "definitions of links": (50_000, definitions_of),
}


@pytest.mark.parametrize("look", LOOK)
@pytest.mark.parametrize("shape", PIECES)
def test_four_times_the_text_takes_four_times_as_long(shape: str, look: str) -> None:
    size, work = LOOK[look]
    assert growth(work, shape, size) < QUADRATIC


@pytest.mark.parametrize("shape", PIECES)
def test_no_stretch_of_any_text_is_much_more_than_another(shape: str) -> None:
    """A stretch is what a key waits for: its tokens and lines are what it costs."""
    text = hostile_text(shape, 200_000)
    for stretch in list(stretches(text))[:6]:
        assert stretch.end - stretch.start <= 4 * COST + 256
        setting = typeset_safely(stretch.of(text), 60)
        assert len(setting.lines) <= 3_000
