"""Headlines and heads in words: no sign that a voice would have to spell."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.cli.linear.words import head_of, headline_in_words, number_of
from newstui.domain.articles.headline import Headline
from newstui.domain.marks.fields import Mark
from newstui.formats.articles.parse import parse_article

NOW = datetime(2024, 5, 2, 12, tzinfo=UTC)


def test_a_headline_says_its_state_in_words() -> None:
    headline = Headline(1, "a", "The ferry", "Courier", NOW, 500)
    assert headline_in_words(3, headline, NOW) == "3. The ferry. unread, Courier, 0 min ago, 2 min"
    read = Headline(1, "a", "", "", NOW, 500, read=True, bookmarked=True, position=0.5)
    assert headline_in_words(1, read, NOW) == "1. without a title. bookmarked, 0 min ago, 2 min"
    begun = Headline(1, "a", "The ferry", "", NOW, 500, position=0.5)
    assert "unread, 50% read" in headline_in_words(1, begun, NOW)


def test_the_head_of_an_article_names_what_the_reader_did() -> None:
    text = b"---\ntitle: The ferry\nsource: Courier\nauthor: Ida\ndate: 2024-05-01 10:00\n---\n\nWords."
    lines = list(head_of(parse_article(text, "a.md", NOW), Mark(bookmarked=True, tagged=frozenset({"sea"})), NOW))
    assert lines == ["The ferry", "Courier, by Ida, Wed 1 May 2024, 10:00, 1 min", "bookmarked, tags: sea"]
    assert list(head_of(parse_article(text, "a.md", NOW), Mark(note="ask Maria"), NOW))[-1] == "Your note: ask Maria"
    assert number_of(2000, "article") == "2,000 articles"
