"""Tables for a person at a terminal: no text in them is ever taken for markup."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from rich.console import Console

from newstui.cli.records import short_id
from newstui.cli.tables import headline_table, rich_text
from newstui.domain.articles.article import Article
from newstui.domain.marks.fields import Mark
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.render.line import Line, Span

NOW = datetime(2024, 5, 1, 12, tzinfo=UTC)


def drawn(*rows: tuple[MarkedArticle, str]) -> list[str]:
    console = Console(file=io.StringIO(), width=100)
    console.print(headline_table(rows, NOW, 100, has_head=True))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def test_a_headline_shows_its_state_and_its_text_as_it_is() -> None:
    article = Article(
        id="0123456789abcdef", title="[bold]Ferry[/bold]", source="[red]Post", published=NOW, body="", words=600
    )
    head, line, snippet = drawn((MarkedArticle(article, Mark(bookmarked=True), NOW), "the [i]tide"))
    assert head.split() == ["id", "published", "min", "source", "title"]
    assert line.startswith("●★  01234567  ")
    assert "[red]Post" in line
    assert line.rstrip().endswith("[bold]Ferry[/bold]")
    assert snippet.strip() == "the [i]tide"


@pytest.mark.parametrize(
    ("article", "short"), [("0123456789abcdef", "01234567"), ("my-own-id-of-16c", "my-own-id-of-16c"), ("aa1", "aa1")]
)
def test_only_a_generated_id_is_shortened(article: str, short: str) -> None:
    assert short_id(article) == short


def test_a_line_keeps_its_text_and_gets_the_styles_of_its_roles() -> None:
    text = rich_text(Line((Span("Title", "title"), Span(" [b]plain", ""))))
    assert text.plain == "Title [b]plain"
    assert [(span.start, span.end, str(span.style)) for span in text.spans if span.style] == [(0, 5, "bold")]


def test_a_date_in_the_future_is_named_below_its_title() -> None:
    article = Article(
        id="a", title="Ferry", source="Post", published=NOW, body="", words=600, stated=NOW.replace(year=2124)
    )
    _, _, below = drawn((MarkedArticle(article, Mark(), NOW), ""))
    assert below.strip() == "dated 1 May 2124, counts as first seen"
