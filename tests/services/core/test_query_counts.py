"""The numbers of queries: they follow each mark without being counted again, and are always those of asking."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from newstui.domain.feed import Feed
from newstui.services.desk import Desk
from newstui.store.catalogue.numbers import Numbers
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newstui.domain.marks.fields import Value
    from newstui.services.core.query_counts import QueryCounts

ADDRESS = "https://e.org/feed"
QUERIES = (
    "salt", "fer*", "-salt", "salt OR is:bookmarked", 'NOT ("the text" is:read)', "title:ferry is:unread", "tag:sea",
    "tag:se*", "-tag:sea is:unread", "note:mine", "has:note", "has:highlight salt", "is:discarded", "is:started text",
    "source:wire", "folder:News", "feed:harbour -salt", "lang:de", "after:2026-03 before:2026-08",
    "", "is:hidden", "after:5h OR is:read", "minutes:<2", "on:2026-05 OR salt", "is:unread",
)  # fmt: skip


@pytest.fixture
def desk(root: Path) -> Iterator[Desk]:
    random = Random(1)
    for number in range(30):
        words = random.choice(["salt", "ferry", "salt ferry", "hill"])
        feed = f"feed: {ADDRESS}\n" * (number % 3 == 0)
        (root / f"{number}.md").write_text(
            f"---\ntitle: The {words}\nid: a{number}\nsource: {random.choice(['Wire', 'Post'])}\n{feed}"
            f"lang: {random.choice(['en', 'de'])}\ntags: [{random.choice(['sea', 'seal'])}]\n"
            f"date: 2026-0{1 + number % 9}-05T08:00:00Z\n---\nThe text {random.choice(['has salt', 'ends'])}.\n"
        )
    opened = Desk(user_paths(), root)
    list(opened.index.reconcile())
    opened.feeds.add([Feed(ADDRESS, title="Harbour", folder="News")])
    opened.flush()
    yield opened
    opened.close()


def by_asking(desk: Desk, query: str) -> tuple[int, int]:
    rows = desk.articles.listing(query).rows
    return len(rows), desk.articles.unread_among(rows)


def counted(desk: Desk) -> QueryCounts:
    counts = desk.articles.counts
    counts.known(QUERIES)
    for query in QUERIES:
        counts.of(query)
    return counts


def mark(desk: Desk, random: Random) -> bool:
    field = random.choice(["read", "read", "discarded", "bookmarked", "tag:sea", "tag:kept", "note", "highlight:h"])
    value: Value = random.random() < 0.6
    if field in ("note", "highlight:h"):
        value = random.choice(["", "mine", "else"]) if field == "note" else random.choice(["", '{"text": "salt"}'])
    articles = [f"a{number}" for number in random.sample(range(30), random.choice([1, 1, 2, 9]))]
    return desk.marks.set(field, articles, value) is not None


@pytest.mark.parametrize("seed", range(3))
def test_numbers_follow_marks_that_are_not_on_disk_yet(desk: Desk, seed: int) -> None:
    random, counts = Random(seed), counted(desk)
    for _ in range(25):
        for _ in range(random.randint(1, 4)):
            if mark(desk, random) and random.random() < 0.3:
                desk.marks.undo()
            if random.random() < 0.3:
                desk.marks.set("position", [f"a{random.randrange(30)}"], random.random())
        early = counts.known(QUERIES)
        desk.flush()
        assert early.keys() >= set(QUERIES) - {"after:5h OR is:read"}  # its time moves by itself
        assert early == {query: by_asking(desk, query) for query in early}


def test_a_mark_counts_nothing_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = counted(desk)
    monkeypatch.delattr(Numbers, "of")
    desk.marks.set("read", ["a1", "a2"], True)
    assert counts.of("is:unread") == (28, 28)
    desk.marks.undo()
    assert counts.of("is:unread") == (30, 30)


def test_what_comes_otherwise_is_counted_again(desk: Desk, root: Path) -> None:
    counts = counted(desk)
    (root / "new.md").write_text("---\ntitle: New salt\nid: new\n---\nText.\n")
    list(desk.index.reconcile())
    assert "is:unread" not in counts.known(QUERIES)
    assert counts.of("is:unread") == (31, 31)
    other = Desk(user_paths(), root)
    other.marks.set("read", ["new"], True)
    other.close()
    desk.refresh()
    assert counts.of("is:unread") == (30, 30)
    rows = desk.articles.listing().rows
    desk.marks.set_rows("read", rows, True, many=1)
    desk.flush()
    assert counts.of("is:unread") == (0, 0)
    assert desk.marks.adopt("tag:kept", {"new": True}, rule="salt") == ["new"]
    assert counts.of("tag:kept") == (1, 0)
    desk.feeds.remove(desk.feeds.named(ADDRESS))
    assert counts.of("folder:News") == (0, 0)


def test_more_marks_than_are_remembered_are_counted_again(desk: Desk) -> None:
    counts = counted(desk)
    for number in range(400):
        desk.marks.set("read", [f"a{number % 30}"], number % 60 < 30)
    desk.flush()
    assert counts.known(QUERIES) == {}
    assert counts.of("is:unread") == by_asking(desk, "is:unread")
