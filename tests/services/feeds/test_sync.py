"""Feeds become files: each article once, its marks kept, its owner's edits untouched, whatever the servers do."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError
from newstui.domain.feed import Feed
from newstui.domain.marks.change import is_undoable
from newstui.domain.marks.words import change_in_words
from newstui.domain.search.parser import QueryError
from newstui.formats.articles.write import read_written, write_article
from newstui.services.desk import Desk
from newstui.services.events import Event, FeedChecked, Skipped, Synced
from newstui.services.feeds.stats import feed_stats
from newstui.store.feed_state import read_state
from newstui.store.library import write as intake
from tests.services.chat_server import refused_port
from tests.services.feeds.killed_sync import Outcome, outcome_of_kills
from tests.services.news_server import WORDS, Item, NewsServer, Says, feed_of, news_server, page_of
from tests.services.runs import sync
from tests.services.shared_sandbox import SANDBOX
from tests.store.faulty import FaultyDisk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Open = Callable[[], Desk]
NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)
FERRY = Item("The last ferry", guid="ferry", link="https://coast.example/ferry")
BRIDGE = Item("The first bridge", guid="bridge", link="https://coast.example/bridge")


@pytest.fixture
def web() -> Iterator[NewsServer]:
    with news_server() as server:
        yield server


@pytest.fixture
def news(web: NewsServer, desk: Open) -> News:
    return News(web, desk())


class News:
    """A reader who subscribes to feeds of one server, and fetches them."""

    def __init__(self, web: NewsServer, desk: Desk) -> None:
        self.web, self.desk, self.root = web, desk, desk.library.root
        self.now = NOW

    def subscribe(self, path: str = "/feed", *items: Item, **how: object) -> Feed:
        if items:
            self.web.at[path] = Says(feed_of(*items))
        feed = Feed(self.web.url(path), may_be_private=True, **how)  # type: ignore[arg-type]
        self.desk.feeds.add([feed])
        return feed

    def put(self, *items: Item, path: str = "/feed") -> None:
        self.web.at[path] = Says(feed_of(*items))

    def events(self, wanted: Sequence[Feed] | None = None, **how: object) -> list[Event]:
        """A sync an hour after the last."""
        self.now += timedelta(hours=1)
        found = list(sync(self.desk, wanted, now=self.now, sandbox=SANDBOX, **how))
        for _ in self.desk.index.reconcile():
            pass
        return found

    def sync(self, wanted: Sequence[Feed] | None = None, **how: object) -> Synced:
        told = self.events(wanted, **how)[-1]
        assert isinstance(told, Synced)
        return told

    def checked(self, wanted: Sequence[Feed] | None = None) -> FeedChecked:
        (found,) = [event for event in self.events(wanted) if isinstance(event, FeedChecked)]
        return found

    def files(self) -> list[Path]:
        return sorted(path for path in self.root.rglob("*.md") if "/." not in str(path.relative_to(self.root.parent)))

    def file(self) -> Path:
        (path,) = self.files()
        return path

    def ids(self, query: str = "") -> list[str]:
        self.desk.flush()
        return self.desk.articles.ids(self.desk.articles.listing(query).rows)

    def revisions(self) -> list[Path]:
        return sorted((self.root / intake.REVISIONS).rglob("*.md"))


# What comes


def test_new_entries_become_articles_that_open(news: News) -> None:
    news.subscribe("/feed", FERRY, BRIDGE, tags=("sea",))
    assert news.sync() == Synced(feeds=1, new=2)
    assert [path.parent.name for path in news.files()] == ["coast-courier", "coast-courier"]
    article = news.desk.articles.read(news.ids('title:"last ferry"')[0])
    assert (article.title, article.source, article.url) == ("The last ferry", "Coast Courier", FERRY.link)
    assert article.body == (WORDS * 10).strip()
    assert (article.tags, article.feed, article.published) == (
        ("sea",), news.web.url("/feed"), datetime(2025, 6, 1, 10, tzinfo=UTC)
    )  # fmt: skip


def test_nothing_is_fetched_twice_that_did_not_change(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.sync()
    before = news.file().read_bytes(), news.file().stat().st_mtime_ns
    assert news.sync() == Synced(feeds=1)
    assert "if-none-match" in news.web.asked[-1][1]
    assert (news.file().read_bytes(), news.file().stat().st_mtime_ns) == before


def test_a_server_without_etags_changes_nothing_either(news: News) -> None:
    feed = news.subscribe()
    news.web.at["/feed"] = Says(feed_of(FERRY), has_etag=False)
    assert news.sync().new == 1
    assert news.sync() == Synced(feeds=1)
    assert read_state(news.desk.paths.feeds, feed.url).checked == news.now


def test_a_feed_that_only_looks_new_brings_nothing(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.sync()
    news.web.at["/feed"] = Says(feed_of(FERRY, title="Coast Courier, edition of today"))
    assert news.sync() == Synced(feeds=1)


def test_what_its_publisher_changed_is_changed_and_the_former_text_kept(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.sync()
    (id_,) = news.ids()
    news.desk.marks.set("bookmarked", [id_], True)
    before = news.file().read_bytes()
    news.put(replace(FERRY, title="The very last ferry", text=WORDS * 11))
    assert news.sync() == Synced(feeds=1, changed=1)
    assert news.ids("is:bookmarked") == [id_]
    article = news.desk.articles.read(id_)
    assert (article.title, article.updated) == ("The very last ferry", news.now)
    assert article.published == datetime(2025, 6, 1, 10, tzinfo=UTC)
    (former,) = news.revisions()
    assert former.read_bytes() == before
    changed = news.desk.articles.texts_before_and_now(id_)
    assert changed is not None
    assert [text.partition("\n")[0] for text in changed] == ["The last ferry", "The very last ferry"]


def test_addresses_that_change_with_each_fetch_are_no_news(news: News) -> None:
    text = WORDS * 10 + '<a href="https://coast.example/go?session={}">Timetable</a>'
    news.subscribe("/feed", replace(FERRY, text=text.format(1)))
    news.sync()
    news.put(replace(FERRY, text=text.format(2)))
    assert news.sync() == Synced(feeds=1)
    assert "session=2" in news.file().read_text()
    assert news.desk.articles.read(news.ids()[0]).updated is None
    assert not news.revisions()


def test_a_file_that_its_owner_edited_is_left_alone(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.sync()
    path = news.file()
    path.write_text(path.read_text().replace("harbour", "port"))
    mine = path.read_bytes()
    for title in ("Changed", "Changed again"):
        news.put(replace(FERRY, title=title))
        assert news.sync().changed == 0
        assert news.file() == path
        assert path.read_bytes() == mine


def test_what_its_owner_removed_does_not_come_back(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.sync()
    news.file().unlink()
    for title in ("The last ferry", "Changed"):
        news.put(replace(FERRY, title=title), BRIDGE)
        news.sync()
    assert [path.name for path in news.files()] == [news.file().name]
    assert "bridge" in news.file().name


def test_what_was_discarded_does_not_come_back(news: News) -> None:
    feed = news.subscribe("/feed", FERRY)
    news.sync()
    (id_,) = news.ids()
    news.desk.marks.set("discarded", [id_], True)
    for state in news.desk.paths.feeds.iterdir():
        state.unlink()
    news.file().unlink()
    assert news.sync([feed]).new == 0
    assert not news.files()


def test_what_is_remembered_of_a_feed_may_be_lost(news: News) -> None:
    news.subscribe("/feed", FERRY, replace(BRIDGE, text="A stub."), full_text="never")
    news.sync()
    for state in news.desk.paths.feeds.iterdir():
        state.write_bytes(b"\0" * 100)
    news.put(replace(FERRY, title="Changed meanwhile"), replace(BRIDGE, text="A stub."))
    assert news.sync() == Synced(feeds=1, changed=1)
    assert len(news.files()) == 2


# Which article it is


def test_two_feeds_with_one_article_have_one_file(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.subscribe("/second", replace(FERRY, guid="x", link=FERRY.link + "?utm_source=rss"))
    assert news.sync() == Synced(feeds=2, new=1)
    news.put(replace(FERRY, guid="x", text="Another text. " * 90), path="/second")
    news.sync()
    assert news.files() == [news.file()]
    owner = news.desk.articles.read(news.ids()[0]).feed
    assert ("Another text" in news.file().read_text()) == (owner == news.web.url("/second"))


def test_entries_of_one_feed_with_one_link_are_articles_of_their_own(news: News) -> None:
    status = "https://coast.example/status"
    first, second = (Item(name, text=f"{name}. " + WORDS * 10, guid=name, link=status) for name in ("One", "Two"))
    news.subscribe("/feed", first, second)
    news.subscribe("/bare", replace(first, guid="", title="Three"), replace(second, guid="", title="Four"))
    assert news.sync().new == 4
    news.put(replace(first, text="One again. " + WORDS * 10), second)
    news.put(replace(first, guid="", title="Three"), replace(second, guid="", title="Four"), Item("Five"), path="/bare")
    assert news.sync() == Synced(feeds=2, new=1, changed=1)


def test_entries_that_name_themselves_by_one_guid_are_told_apart(news: News) -> None:
    both = replace(FERRY, guid="news"), replace(BRIDGE, guid="news")
    news.subscribe("/feed", *both)
    assert news.sync().new == 2
    news.put(*both, title_item())
    assert news.sync() == Synced(feeds=1, new=1)


def test_of_one_entry_that_stands_twice_the_newest_counts(news: News) -> None:
    both = replace(FERRY, title="New"), replace(FERRY, title="Old")
    news.subscribe("/feed", *both)
    assert news.sync().new == 1
    news.put(*both, BRIDGE)
    assert news.sync() == Synced(feeds=1, new=1)
    assert news.ids("title:new")
    assert not news.revisions()


def title_item() -> Item:
    return Item("Another")


def test_an_entry_without_guid_link_and_date_comes_once(news: News) -> None:
    bare = Item("Bare", date="")
    news.subscribe("/feed", bare)
    assert news.sync().new == 1
    first = news.now
    news.put(bare, BRIDGE)
    assert news.sync() == Synced(feeds=1, new=1)
    assert news.desk.articles.read(news.ids("title:bare")[0]).published == first


def test_a_file_of_the_same_name_is_never_overwritten(news: News) -> None:
    feed = news.subscribe("/feed", FERRY)
    news.sync()
    path = news.file()
    name, raw = path.name, path.read_bytes()
    path.write_text("My own words, under this name.")
    for state in news.desk.paths.feeds.iterdir():
        state.unlink()
    news.events([feed])
    assert path.read_text() == "My own words, under this name."
    (other,) = set(news.files()) - {path}
    assert (other.name, other.read_bytes()) == (name.replace(".md", "-2.md"), raw)


# Stubs


STUB = replace(FERRY, text="It left at noon. Read more")


def stub(news: News, path: str = "/ferry") -> Item:
    return replace(STUB, link=news.web.url(path))


@pytest.mark.parametrize(("full_text", "text", "is_asked"), [
    ("auto", "It left at noon. Read more", True), ("auto", WORDS * 10, False), ("always", WORDS * 10, True),
    ("never", "It left at noon. Read more", False),
])  # fmt: skip
def test_the_page_is_fetched_where_the_feed_has_a_stub(news: News, full_text: str, text: str, is_asked: bool) -> None:
    news.subscribe("/feed", replace(stub(news), text=text), full_text=full_text)
    news.web.at["/ferry"] = page_of("The last ferry", *(f"Part {number}: {WORDS * 4}" for number in range(6)))
    assert news.sync() == Synced(feeds=1, new=1, pages=int(is_asked))
    assert ("Part 5: The ferry" in news.file().read_text()) == is_asked
    assert "text: wanted" not in news.file().read_text()
    assert news.sync() == Synced(feeds=1)
    assert not news.revisions()


def test_a_page_that_says_less_than_the_feed_changes_nothing(news: News) -> None:
    news.subscribe("/feed", replace(stub(news), text=WORDS * 10), full_text="always")
    news.web.at["/ferry"] = page_of("The last ferry", "Please accept our cookies to go on reading.")
    assert news.sync().pages == 1
    assert WORDS * 9 in news.file().read_text()
    assert news.sync() == Synced(feeds=1)


def test_a_page_that_does_not_come_is_tried_again_but_not_for_ever(news: News) -> None:
    news.subscribe("/feed", stub(news))
    for _ in range(4):
        told = news.events()
        assert [event.reason for event in told if isinstance(event, Skipped)] == [
            "there is nothing at this address any more (HTTP 404)"
        ]
        assert news.desk.articles.read(news.ids()[0]).body == "It left at noon. Read more"
    assert "text: unavailable" in news.file().read_text()
    assert news.sync() == Synced(feeds=1)


def test_a_page_that_comes_in_the_end_is_taken(news: News) -> None:
    news.subscribe("/feed", stub(news))
    news.web.at["/ferry"] = Says(status=500)
    assert news.sync().pages_left == 1
    assert "text: wanted 1" in news.file().read_text()
    news.web.at["/ferry"] = page_of("The last ferry", *[WORDS * 4] * 6)
    assert news.sync().pages == 1
    assert news.desk.articles.read(news.ids()[0]).updated is None


def test_a_host_that_is_busy_is_left_alone_and_nothing_held_against_its_pages(news: News) -> None:
    items = [replace(stub(news, f"/{number}"), guid=str(number), title=f"No {number}") for number in range(6)]
    news.subscribe("/feed", *items)
    for number in range(6):
        news.web.at[f"/{number}"] = Says(status=429)
    told = news.events()
    assert told[-1] == Synced(feeds=1, new=6, pages_left=6)
    assert 1 <= len([event for event in told if isinstance(event, Skipped)]) < 6
    assert all("\ntext: wanted\n" in path.read_text() for path in news.files())


def test_without_a_network_nothing_is_held_against_anybody(news: News) -> None:
    feed = news.subscribe("/feed", stub(news))
    news.sync()
    there = f":{news.web.server_port}/"
    nowhere = f":{refused_port()}/"
    path = news.file()
    news.desk.feeds.change(replace(feed, is_disabled=True))
    news.desk.feeds.add([Feed(feed.url.replace(there, nowhere), may_be_private=True)])
    before = path.read_bytes()
    for _ in range(6):
        assert news.sync() == Synced(feeds=1, failed=1, pages_left=1)
    assert path.read_bytes() == before


def test_what_is_no_page_is_not_asked_for_again(news: News) -> None:
    news.subscribe("/feed", stub(news, "/talk.mp3"))
    news.web.at["/talk.mp3"] = Says(b"\xff\xfb" * 100, heads={"Content-Type": "audio/mpeg"})
    told = news.events()
    assert [event.reason for event in told if isinstance(event, Skipped)] == [
        "there is no page at this address: it is audio/mpeg"
    ]
    assert "text: unavailable" in news.file().read_text()


def test_a_page_that_is_too_large_is_told_and_tried_again(news: News) -> None:
    news.subscribe("/feed", stub(news))
    news.web.at["/ferry"] = Says(b"<p>" * (4 << 20), heads={"Content-Type": "text/html"})
    told = news.events()
    (reason,) = [event.reason for event in told if isinstance(event, Skipped)]
    assert reason.startswith("The answer of 127.0.0.1")
    assert "text: wanted 1" in news.file().read_text()


def test_pages_that_were_not_waited_for_come_with_the_next_run(news: News) -> None:
    items = [replace(stub(news, f"/{number}"), guid=str(number), title=f"No {number}") for number in range(6)]
    news.subscribe("/feed", *items)
    news.web.at |= {f"/{number}": page_of(f"No {number}", *[f"{number} {WORDS * 4}"] * 6) for number in range(6)}
    over = threading.Event()
    for number, _ in enumerate(sync(news.desk, now=NOW, is_cancelled=over.is_set)):
        if number == 2:  # FeedChecked, Progress, and the Progress of one page
            over.set()
    waiting = [path for path in news.files() if "text: wanted" in path.read_text()]
    assert 0 < len(waiting) < 6
    assert news.sync() == Synced(feeds=1, pages=len(waiting))


def test_a_sound_that_comes_with_an_entry_is_not_taken_for_its_page(news: News) -> None:
    sound = f'<enclosure url="{news.web.url("/talk.mp3")}" type="audio/mpeg" length="1"/>'
    news.subscribe("/feed", Item("Talk", text="Ten minutes.", more=sound))
    assert news.sync() == Synced(feeds=1, new=1)
    assert news.web.paths() == ["/feed"]


def test_a_changed_stub_asks_for_its_page_anew(news: News) -> None:
    news.subscribe("/feed", stub(news))
    news.web.at["/ferry"] = page_of("The last ferry", *[WORDS * 4] * 6)
    news.sync()
    before = news.file().read_bytes()
    news.put(replace(stub(news), title="The very last ferry", text="It left at one. Read more"))
    news.web.at["/ferry"] = page_of("The last ferry", *["Nobody knows why it was late that day. " * 9] * 5)
    assert news.sync() == Synced(feeds=1, changed=1, pages=1)
    article = news.desk.articles.read(news.ids()[0])
    assert (article.title, article.updated) == ("The very last ferry", news.now)
    assert article.body.startswith("Nobody knows")
    assert [path.read_bytes() for path in news.revisions()] == [before]


def test_a_changed_stub_whose_page_is_gone_keeps_its_text(news: News) -> None:
    news.subscribe("/feed", stub(news))
    news.web.at["/ferry"] = page_of("The last ferry", *[WORDS * 4] * 6)
    news.sync()
    news.put(replace(stub(news), text="It left at one. Read more"))
    news.web.at["/ferry"] = Says(status=404)
    for _ in range(5):
        news.sync()
    assert "\ntext:" not in news.file().read_text()
    assert WORDS * 3 in news.file().read_text()


def test_a_feed_from_the_web_cannot_ask_a_private_host_by_the_links_of_its_articles(news: News) -> None:
    feed = news.subscribe("/feed", stub(news))
    news.web.at["/ferry"] = page_of("The last ferry", *[WORDS * 4] * 6)
    next(events := sync(news.desk, now=NOW))
    events.close()  # type: ignore[attr-defined]
    path = news.file()
    assert "text: wanted" in path.read_text()
    written = replace(read_written(path.read_bytes()), feed="https://coast.example/feed")
    path.write_bytes(write_article(written, id="elsewhere"))
    assert feed.url not in path.read_text()
    news.events()
    assert "/ferry" not in news.web.paths()
    assert "text: unavailable" in path.read_text()


# What servers say


def test_a_feed_that_moved_is_followed_and_keeps_what_is_its_own(news: News) -> None:
    news.subscribe("/feed", FERRY, title="My ferries", folder="Sea")
    news.sync()
    news.web.at["/feed"] = Says(status=301, heads={"Location": news.web.url("/moved")})
    news.put(FERRY, path="/moved")
    before = len(news.desk.marks.history())
    assert news.sync() == Synced(feeds=1)
    (feed,) = news.desk.feeds.all()
    assert (feed.url, feed.title, feed.folder) == (news.web.url("/moved"), "My ferries", "Sea")
    assert len(news.desk.marks.history()) == before + 1
    news.put(FERRY, BRIDGE, path="/moved")
    assert news.sync() == Synced(feeds=1, new=1)
    assert news.web.paths()[-1] == "/moved"
    (health,) = feed_stats(news.desk.feeds, news.desk.articles, news.now)
    assert (health.articles, health.error, health.checked) == (2, "", news.now)
    for address in ("/feed", "/moved"):
        assert news.desk.feeds.title_of(news.web.url(address)) == "My ferries"
        assert len(news.desk.articles.listing(f'(feed:"{news.web.url(address).upper()}" OR feed:x) -feed:y')) == 2
    assert news.desk.feeds.add([Feed(news.web.url("/feed"))]) == 0
    assert news.desk.marks.undo() is not None  # of the subscription, not of the move
    assert [each.url for each in news.desk.feeds.all()] == [news.web.url("/moved")]


def test_a_feed_that_moved_to_one_that_is_known_stays_as_it_is(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.subscribe("/moved", FERRY)
    news.web.at["/feed"] = Says(status=301, heads={"Location": news.web.url("/moved")})
    assert news.sync() == Synced(feeds=2, new=1)
    assert len(news.desk.feeds.all()) == 2


def test_a_feed_that_is_gone_is_switched_off(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.sync()
    news.web.at["/feed"] = Says(status=410)
    checked = news.checked()
    assert checked.error == "it is gone for good (HTTP 410)"
    (feed,) = news.desk.feeds.all()
    assert feed.is_disabled
    assert news.sync() == Synced()
    assert news.files()


@pytest.mark.parametrize(("status", "heads", "hours"), [(429, {"Retry-After": "7200"}, 2), (503, {}, 0.25)])
def test_a_busy_server_is_left_alone_as_long_as_it_wants(
    news: News, status: int, heads: dict[str, str], hours: float
) -> None:
    feed = news.subscribe("/feed", FERRY)
    news.web.at["/feed"] = Says(status=status, heads=heads)
    assert "waits before it asks again" in news.checked().error
    news.put(FERRY)
    news.now += timedelta(hours=hours - 1, minutes=-1)
    assert news.sync().new == 0
    assert len(news.web.asked) == 1
    if status == 429:
        assert news.sync([feed]).new == 1  # who names it, means it
    else:
        assert news.sync().new == 1
    assert read_state(news.desk.paths.feeds, feed.url).not_before is None


def test_one_bad_feed_stops_nothing(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.web.at["/page"] = page_of("No feed", WORDS)
    news.web.at["/empty"] = Says(b"")
    for path in ("/page", "/empty", "/missing"):
        news.subscribe(path)
    news.desk.feeds.add([Feed("http://127.0.0.1:1/not-allowed"), Feed("http://[::"), Feed("ftp://a.example/")])
    told = news.events()
    errors = {event.feed.rpartition("/")[2]: event.error for event in told if isinstance(event, FeedChecked)}
    assert [name for name, error in errors.items() if not error] == ["feed"]
    assert all(error.isprintable() for error in errors.values())
    assert told[-1] == Synced(feeds=7, failed=6, new=1)
    health = {
        each.feed.url.rpartition("/")[2]: each for each in feed_stats(news.desk.feeds, news.desk.articles, news.now)
    }
    assert health["missing"].error.endswith("(HTTP 404)")
    assert read_state(news.desk.paths.feeds, news.web.url("/missing")).failures == 1


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


def test_a_rule_that_is_no_query_is_told_before_anything_is_fetched(news: News) -> None:
    news.subscribe("/feed", FERRY)
    with pytest.raises(QueryError):
        news.sync(discard="is:")
    assert not news.web.asked


# Interrupted


def test_what_was_written_before_a_cancel_is_whole_and_the_next_run_completes(news: News) -> None:
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


def test_a_caller_that_goes_away_leaves_nothing_half(news: News) -> None:
    for number in range(3):
        news.subscribe(f"/{number}", replace(FERRY, guid=str(number), link="", title=str(number)))
    events = sync(news.desk, now=NOW)
    next(events)
    events.close()  # type: ignore[attr-defined]
    assert news.sync().failed == 0
    assert len(news.files()) == 3


@pytest.mark.parametrize("fails_at", [1, 2, 5, 9, 12, 15, 17])
@pytest.mark.parametrize("for_ever", [False, True])
def test_a_full_disk_is_told_and_the_next_run_completes(
    news: News, monkeypatch: pytest.MonkeyPatch, fails_at: int, for_ever: bool
) -> None:
    news.subscribe("/feed", FERRY, BRIDGE, stub_elsewhere())
    with monkeypatch.context() as patch:
        patch.setattr(intake, "DISK", FaultyDisk(fails_at, for_ever=for_ever))
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


def test_a_library_that_cannot_be_written_is_told(news: News) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    news.subscribe("/feed", FERRY)
    news.root.chmod(0o500)
    try:
        with pytest.raises(StorageError):
            list(sync(news.desk, now=NOW, sandbox=SANDBOX))
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


@pytest.mark.parametrize("leads", ["outside", "nowhere", "round"])
def test_a_folder_that_leads_out_of_the_library_is_refused(news: News, tmp_path: Path, leads: str) -> None:
    (tmp_path / "outside").mkdir()
    target = news.root / "coast-courier" if leads == "round" else tmp_path / leads
    (news.root / "coast-courier").symlink_to(target)
    news.subscribe("/feed", FERRY)
    with pytest.raises(StorageError, match=r"leads out of the library|symbolic links"):
        news.sync()
    assert not list((tmp_path / "outside").iterdir())
    assert not (tmp_path / "nowhere").exists()
    (news.root / "coast-courier").unlink()
    assert news.sync().new == 1


def test_after_kills_no_article_is_half_none_missing_and_none_there_twice(
    web: NewsServer, root: Path, home: Path
) -> None:
    outcome = outcome_of_kills(web, root, home, rounds=3, longest=2.5, chance=random.Random(1))
    assert outcome == Outcome(kills=outcome.kills, marks=outcome.marks)
