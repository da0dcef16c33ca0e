"""The sheet of highlights: what was highlighted and noted, with source and link, as Markdown that says nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from newstui.domain.articles.article import Article
from newstui.domain.highlights.highlight import Highlight
from newstui.domain.marks.fields import UNMARKED
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.formats.writers.highlight_sheet import sheet_part, sheet_start

DAY = datetime(2024, 6, 6, 9, tzinfo=UTC)


def test_each_highlight_stands_with_its_note_source_and_link() -> None:
    article = Article(
        id="a1",
        title="The *sea* [wide]",
        source="Harbour Post",
        published=DAY,
        body="Text.",
        words=1,
        url="https://e.org/sea",
        author="Ines Okafor",
    )
    mark = replace(
        UNMARKED,
        note="Read again.",
        highlights=(Highlight("1", "It is\nwide.", note="So it is."), Highlight("2", "Salt.")),
    )
    assert sheet_start("Highlights: tag:sea") == "# Highlights: tag:sea\n"
    assert sheet_part(MarkedArticle(article, mark, DAY)) == (
        "\n## [The \\*sea\\* \\[wide\\]](<https://e.org/sea>)\n\nInes Okafor · Harbour Post · 2024-06-06\n\n"
        "Read again.\n\n> It is\n> wide.\n\nSo it is.\n\n> Salt.\n"
    )
    bare = sheet_part(MarkedArticle(replace(article, url=None, author=None), UNMARKED, DAY))
    assert bare.startswith("\n## The \\*sea\\*")
