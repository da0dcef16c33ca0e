"""A headline in two lines, its excerpt, and the line that begins a day."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.articles.headline import Headline
from newstui.render.headline import BELOW, EXCERPT_HEIGHT, HEIGHT, company_texts, excerpt_lines, headline_lines
from tests.render.texts import DATES, NOW, TEXTS, WIDTHS, fit


@st.composite
def headlines(draw: st.DrawFn) -> Headline:
    return Headline(
        1, "id", draw(TEXTS), draw(TEXTS), draw(DATES), draw(st.integers(0, 10**6)),
        draw(st.booleans()), draw(st.booleans()), draw(st.floats(0, 1)),
    )  # fmt: skip


@settings(max_examples=40)
@given(headlines(), WIDTHS, st.booleans())
def test_no_line_of_a_headline_is_too_wide(headline: Headline, width: int, is_by_day: bool) -> None:
    lines = headline_lines(headline, width, NOW, is_by_day=is_by_day)
    assert len(lines) == HEIGHT
    assert fit(lines, max(width, 8))
    one = headline_lines(headline, width, NOW, is_by_day=is_by_day, is_one_line=True)
    assert len(one) == 1
    assert fit(one, max(width, 8))


@settings(max_examples=40)
@given(TEXTS, WIDTHS)
def test_an_excerpt_has_always_the_same_height(text: str, width: int) -> None:
    lines = excerpt_lines(text, width)
    assert len(lines) == EXCERPT_HEIGHT
    assert fit(lines, max(width, 6))


def test_a_headline_shows_by_glyphs_that_it_is_unread_or_bookmarked() -> None:
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


def test_a_headline_says_that_it_is_dated_by_when_it_was_first_seen() -> None:
    headline = Headline(1, "id", "Title", "Wire", NOW - timedelta(hours=5), 900, is_first_seen=True)
    _, about = headline_lines(headline, 60, NOW, is_by_day=True)
    assert about.text == "   Wire · first seen 5 h ago · 4 min"


def test_a_long_title_goes_on_in_the_second_line_before_what_there_is_room_for() -> None:
    title = "The wind has been numbered from nought to twelve for two hundred years"
    headline = Headline(1, "id", title, "Harbour Post", NOW - timedelta(hours=5), 900)
    texts = [line.text.rstrip() for line in headline_lines(headline, 46, NOW, is_by_day=True)]
    assert texts == [" ● The wind has been numbered from nought to", "   twelve for two hundred years · 5 h ago"]
    wider = headline_lines(headline, 62, NOW, is_by_day=True)[1]
    assert wider.text == "   hundred years · Harbour Post · 5 h ago · 4 min"
    longer = Headline(1, "id", title * 3, "Harbour Post", NOW - timedelta(hours=5), 900)
    assert headline_lines(longer, 46, NOW, is_by_day=True)[1].text.endswith("… · 5 h ago")
    east = Headline(1, "id", "漢字、" * 12, "報", NOW - timedelta(hours=5), 900)
    assert headline_lines(east, 44, NOW, is_by_day=True)[1].text.startswith("   字、漢字、")


def test_an_article_below_its_story_says_whose_report_it_is() -> None:
    title = "The wind has been numbered from nought to twelve for two hundred years"
    headline = Headline(1, "id", title, "Harbour Post", NOW - timedelta(hours=5), 900)
    first, second = headline_lines(headline, 46, NOW, is_by_day=True, company=BELOW)
    assert first.text.startswith(" ● ↳ The wind has been numbered")
    assert second.text == "   Harbour Post · 5 h ago · 4 min"
    shared = headline_lines(headline, 46, NOW, is_by_day=True, company=BELOW, shared_source="Harbour Post")[1]
    assert "twelve" in shared.text


def test_copies_are_counted_where_there_is_no_room_for_their_names() -> None:
    sources = ("Wire", "La Presse du Saint-Laurent", "Courier")
    wire, copy, other = (Headline(row, "id", "T", name, NOW, 900) for row, name in enumerate(sources))
    company = company_texts([copy], [other], is_read=True)
    assert company == ("also in La Presse du Saint-… · +1 source, 2 new", "1 copy · +1 source, 2 new")
    lines = [headline_lines(wire, width, NOW, is_by_day=True, company=company)[1].text for width in (70, 46)]
    assert lines[0].endswith(f" · {company[0]}")
    assert lines[1].endswith(" · 1 copy · +1 source, 2 new")
    assert company_texts([], [other], is_read=False) == ("+1 source",)
    ones = [
        headline_lines(wire, width, NOW, is_by_day=True, company=company, is_one_line=True)[0].text
        for width in (150, 90)
    ]
    assert [text in one for text, one in zip(company, ones, strict=True)] == [True, True]


def test_a_source_that_all_share_is_not_repeated() -> None:
    headline = Headline(1, "id", "Title", "Wire", NOW - timedelta(hours=5), 900)
    assert headline_lines(headline, 60, NOW, is_by_day=True, shared_source="Wire")[1].text == "   5 h ago · 4 min"
    assert "Wire" in headline_lines(headline, 60, NOW, is_by_day=True, shared_source="Post")[1].text


def test_a_headline_of_one_line_has_its_age_behind_it() -> None:
    headline = Headline(1, "id", "Title", "Wire", NOW - timedelta(hours=5), 900, False, True)
    (line,) = headline_lines(headline, 30, NOW, is_by_day=True, is_one_line=True)
    assert line.text == " ● Title            5 h ago ★ "
