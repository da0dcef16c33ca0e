"""Articles as JSON and as columns for scripts: fields and columns are a promise."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.cli.records import article_columns, summary_fields
from newstui.domain.articles.article import Article
from newstui.domain.marks.fields import Mark
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.domain.summaries.summary import Summary

DAY = datetime(2024, 5, 1, 6, 30, tzinfo=UTC)
FERRY = Article(
    id="f1", title="The last\tferry", source="", published=DAY, body="", words=400, path="caf\udce9.md", tags=("sea",)
)


def test_no_column_is_empty_or_contains_a_tab() -> None:
    columns = article_columns(MarkedArticle(FERRY, Mark(), DAY))
    assert columns == ["f1", "2024-05-01T06:30:00+00:00", "2", "unread", "-", "-", "The last ferry"]


def test_a_summary_says_where_its_sentences_are_from() -> None:
    assert summary_fields(Summary(("One.",), (3,), "newstui", 2)) == {
        "sentences": ["One."], "positions": [3], "source": "newstui", "minutes_saved": 2, "shape": "sentences",
    }  # fmt: skip
