"""Tallies: what is counted by feed, source and tag, and the names that are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.feed import Feed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

LOUD = Feed("https://loud.example/feed", title="Loud", is_hidden=True)


def test_sources_and_tags_are_counted(three: Desk) -> None:
    assert three.articles.tallies.by("tag") == [("own", 3)]
    assert three.articles.tallies.by("source") == [("Library", 3)]


def test_sources_of_hidden_feeds_are_not_offered(desk: Callable[[], Desk], write: Callable[..., Path]) -> None:
    write("loud.md", title="Loud news", id="loud", source="Loud", feed=LOUD.url, tags="[noise]")
    write("own.md", title="Own notes", id="own")
    opened = desk()
    opened.feeds.add([LOUD])
    list(opened.index.reconcile())
    tallies = opened.articles.tallies
    assert (tallies.by("source"), tallies.by("tag")) == ([("Library", 1)], [("noise", 1)])
    assert tallies.names_with("source", "lou", 9) == ["Loud"]


def test_a_mark_counts_at_once(three: Desk) -> None:
    def unread() -> int:
        return sum(each.unread for each in three.articles.tallies.of_sections()[0])

    before = unread()
    three.marks.set("read", ["a"], True)
    assert (before, unread()) == (3, 2)


def test_a_tag_is_known_once_it_is_given(three: Desk) -> None:
    three.marks.set("tag:rivers", ["a"], True)
    assert "rivers" in three.articles.tallies.tags_with("riv")
