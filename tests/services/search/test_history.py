"""What was searched for comes back, the latest first and each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.services.search.history import SearchHistory

if TYPE_CHECKING:
    from pathlib import Path


def test_the_latest_search_is_the_first_and_none_stands_twice(tmp_path: Path) -> None:
    history = SearchHistory(tmp_path / "searches.json")
    for query in ("ferry", "low  river ", "ferry", " "):
        history.add(query)
    assert history.queries == ["ferry", "low river"]
    history.save()
    assert SearchHistory(tmp_path / "searches.json").queries == ["ferry", "low river"]


def test_searches_of_two_windows_both_stay(tmp_path: Path) -> None:
    one, other = (SearchHistory(tmp_path / "searches.json") for _ in range(2))
    assert (one.queries, other.queries) == ([], [])
    one.add("ferry")
    one.save()
    other.add("canal")
    other.save()
    assert SearchHistory(tmp_path / "searches.json").queries == ["canal", "ferry"]
