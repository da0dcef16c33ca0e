"""A page, a headline and the bars: what they say, and that no line is wider than it may be."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from newstui.domain.articles.article import Article, Headline
from newstui.domain.summaries.summary import Summary
from newstui.domain.text.clean import one_line
from newstui.render.article_page import end_lines, head_lines, summary_lines
from newstui.render.bars import key_line, masthead, notice_line
from newstui.render.cells import cut, fill
from newstui.render.dates import age, day_title, duration, moment, time_or_age
from newstui.render.headline import EXCERPT_HEIGHT, HEIGHT, day_line, excerpt_lines, headline_lines
from newstui.render.line import Line, Neighbours

NOW = datetime(2024, 6, 6, 12, tzinfo=UTC)
WIDTHS = st.integers(1, 120)
_PIECES = st.sampled_from(["word", "霧の港", "👩‍🚀", "é", "a" * 50, "[b]", "·"])
TEXTS = st.one_of(st.text(max_size=30), st.lists(_PIECES, max_size=8).map(" ".join)).map(one_line)  # fmt: skip
DATES = st.datetimes(timezones=st.just(UTC))


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


@st.composite
def headlines(draw: st.DrawFn) -> Headline:
    return Headline(
        1, "id", draw(TEXTS), draw(TEXTS), draw(DATES), draw(st.integers(0, 10**6)),
        draw(st.booleans()), draw(st.booleans()), draw(st.floats(0, 1)),
    )  # fmt: skip


def _fit(lines: list[Line] | tuple[Line, ...], width: int) -> bool:
    return all(cell_len(line.text) <= width and "\n" not in line.text for line in lines)


@settings(max_examples=40)
@given(articles(), summaries(), WIDTHS, st.booleans())
def test_no_line_of_a_head_is_too_wide(article: Article, summary: Summary, width: int, is_bookmarked: bool) -> None:
    assert _fit(
        head_lines(article, width, NOW, badges=["★ bookmarked"] * is_bookmarked, summary=summary), max(width, 12)
    )


@settings(max_examples=40)
@given(articles(), summaries(), WIDTHS)
def test_no_line_of_a_summary_is_too_wide(article: Article, summary: Summary, width: int) -> None:
    lines, starts = summary_lines(article, summary, width, 0)
    assert _fit(lines, max(width, 4))
    assert len(starts) == len(summary.sentences)
    assert all(lines[start].text[:2] in ("• ", "▶ ") for start in starts)


@settings(max_examples=40)
@given(st.none() | TEXTS, st.none() | TEXTS, st.lists(TEXTS.filter(bool), max_size=12), WIDTHS)
def test_no_line_of_an_end_is_too_wide(previous: str | None, after: str | None, links: list[str], width: int) -> None:
    lines = end_lines(Neighbours(previous, after), links, width)
    assert _fit(lines, max(width, 8))
    assert all(line.at == -1 for line in lines)


@settings(max_examples=40)
@given(headlines(), WIDTHS, st.booleans())
def test_no_line_of_a_headline_is_too_wide(headline: Headline, width: int, is_by_day: bool) -> None:
    lines = headline_lines(headline, width, NOW, is_by_day=is_by_day)
    assert len(lines) == HEIGHT
    assert _fit(lines, max(width, 8))


@settings(max_examples=40)
@given(TEXTS, WIDTHS)
def test_an_excerpt_has_always_the_same_height(text: str, width: int) -> None:
    lines = excerpt_lines(text, width)
    assert len(lines) == EXCERPT_HEIGHT
    assert _fit(lines, max(width, 6))


@settings(max_examples=40)
@given(TEXTS, TEXTS, TEXTS, WIDTHS)
def test_no_masthead_is_too_wide(section: str, counts: str, doing: str, width: int) -> None:
    assert cell_len(masthead(section, counts, doing, width).text) <= width


@settings(max_examples=40)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=8), WIDTHS)
def test_no_line_of_keys_is_too_wide(keys: list[tuple[str, str]], width: int) -> None:
    assert cell_len(key_line(keys, width).text) <= width


@settings(max_examples=40)
@given(TEXTS, st.integers(0, 120))
def test_cut_and_filled_text_has_its_width(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
    assert cell_len(fill(text, width)) == width
    assert cell_len(notice_line(text, width).text) <= width


def test_what_is_cut_off_shows() -> None:
    assert cut("a headline", 6) == "a hea…"
    assert cut("fits", 4) == "fits"
    assert cut("ab", 1) == "…"
    assert cut("ab", 0) == ""


def test_the_last_key_is_shown_before_all_others() -> None:
    keys = [("a", "first"), ("b", "second"), ("?", "Keys")]
    assert key_line(keys, 60).text == " a first  b second  ? Keys "
    assert key_line(keys, 18).text == " a first  ? Keys "
    assert key_line(keys, 8).text == " ? Keys "
    assert key_line([], 8).text == ""


def test_the_masthead_says_what_newstui_does_or_where_help_is() -> None:
    assert masthead("Unread", "3 unread", "", 60).text.startswith(" newstui   Unread · 3 unread")
    assert masthead("Unread", "", "", 60).text.endswith("? help ")
    assert masthead("Unread", "", "reading", 60).text.endswith("reading ")
    assert cell_len(masthead("Unread", "", "reading", 60).text) == 60
    assert masthead("Unread", "3 unread", "", 20).text.startswith(" newstui   Unread")


def test_a_headline_shows_its_state_by_glyphs() -> None:
    headline = Headline(1, "id", "Title", "Wire", NOW - timedelta(hours=5), 900, False, True, 0.371)
    title, about = headline_lines(headline, 60, NOW, is_by_day=True)
    assert title.text.startswith(" ● Title")
    assert "★" in title.text
    assert about.text == "   Wire · 5 h ago · 4 min · 37% read"
    read = Headline(1, "id", "Title", "Wire", NOW - timedelta(days=9), 900, True, False, 0.371)
    title, about = headline_lines(read, 60, NOW, is_by_day=True)
    assert "●" not in title.text
    assert "★" not in title.text
    assert about.text == "   Wire · 12:00 · 4 min"
    assert "28 May" in headline_lines(read, 60, NOW, is_by_day=False)[1].text


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=30), "0 min ago"), (timedelta(minutes=59), "59 min ago"), (timedelta(hours=5), "5 h ago"),
        (timedelta(hours=13), "yesterday"), (timedelta(days=2), "Tue"), (timedelta(days=7), "30 May"),
        (timedelta(days=400), "3 May 2023"), (-timedelta(days=2), "8 Jun"),
    ],
)  # fmt: skip
def test_age_in_the_words_of_a_newspaper(ago: timedelta, said: str) -> None:
    assert age(NOW - ago, NOW) == said


def test_dates_of_the_calendar_s_ends_are_said() -> None:
    ends = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
    east = NOW.astimezone(tz=datetime.strptime("+0900", "%z").tzinfo)
    west = NOW.astimezone(tz=datetime.strptime("-0900", "%z").tzinfo)
    for now in (east, west, NOW):
        for end in ends:
            assert age(end, now)
            assert time_or_age(end, now)
            assert moment(end, now)


def test_days_are_named() -> None:
    today = date(2024, 6, 6)
    assert day_title(today.toordinal(), today) == "TODAY"
    assert day_title(today.toordinal() - 1, today) == "YESTERDAY"
    assert day_title(today.toordinal() - 3, today) == "MONDAY 3 JUNE"
    assert day_title(date(2023, 6, 6).toordinal(), today) == "TUESDAY 6 JUNE 2023"
    assert day_line(today.toordinal(), today, 4).text == " TO…"


def test_durations_are_said_in_hours_and_minutes() -> None:
    assert [duration(minutes) for minutes in (1, 59, 60, 65)] == ["1 min", "59 min", "1 h", "1 h 5 min"]


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
    summary = Summary(("One two three.",), (0,))
    text = "\n".join(line.text for line in head_lines(article, 70, NOW, badges=["★ bookmarked"], summary=summary))
    assert "Wire · A. Author · Thu 6 Jun 2024, 12:00 · 4 min, 900 words" in text
    assert "#sea" in text
    assert "⚠ odd" in text
    assert "★ bookmarked" in text
    assert "summary: 1 sentence, 1 second instead of 4 min" in text
    short = head_lines(article, 70, NOW, summary=Summary(("One.",), (0,), "text"))
    assert not any("No time to read?" in line.text for line in short)
    long = head_lines(article, 70, NOW, summary=Summary(("word " * 600,), (0,)))
    assert any("3 min instead of" in line.text for line in long)


def test_an_end_names_the_neighbours_and_the_links() -> None:
    text = [line.text for line in end_lines(Neighbours("Before", None), ["https://a.example/"], 50)]
    assert "[1] https://a.example/" in text
    assert "← K  Before" in text
    assert "→ J  the last of this list" in text


def test_no_line_of_a_byline_ends_with_the_dot_between_its_parts() -> None:
    article = Article(
        id="id", title="T", source="Field Notes", published=NOW, body="Body.", words=600, author="A. Author"
    )
    for width in range(12, 76):
        lines = head_lines(article, width, NOW, badges=[], summary=None)
        assert not any(line.text.endswith("·") for line in lines)
    assert any("Field Notes · A. Author" in line.text for line in lines)
