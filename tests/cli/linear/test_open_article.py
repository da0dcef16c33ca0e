"""An article by pages: every line comes once, and links stand at its end."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.cli.linear.open_article import OpenArticle
from newstui.formats.articles.parse import parse_article

TEXT = "\n\n".join(f"Line {number}." for number in range(30)) + "\n\n[A plan](https://example.org/plan)."


def opened(text: str = TEXT) -> OpenArticle:
    return OpenArticle(parse_article(text.encode(), "a.md", datetime(2024, 5, 1, tzinfo=UTC)), 40)


def test_pages_give_every_line_once_and_the_links_last() -> None:
    article, pages = opened(), list[list[str]]()
    while not article.is_at_end and len(pages) < 100:
        pages.append(article.next_page(6))
    lines = [line for page in pages for line in page if line]
    whole = [line for line in opened().next_page(None) if line]
    assert lines == whole
    assert lines[-1] == "[1] https://example.org/plan"
    assert max(map(len, pages)) <= 6
    assert article.progress == 1.0


def test_the_place_is_that_of_the_page_that_was_shown_last() -> None:
    article = opened()
    article.next_page(6)
    assert article.position == 0.0
    second = article.next_page(6)
    place = article.position
    assert 0 < place < article.progress < 1
    article.repeat()
    assert article.next_page(6) == second
    again = opened()
    again.go_to(place)
    assert again.next_page(6) == second


def test_an_article_without_a_text_is_at_its_end() -> None:
    article = opened("---\ntitle: Nothing\n---\n")
    assert article.next_page(5) == []
    assert article.is_at_end
