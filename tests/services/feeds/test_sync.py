"""Feeds become files: each article once, its marks kept, its owner's edits untouched, whatever the servers do."""

from __future__ import annotations

import errno
import os
import random
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError
from newstui.domain.marks.change import is_undoable
from newstui.domain.marks.words import change_in_words
from newstui.domain.search.parser import QueryError
from newstui.services.desk import Desk
from newstui.services.events import FeedChecked, Synced
from newstui.services.feeds.check import FeedChecks
from newstui.store.library import write as intake
from tests.services.feeds.killed_sync import Outcome, outcome_of_kills
from tests.services.feeds.news import BRIDGE, FERRY, NOW, News
from tests.services.news_server import WORDS, Item, NewsServer, Says, feed_of
from tests.services.runs import sync
from tests.services.shared_sandbox import SANDBOX
from tests.store.faulty import FaultyDisk

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.domain.articles.incoming import Incoming
    from newstui.domain.feed import Feed
    from newstui.services.feeds.decide import NewEntry
    from newstui.services.intake.recognise import Siblings
    from newstui.store.feed_state import Seen

Open = Callable[[], Desk]


def test_a_disabled_feed_is_left_alone_unless_it_is_named(news: News) -> None:
    feed = news.subscribe("/feed", FERRY, is_disabled=True)
    assert news.sync() == Synced()
    assert news.sync([feed]) == Synced(feeds=1, new=1)


# Subscribing


def test_a_subscription_is_undone_and_done_again_without_doubles(news: News) -> None:
    feed = news.subscribe("/feed", FERRY)
    news.sync()
    (id_,) = news.ids()
    news.desk.marks.undo()
    assert news.desk.feeds.all() == []
    assert news.sync() == Synced()
    assert news.ids() == [id_]
    news.desk.marks.redo()
    assert news.desk.feeds.all() == [feed]
    news.desk.feeds.remove(feed)
    assert news.desk.feeds.add([feed]) == 1
    assert news.sync() == Synced(feeds=1)
    assert news.ids() == [id_]


# The `discard` setting


def test_what_a_rule_matches_is_discarded_and_marks_are_kept(news: News) -> None:
    news.subscribe("/feed", FERRY, BRIDGE)
    news.sync()
    (ferry,) = news.ids("title:ferry")
    news.desk.marks.set("note", [ferry], "mine")
    news.sync(discard="title:ferry OR title:bridge")
    assert news.ids() == []
    assert news.desk.marks.of(ferry).note == "mine"
    assert len(news.files()) == 2
    news.desk.marks.set("discarded", [ferry], False)
    news.sync(discard="title:ferry OR title:bridge")
    assert news.ids() == [ferry]  # the reader brought it back


def test_one_undo_takes_back_what_a_rule_discarded_in_one_sync(news: News) -> None:
    news.subscribe("/feed", FERRY, BRIDGE)
    news.sync(discard="title:ferry OR title:bridge")
    assert news.ids() == []
    (change,) = (change for change in news.desk.marks.history() if is_undoable(change) and change.field == "discarded")
    assert change_in_words(change) == "2 articles that match title:ferry OR title:bridge — discarded"
    assert news.desk.marks.undo() is not None
    assert len(news.ids()) == 2
    news.sync(discard="title:ferry OR title:bridge")
    assert len(news.ids()) == 2  # the reader brought them back
    assert news.desk.marks.redo() is not None
    assert news.ids() == []


def test_a_rule_that_matches_nothing_new_leaves_nothing_to_undo(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.sync(discard="title:ferry")
    changes = len(news.desk.marks.history())
    news.sync(discard="title:ferry")
    assert len(news.desk.marks.history()) == changes


def test_a_rule_sees_what_has_just_come(news: News) -> None:
    news.subscribe("/feed", FERRY, BRIDGE)
    news.sync(discard="title:ferry")
    assert [news.desk.articles.find(id_).article.title for id_ in news.ids()] == ["The first bridge"]


def test_a_rule_that_is_not_a_query_stops_the_sync_before_anything_is_fetched(news: News) -> None:
    news.subscribe("/feed", FERRY)
    with pytest.raises(QueryError):
        news.sync(discard="is:")
    assert not news.web.asked


# Interrupted


def test_a_cancelled_sync_leaves_whole_files_and_the_next_one_completes_it(news: News) -> None:
    for number in range(4):
        items = (
            Item(f"{number} {name}", guid=f"{number}{name}", text=f"{number} {name} " + WORDS * 10) for name in "abc"
        )
        news.subscribe(f"/{number}", *items)
    over = threading.Event()
    new = 0
    for event in sync(news.desk, now=NOW, is_cancelled=over.is_set):
        if isinstance(event, FeedChecked):
            new += event.new
            over.set()
        assert not isinstance(event, Synced)
    assert new == len(news.files()) < 12
    assert not list(news.root.rglob("*.tmp"))
    told = news.sync()
    assert (told.new, len(news.files())) == (12 - new, 12)


def test_a_caller_that_stops_iterating_leaves_nothing_half_written(news: News) -> None:
    for number in range(3):
        news.subscribe(f"/{number}", replace(FERRY, guid=str(number), link="", title=str(number)))
    events = sync(news.desk, now=NOW)
    next(events)
    events.close()  # type: ignore[attr-defined]
    assert news.sync().failed == 0
    assert len(news.files()) == 3


@pytest.mark.parametrize("fails_at", [1, 2, 5, 9, 12, 15, 17])
@pytest.mark.parametrize("for_ever", [False, True])
def test_a_full_disk_is_reported_and_the_next_sync_completes(
    news: News, monkeypatch: pytest.MonkeyPatch, fails_at: int, for_ever: bool
) -> None:
    news.subscribe("/feed", FERRY, BRIDGE, stub_elsewhere())
    with monkeypatch.context() as patch:
        patch.setattr(intake, "DISK", FaultyDisk(fails_at, for_ever=for_ever, error=errno.ENOSPC))
        with pytest.raises(StorageError):
            list(sync(news.desk, now=NOW, sandbox=SANDBOX))
            # The fault comes after all that had to be written: it meets the next change.
            news.put(replace(FERRY, title="Changed"), BRIDGE, stub_elsewhere())
            list(sync(news.desk, now=NOW + timedelta(minutes=1), sandbox=SANDBOX))
            pytest.skip("fewer operations than that")
    news.sync()
    titles = sorted(news.desk.articles.find(id_).article.title for id_ in news.ids())
    assert len(titles) == len(news.files()) == 3


def stub_elsewhere() -> Item:
    return Item("Third", guid="third", text=WORDS * 12)


def test_a_library_that_cannot_be_written_is_reported(news: News) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    news.subscribe("/feed", FERRY)
    news.root.chmod(0o500)
    try:
        assert news.sync().failed == 1
    finally:
        news.root.chmod(0o700)
    assert news.sync().new == 1


# Hostile


HOSTILE = (
    "../../../etc/passwd", "/etc/cron.d/x", "..\\..\\x", "CON", "a\x00b", "\x1b]52;c;x\x07", "\u202egpj.exe", "." * 300,
    "é" * 300, "-rf", "$(id)", "~root", "a/b/c", "\n---\nid: other\n---\n", "[@click=app.quit]x[/]",
)  # fmt: skip


def test_hostile_names_stay_in_the_library(news: News) -> None:
    outside = set(news.root.parent.rglob("*")) - set(news.root.rglob("*"))
    for number, name in enumerate(HOSTILE):
        clean = "".join(letter for letter in name if letter.isprintable() or letter == "\n")
        item = Item(clean, guid=clean, text=f"{number} {WORDS * 10}", link=f"https://coast.example/{number}")
        news.web.at[f"/{number}"] = Says(feed_of(item, title=clean))
        news.subscribe(f"/{number}")
    assert news.sync() == Synced(feeds=len(HOSTILE), new=len(HOSTILE))
    assert len(news.files()) == len(HOSTILE)
    for path in news.files():
        assert path.relative_to(news.root).parts[0].strip("-").replace("-", "").isalnum()
        assert path.name.isprintable()
        assert len(path.relative_to(news.root).parts) == 2
    new = set(news.root.parent.rglob("*")) - set(news.root.rglob("*")) - outside
    home = news.root.parent / "home"
    assert all(home in (path, *path.parents) for path in new)


@pytest.mark.parametrize("kind", ["file", "outside", "nowhere", "round"])
def test_a_feed_with_the_name_of_a_file_or_of_a_link_out_of_the_library_gets_another_folder(
    news: News, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "outside").mkdir()
    place = news.root / "coast-courier"
    if kind == "file":
        place.write_text("a note of the reader")
    else:
        place.symlink_to(place if kind == "round" else tmp_path / kind)
    news.subscribe("/feed", FERRY)
    assert news.sync() == Synced(feeds=1, new=1)
    assert news.file().parent.name == "coast-courier-2"
    assert news.sync() == Synced(feeds=1)
    assert not list((tmp_path / "outside").iterdir())
    assert not (tmp_path / "nowhere").exists()


# Failures of one feed


def test_whatever_goes_wrong_with_one_feed_the_others_get_their_news(
    news: News, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        news.subscribe(f"/{number}", replace(FERRY, guid=str(number), link="", title=str(number)))
    storing = FeedChecks._store_entry

    def failing(
        checks: FeedChecks, feed: Feed, entry: NewEntry, incoming: Incoming, before: Seen | None, siblings: Siblings
    ) -> tuple[str, bool, bool]:
        stored = storing(checks, feed, entry, incoming, before, siblings)
        if incoming.title == "1":
            raise OSError(errno.EIO, "Input/output error")
        if incoming.title == "2":
            raise RecursionError
        return stored

    with monkeypatch.context() as patch:
        patch.setattr(FeedChecks, "_store_entry", failing)
        checked = [event for event in news.events() if isinstance(event, FeedChecked)]
    assert sorted(event.feed[-2:] for event in checked if event.error) == ["/1", "/2"]
    assert len(news.files()) == 2
    assert news.sync() == Synced(feeds=4, new=2)  # they count as unseen


def test_an_article_of_a_feed_that_failed_may_come_with_another(news: News, monkeypatch: pytest.MonkeyPatch) -> None:
    news.subscribe("/a", replace(FERRY, guid=""))
    news.subscribe("/b", replace(FERRY, guid=""))
    disk = FaultyDisk(1, for_ever=False)
    with monkeypatch.context() as patch:
        patch.setattr(intake, "DISK", disk)
        told = news.sync()
    assert (told.failed, told.new, len(news.files())) == (1, 1, 1)
    assert news.sync() == Synced(feeds=2)


def test_after_kills_no_article_is_half_none_missing_and_none_there_twice(
    web: NewsServer, root: Path, home: Path
) -> None:
    outcome = outcome_of_kills(web, root, home, rounds=3, longest=2.5, chance=random.Random(1))
    assert outcome == Outcome(kills=outcome.kills, marks=outcome.marks)
