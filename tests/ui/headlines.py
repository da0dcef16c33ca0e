"""Headlines for tests that need no catalogue."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.domain.articles.headline import Headline


def headline(row: int, **marks: bool) -> Headline:
    """Returns the headline of an article in this row."""
    published = datetime(2024, 5, 1, tzinfo=UTC)
    return Headline(row, f"id-{row}", f"Title {row}", "Harbour Post", published, 300, **marks)
