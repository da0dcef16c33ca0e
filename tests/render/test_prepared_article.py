"""An article in the reader: text that is set in stretches, a place that survives another width, and its summary."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.domain.articles.article import Article
from newstui.domain.summaries.summary import Summary
from newstui.render.line import Neighbours
from newstui.render.prepared_article import PreparedArticle

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
    while not prepared.is_whole:
        prepared.set_more()
    return prepared


def test_only_the_first_stretch_of_a_long_text_is_set_at_once() -> None:
    prepared = prepared_article()
    prepared.set(60)
    assert not prepared.is_whole
    first = len(prepared.body)
    assert first
    more = prepared.set_more()
    assert prepared.body[first:] == more != []


def test_a_text_of_one_stretch_is_whole_at_once() -> None:
    prepared = prepared_article("One paragraph.")
    prepared.set(60)
    assert prepared.is_whole
    assert prepared.set_more() == []


def test_the_links_of_all_stretches_have_numbers_that_count_on() -> None:
    links = set_to_its_end(prepared_article(), 60).links
    assert links == [f"http://a.b/{number}" for number in range(1_500)]


def test_a_link_may_be_defined_again_in_another_stretch() -> None:
    notes = "See [1].\n\n[1]: http://a.b/1\n\n"
    prepared = set_to_its_end(prepared_article(notes + LONG + "\n\n" + notes), 60)
    assert not any("bug" in line.text for line in prepared.body)
    assert sum("[1]" in line.text for line in prepared.body) == 2


def test_setting_for_the_same_column_again_keeps_the_lines() -> None:
    prepared = set_to_its_end(prepared_article(), 60)
    body = prepared.body
    prepared.set(60)
    assert prepared.body is body
    prepared.set(30)
    assert prepared.body is not body


def test_a_position_leads_back_to_the_line_it_was_taken_from() -> None:
    prepared = set_to_its_end(prepared_article(), 60)
    prepared.page("text", NOW, NOBODY, badges=[])
    lines = [prepared.head + at for at in range(2, len(prepared.body), 101) if prepared.body[at].text]
    assert [prepared.line_at(prepared.position(line)) for line in lines] == lines
    assert prepared.position(0) == 0
    assert prepared.position(prepared.head + len(prepared.body)) == 1
    assert prepared.line_at(0) == 0


def test_the_same_position_shows_the_same_sentence_at_another_width() -> None:
    wide, narrow = set_to_its_end(prepared_article(), 70), set_to_its_end(prepared_article(), 60)
    for prepared in (wide, narrow):
        prepared.page("text", NOW, NOBODY, badges=[])
    line = next(at for at, line in enumerate(wide.body) if "number 700 " in line.text)
    there = narrow.line_at(wide.position(line + wide.head)) - narrow.head
    assert "number 700 " in narrow.body[there].text


def test_the_page_is_head_body_and_end() -> None:
    prepared = set_to_its_end(prepared_article(), 60)
    page = prepared.page("text", NOW, NOBODY, badges=[])
    assert page[prepared.head : len(page) - prepared.end] == prepared.body
    assert any("http://a.b/1499" in line.text for line in page[-prepared.end :])


def test_the_page_of_a_summary_tells_where_each_sentence_starts() -> None:
    prepared = prepared_article()
    prepared.set(60)
    prepared.resummarise(2)
    page = prepared.page("summary", NOW, NOBODY, badges=[], selected=1)
    assert [page[start].text[:2] for start in prepared.starts] == ["• ", "▶ "]
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
    page = prepared.page("skim", NOW, NOBODY, badges=[])
    assert len(prepared.chosen.sentences) == 3
    for number, match in enumerate(prepared.sentences()):
        assert f"number {number} " in page[match[0].line].text
