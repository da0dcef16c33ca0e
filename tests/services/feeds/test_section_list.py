"""The list of sections: after any changes its numbers are those of asking each section by itself."""

from __future__ import annotations

from random import Random
from threading import Event
from typing import TYPE_CHECKING

import pytest

from newstui.domain.feed import Feed, SavedSearch
from newstui.services.desk import Desk
from newstui.store.catalogue.marks import Marks
from newstui.store.feed_state import FeedState
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from newstui.domain.marks.change import Change
    from newstui.domain.marks.fields import Value
    from newstui.domain.search.section_tree import Entry

ADDRESSES = [f"https://e.org/{number}" for number in range(5)]


def write(root: Path, name: str, random: Random) -> None:
    feeds = random.sample(ADDRESSES, random.randint(1, 2))
    also = f"also_feeds: [{feeds[1]}]\n" if feeds[1:] else ""
    title, source = f"{name} {random.choice(['salt', 'ferry'])}", random.choice(["Wire", "Post"])
    lang, tag = random.choice(["en", "de"]), random.choice(["sea", "Sea", "hill"])
    (root / f"{name}.md").write_text(
        f"---\ntitle: {title}\nid: {name}\nsource: {source}\nfeed: {feeds[0]}\n{also}lang: {lang}\ntags: [{tag}]\n"
        f"date: 2026-0{random.randint(1, 9)}-05T08:00:00Z\n---\nText {random.random()}.\n"
    )


@pytest.fixture
def desk(root: Path) -> Iterator[Desk]:
    opened = Desk(user_paths(), root)
    folders = ["", "News", "News/Far", "News", "Tech"]
    opened.feeds.add(
        [Feed(url, title=f"F{url[-1]}", folder=folder) for url, folder in zip(ADDRESSES, folders, strict=True)]
    )
    opened.searches.add([SavedSearch("Salty", "salt"), SavedSearch("Broken", "is:nonsense")])
    yield opened
    opened.close()


def last(desk: Desk) -> list[Entry]:
    return list(desk.sections().entries(lambda: False))[-1]


def by_asking(desk: Desk, entry: Entry) -> tuple[int, int]:
    rows = desk.articles.listing(entry.id).rows
    return len(rows), desk.articles.unread_among(rows)


@pytest.mark.parametrize("seed", range(3))
def test_numbers_are_those_of_asking_each_section(desk: Desk, root: Path, seed: int) -> None:
    random, names = Random(seed), [f"a{number}" for number in range(12)]
    for _ in range(12):
        for name in random.sample(names, 4):
            write(root, name, random) if random.random() < 0.8 else (root / f"{name}.md").unlink(missing_ok=True)
        list(desk.index.reconcile())
        for _ in range(3):
            field = random.choice(["read", "discarded", "bookmarked", "tag:sea"])
            desk.marks.set(field, random.sample(names, 3), random.random() < 0.6)
        if random.random() < 0.4:
            desk.marks.undo()
        feed = random.choice(desk.feeds.all())
        desk.feeds.change(Feed(feed.url, feed.title, folder=feed.folder, is_hidden=random.random() < 0.3))
        desk.flush()
        for entry in last(desk):
            if entry.kind not in ("group", "history") and entry.label not in ("Broken", "Ten minutes"):
                assert (entry.label, entry.numbers) == (entry.label, by_asking(desk, entry))


@pytest.mark.parametrize("seed", range(2))
def test_after_each_mark_and_undo_the_numbers_are_those_of_counting_all_anew(desk: Desk, root: Path, seed: int) -> None:
    random, names = Random(seed), [f"a{number}" for number in range(20)]
    for name in names:
        write(root, name, random)
    list(desk.index.reconcile())
    desk.feeds.change(Feed(ADDRESSES[3], is_hidden=True, folder="News"))
    kept, marks = desk.sections(), 0
    for _ in range(60):
        field = random.choice(["read", "read", "discarded", "bookmarked", "tag:sea", "tag:Salt", "note"])
        value: Value = random.choice(["", "mine"]) if field == "note" else random.random() < 0.6
        if is_undo := marks and random.random() < 0.3:
            marks -= 1
            desk.marks.undo()
        else:
            change = desk.marks.set(field, random.sample(names, random.choice([1, 1, 2, 15])), value)
            marks += change is not None
        if is_undo or field not in ("read", "discarded") or random.random() < 0.5:
            desk.flush()  # only these two count before they are on disk
        assert list(kept.entries(lambda: False))[-1] == last(desk)


def test_marks_count_before_they_are_on_disk(desk: Desk, root: Path) -> None:
    random = Random(1)
    for name in ("a", "b", "c"):
        write(root, name, random)
    list(desk.index.reconcile())
    desk.marks.set("read", ["a", "b"], True)
    desk.marks.set("discarded", ["c"], True)
    now = {entry.label: entry.numbers for entry in next(iter(desk.sections().entries(lambda: False)))}
    assert (now["Front page"], now["Unread"]) == ((2, 0), (0, 0))


def test_every_number_is_that_after_the_changes_reach_the_catalogue(
    desk: Desk, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["a", "b", "c", "d"]
    for name in names:
        write(root, name, Random(1))
    list(desk.index.reconcile())
    desk.marks.set("bookmarked", ["a", "b", "c"], True)
    desk.searches.add([SavedSearch("Seas", "tag:kept is:unread"), SavedSearch("Gone", "is:discarded")])
    desk.flush()
    may_write, apply = Event(), Marks.apply

    def apply_late(marks: Marks, changes: Sequence[Change]) -> None:
        may_write.wait(20)
        apply(marks, changes)

    with monkeypatch.context() as patch:
        patch.setattr(Marks, "apply", apply_late)
        desk.marks.set("discarded", ["a"], True)
        desk.marks.set("read", ["b", "d"], True)
        desk.marks.set("tag:kept", ["c", "d"], True)
        desk.marks.set("note", ["d"], "mine")
        desk.marks.set("position", ["c"], 0.5)
        desk.marks.undo()  # of the note: a place is no act
        early = {entry.id: entry.numbers for entry in last(desk) if entry.kind in ("section", "search")}
        may_write.set()
        desk.flush()
    assert early == {entry.id: entry.numbers for entry in last(desk) if entry.kind in ("section", "search")}
    assert early["is:bookmarked"] == (2, 1)
    assert early["tag:kept is:unread"] == early["is:started"] == early["is:discarded"] == (1, 1)


def test_an_answer_that_nobody_waits_for_ends(desk: Desk) -> None:
    assert list(desk.sections().entries(lambda: True)) == []
    assert len(list(desk.sections().entries(lambda: False))) == 2
    assert len(list(desk.sections().entries(lambda: False, has_searches=False))) == 1


def test_feeds_say_what_is_odd_about_them(desk: Desk, root: Path) -> None:
    (root / "old.md").write_text(f"---\ntitle: Old\nfeed: {ADDRESSES[0]}\ndate: 2020-01-05T08:00:00Z\n---\nText.\n")
    list(desk.index.reconcile())
    sections = desk.sections()
    next(iter(sections.entries(lambda: False)))
    desk.feeds.save_state(ADDRESSES[1], FeedState(error="the server does not answer"))
    desk.feeds.change(Feed(ADDRESSES[2], is_disabled=True))
    desk.feeds.change(Feed(ADDRESSES[3], is_hidden=True))
    sections.forget()
    signs = {entry.feed: (entry.sign, entry.about) for entry in next(iter(sections.entries(lambda: False)))}
    assert [signs[address] for address in ADDRESSES] == [
        ("◌", "nothing new since 5 Jan 2020"), ("⚠", "the server does not answer"),
        ("○", "is off: it is not fetched"), ("×", "is not on the front page"), ("", ""),
    ]  # fmt: skip
