"""The news in a story is what its unread articles say and none that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.services.stories.news import news_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

OLD = "A fire destroyed the warehouse of Nordfreight in Ostby on Monday."
NEW = f"{OLD} Investigators arrested a former employee on Wednesday evening."


def test_what_is_new_comes_from_unread_articles_and_a_file_that_is_gone_has_none(
    write: Callable[..., Path], desk: Callable[[], Desk]
) -> None:
    for name, body in {"old": OLD, "new": NEW, "gone": f"{NEW} Insurers expect damages of 40 million crowns."}.items():
        path = write(f"{name}.md", body, id=name, title="Fire", source=name, date="2024-05-06", lang="en")
    reader = desk()
    list(reader.index.reconcile())
    path.unlink()
    list(reader.stories.group())
    row = reader.articles.row_of("old")
    assert row is not None
    assert reader.stories.news(reader.articles, row) is None
    reader.marks.set("read", ["old"], True)
    reader.flush()
    rows = [row, *(found for name in ("new", "gone") if (found := reader.articles.row_of(name)))]

    news = news_of(reader.articles, rows)
    assert news is not None
    assert [(each.sentence, each.article.id) for each in news] == [
        ("Investigators arrested a former employee on Wednesday evening.", "new")
    ]
