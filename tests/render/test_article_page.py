"""An article as a page: its head, its summary and its end, no line wider than it may be."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.articles.article import Article
from newstui.domain.enclosure import Enclosure
from newstui.domain.marks.fields import Mark
from newstui.domain.summaries.summary import Summary
from newstui.render.article_page import all_links, head_lines, summary_lines
from newstui.render.line import Neighbours
from newstui.render.page import PageEnd
from tests.render.keys import keys
from tests.render.texts import DATES, NOW, TEXTS, WIDTHS, fit


@st.composite
def articles(draw: st.DrawFn) -> Article:
    optional = st.none() | TEXTS.filter(bool)
    return Article(
        id="id", title=draw(TEXTS), source=draw(TEXTS), published=draw(DATES), body="Body.",
        words=draw(st.integers(0, 10**6)), author=draw(optional),
        tags=tuple(draw(st.lists(TEXTS.filter(bool), max_size=4))),
        notes=tuple(draw(st.lists(TEXTS.filter(bool), max_size=2))),
    )  # fmt: skip


@st.composite
def summaries(draw: st.DrawFn) -> Summary:
    sentences = tuple(draw(st.lists(TEXTS.filter(bool), max_size=4)))
    source = draw(st.sampled_from(["publisher", "newstui", "lead", "text", "a model"]))
    positions = tuple(range(len(sentences))) if draw(st.booleans()) else ()
    return Summary(sentences, positions, source, draw(st.integers(0, 500)))


@settings(max_examples=40)
@given(articles(), summaries(), WIDTHS, st.booleans())
def test_no_line_of_a_head_is_too_wide(article: Article, summary: Summary, width: int, is_bookmarked: bool) -> None:
    assert fit(head_lines(article, width, NOW, mark=Mark(bookmarked=is_bookmarked), summary=summary), max(width, 12))


@settings(max_examples=40)
@given(articles(), summaries(), WIDTHS)
def test_no_line_of_a_summary_is_too_wide(article: Article, summary: Summary, width: int) -> None:
    lines, starts = summary_lines(article, summary, width, 0)
    assert fit(lines, max(width, 4))
    assert len(starts) == len(summary.sentences)
    assert all(lines[start].text[:2] in ("• ", "▶ ") for start in starts)


@settings(max_examples=40)
@given(st.none() | TEXTS, st.none() | TEXTS, st.lists(TEXTS.filter(bool), max_size=12), WIDTHS)
def test_no_line_of_an_end_is_too_wide(previous: str | None, after: str | None, links: list[str], width: int) -> None:
    lines = [*PageEnd(Neighbours(previous, after), links, width, keys=keys)]
    assert fit(lines, max(width, 8))
    assert all(line.at == -1 for line in lines)


def test_a_head_offers_the_summary() -> None:
    article = Article(
        id="id",
        title="Title",
        source="Wire",
        published=NOW,
        body="Body.",
        words=900,
        author="A. Author",
        tags=("sea",),
        notes=("odd",),
    )
    summary = Summary(("One two three.",), (0,), minutes_saved=4)
    text = "\n".join(
        line.text for line in head_lines(article, 70, NOW, mark=Mark(bookmarked=True), summary=summary, keys=keys)
    )
    assert "Wire · A. Author · Thu 6 Jun 2024, 12:00 · 4 min, 900 words" in text
    assert "#sea" in text
    assert "⚠ odd" in text
    assert "★ bookmarked" in text
    assert "summary: 1 sentence · saves 4 min" in text
    short = head_lines(article, 70, NOW, summary=Summary(("One.",), (0,), "text"), keys=keys)
    assert not any("No time to read?" in line.text for line in short)
    brief = head_lines(article, 70, NOW, summary=Summary(("One.", "Two."), (0, 1)), keys=keys)
    assert any("summary: 2 sentences " in line.text for line in brief)


def test_an_end_names_the_neighbours_and_the_links() -> None:
    text = [line.text for line in PageEnd(Neighbours("Before", None), ["https://a.example/"], 50, keys=keys)]
    assert "[1] https://a.example/" in text
    assert "▲ K  Before" in text
    assert "▼ J  the last of this list" in text


def test_no_line_of_a_byline_ends_with_the_dot_between_its_parts() -> None:
    article = Article(
        id="id", title="T", source="Field Notes", published=NOW, body="Body.", words=600, author="A. Author"
    )
    for width in range(12, 76):
        lines = head_lines(article, width, NOW, summary=None)
        assert not any(line.text.endswith("·") for line in lines)
    assert any("Field Notes · A. Author" in line.text for line in lines)


def test_a_byline_names_a_date_in_the_future_beside_the_one_that_counts() -> None:
    article = Article(
        id="id", title="T", source="Wire", published=NOW, body="B", words=0, stated=NOW.replace(year=2124)
    )
    assert head_lines(article, 80, NOW)[2].text == "Wire · first seen Thu 6 Jun 2024, 12:00 (dated 6 Jun 2124)"


def test_what_came_with_an_article_is_named_and_among_its_links() -> None:
    audio = Enclosure("https://e.org/1.mp3", "audio/mpeg", 34_000_000, 2460)
    article = Article(
        id="id", title="Fog", source="Pier Talk", published=NOW, body="", words=0,
        enclosures=(audio, Enclosure("https://e.org/1.jpg", "image/jpeg")),
    )  # fmt: skip
    assert [line.text for line in head_lines(article, 60, NOW)][3] == "with: Audio, 34 MB, 41 min"
    links = all_links(article, ["https://e.org/a", "https://e.org/1.jpg"])
    assert links == ["https://e.org/a", "https://e.org/1.jpg", "https://e.org/1.mp3"]
    lines = [line.text for line in PageEnd(Neighbours(None, None), links, 60, enclosures=article.enclosures, keys=keys)]
    assert lines[1:6] == [
        "[1] https://e.org/a",
        "[2] https://e.org/1.jpg",
        "    Picture",
        "[3] https://e.org/1.mp3",
        "    Audio, 34 MB, 41 min",
    ]


def test_an_article_without_text_says_so_and_offers_its_page() -> None:
    article = Article(id="id", title="שלום", source="Wire", published=NOW, body=" \n", words=0, url="https://a.b/c")
    lines = head_lines(article, 40, NOW, summary=Summary((), (), "text"))
    assert "This article came without a text." in [line.text for line in lines]
    assert [span.text for line in lines for span in line.spans if span.link == "https://a.b/c"] == [
        "Its page: https://a.b/c"
    ]
    assert lines[0].text == f"{'':36}שלום"
    assert summary_lines(article, Summary((), (), "text"), 40)[0][0].text == "There is no text to sum up."
