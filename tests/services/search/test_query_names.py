"""Names complete a query, and sections are offered by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.feed import Feed, SavedSearch
from newstui.services.search.query_names import QueryNames

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk


@pytest.fixture
def names(desk: Callable[[], Desk], write: Callable[..., Path]) -> QueryNames:
    write("a.md", "Words.", title="A", source="Sea News", tags=["sea", "ships"])
    write("b.md", "Words.", title="B", source="Overseas", tags=["deep sea"])
    opened = desk()
    list(opened.index.reconcile())
    opened.feeds.add([Feed("https://sea.example/feed", title="Séa Letters", folder="Coast/Sea")])
    opened.searches.add([SavedSearch("Seals", "seal*")])
    return QueryNames(opened.articles, opened.feeds.query_names, opened.searches)


def test_names_of_each_field_are_found_by_a_part(names: QueryNames) -> None:
    assert names.of("source", "sea") == ["Sea News", "Overseas"]
    assert names.of("tag", "SEA") == ["sea", "deep sea"]
    assert names.of("feed", "sea") == ["Séa Letters"]
    assert names.of("folder", "coast") == ["Coast/Sea"]
    assert [*names.of("book", "x"), *names.of("author", "sea")] == []


def test_sections_of_a_name_are_offered_and_none_for_a_query(names: QueryNames) -> None:
    assert [section.label for section in names.sections("sea")] == [
        "Seals", "source Sea News", "source Overseas", "tag sea", "tag deep sea",
    ]  # fmt: skip
    assert [section.query for section in names.sections("unread")] == ["is:unread"]
    assert names.sections("s") == names.sections("tag:sea") == names.sections('"sea"') == []
