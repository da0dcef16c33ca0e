"""The citation of an article: the parts that are known, in one line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from newstui.domain.articles.article import Article
from newstui.domain.articles.citation import citation

ARTICLE = Article(
    id="1",
    title="The ferry",
    source="Harbour Post",
    published=datetime(2024, 6, 6, 9, tzinfo=UTC),
    body="Words.",
    words=1,
    author="Ines Okafor",
    url="https://harbour.example/ferry",
)


def test_a_citation_names_author_title_source_day_and_address() -> None:
    assert citation(ARTICLE) == "Ines Okafor, “The ferry”, Harbour Post, 2024-06-06, https://harbour.example/ferry"


def test_unknown_parts_are_left_out() -> None:
    assert citation(replace(ARTICLE, author=None, url=None, source="")) == "“The ferry”, 2024-06-06"
