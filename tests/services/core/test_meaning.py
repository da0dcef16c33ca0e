"""`fits:` chooses among what matches the rest of its query, at the reader's pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import UsageError
from newstui.domain.rules import HIDE, Rule
from tests.services.core.three import ids_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk


@pytest.fixture
def shelf(write: Callable[..., Path], desk: Callable[[], Desk]) -> Desk:
    for day, (name, words) in enumerate({"short": 400, "middle": 900, "long": 2400}.items(), 1):
        write(f"{name}.md", "word " * words, id=name, title=name, date=f"2024-01-0{day}", source="S")
    opened = desk()
    list(opened.index.reconcile())
    return opened


def test_what_fits_is_worth_most_and_not_hidden(shelf: Desk) -> None:
    assert set(ids_of(shelf, "fits:6")) == {"short", "middle"}
    assert ids_of(shelf, "fits:6 title:short") == ["short"]
    shelf.marks.set("position", ["long"], 0.8)
    shelf.marks.set("read", ["long", "short"], True)
    assert set(ids_of(shelf, "fits:6")) == {"middle", "long"}
    shelf.rules.put(Rule("x", "title:middle", HIDE))
    assert ids_of(shelf, "fits:6") == ["long"]
    for query in ("fits:0", "fits:x", "-fits:5", "sea OR fits:5", "(a fits:5) OR b"):
        with pytest.raises(UsageError, match="fits:"):
            shelf.articles.parsed(query)


def test_minutes_are_those_of_the_reader(shelf: Desk, desk: Callable[[], Desk]) -> None:
    assert ids_of(shelf, "minutes:>=10") == ["long"]
    for _ in range(5):
        shelf.pace.learn(400.0)
    fast = desk()
    assert fast.articles.listed(fast.articles.listing("title:long").rows)[0].article.minutes == 6
    assert fast.articles.read("long").minutes == 6
    assert ids_of(fast, "minutes:>=10") == []
    assert ids_of(fast, "minutes:6") == ["long"]
