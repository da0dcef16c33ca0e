"""An article in the reader: text that is set in stretches, a place that survives another width, and its summary."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.domain.articles.article import Article
from newstui.domain.summaries.summary import Summary
from newstui.render.line import Neighbours
from newstui.render.prepared_article import PreparedArticle
from tests.render.keys import keys

NOW = datetime(2024, 6, 6, 12, tzinfo=UTC)
SENTENCE = "Sentence number {} names [a place](http://a.b/{})."
LONG = "\n\n".join(SENTENCE.format(number, number) for number in range(1_500))
"""More than one stretch of text."""
NOBODY = Neighbours(None, None)


def summarise(article: Article, sentences: int, /, *, own: bool = False) -> Summary:
    """Returns the publisher's summary, or, with `own`, the first sentences of the text."""
    if not own:
        return Summary(("The publisher's words.",), (), "publisher")
    first = tuple(f"Sentence number {number} names a place." for number in range(sentences))
    return Summary(first, tuple(range(sentences)), "newstui")


def prepared_article(body: str = LONG, sentences: int = 3) -> PreparedArticle:
    article = Article(id="id", title="Title", source="Wire", published=NOW, body=body, words=len(body.split()))
    return PreparedArticle(article, summarise, sentences)


def set_to_its_end(prepared: PreparedArticle, column: int) -> PreparedArticle:
    prepared.set(column)
    while not prepared.layout.is_whole:
        prepared.layout.extend()
    return prepared


def test_a_link_may_be_defined_again_in_another_stretch() -> None:
    notes = "See [1].\n\n[1]: http://a.b/1\n\n"
    prepared = set_to_its_end(prepared_article(notes + LONG + "\n\n" + notes), 60)
    assert not any("bug" in line.text for line in prepared.layout)
    assert sum("[1]" in line.text for line in prepared.layout) == 2


def test_setting_for_the_same_column_again_keeps_the_lines() -> None:
    prepared = set_to_its_end(prepared_article(), 60)
    layout = prepared.layout
    prepared.set(60)
    assert prepared.layout is layout
    prepared.set(30)
    assert prepared.layout is not layout


def test_the_same_position_shows_the_same_sentence_at_another_width() -> None:
    wide, narrow = set_to_its_end(prepared_article(), 70).layout, set_to_its_end(prepared_article(), 60).layout
    line = next(at for at, line in enumerate(wide) if "number 700 " in line.text)
    assert "number 700 " in narrow[narrow.line_at(wide.position(line))].text


def test_the_page_is_head_body_and_end() -> None:
    prepared = set_to_its_end(prepared_article(), 60)
    page = prepared.page("text", NOW, NOBODY, keys=keys)
    assert [*page] == [*page.head, *prepared.layout, *page.end]
    assert any("http://a.b/1499" in line.text for line in page.end)


def test_the_page_of_a_summary_tells_where_each_sentence_starts() -> None:
    prepared = prepared_article()
    prepared.set(60)
    prepared.resummarise(2)
    page = prepared.page("summary", NOW, NOBODY, selected=1, keys=keys)
    assert [page[start].text[:2] for start in page.starts] == ["• ", "▶ "]
    assert not any("http://" in line.text for line in page)


def test_another_length_is_a_summary_of_newstui_s_own_and_the_first_one_is_kept() -> None:
    prepared = prepared_article()
    assert prepared.summary.source == "publisher"
    prepared.resummarise(5)
    assert prepared.summary.source == "newstui"
    assert len(prepared.summary.sentences) == prepared.sentences_asked == 5
    assert prepared.first.source == "publisher"


def test_the_sentences_of_the_text_are_marked_although_the_publisher_wrote_the_summary() -> None:
    prepared = set_to_its_end(prepared_article(), 60)
    page = prepared.page("skim", NOW, NOBODY, keys=keys)
    assert len(prepared.chosen.sentences) == 3
    for number, match in enumerate(prepared.sentences()):
        assert f"number {number} " in page.body[match[0].line].text


def test_the_places_of_the_sentences_are_looked_for_once_for_each_summary_and_width() -> None:
    prepared = set_to_its_end(prepared_article(), 60)
    places = prepared.sentences()
    assert prepared.sentences() is places
    prepared.resummarise(2)
    assert len(shorter := prepared.sentences()) == 2
    set_to_its_end(prepared, 30)
    assert prepared.sentences() is not shorter
