"""Rounds with a server that behaves as the recorded FreshRSS does: what goes there, what comes here, and kills."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newstui.domain.accounts.account import Account
from newstui.domain.marks.origin import origin_in_words
from newstui.services.accounts.accounts import Accounts
from newstui.services.accounts.sync import sync_accounts
from newstui.services.desk import Desk
from newstui.services.events import FeedChecked, Skipped
from newstui.services.intake.ingest import Ingest
from newstui.store.paths import user_paths
from tests.services.accounts.fresh_server import PASSWORD, VARIABLES, FreshServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FIRST = 1795831858895000


@pytest.fixture
def server() -> Iterator[FreshServer]:
    with FreshServer() as server:
        server.feeds = {
            "feed/1": ("https://example.org/coast.xml", "Coast Courier", "News"),
            "feed/3": ("https://example.org/odd.xml", "Odd ＆ ends", ""),
        }
        for number in range(1, 5):
            server.add(FIRST + number)
        server.add(FIRST + 5, "feed/3", is_read=True, is_starred=True, labels={"Sea & sand"})
        Accounts(user_paths()).put(Account("home", "google-reader", server.url, "alice"), PASSWORD)
        yield server


def sync(desk: Desk, *, accepts: bool = False) -> tuple[FeedChecked, list[Skipped]]:
    """Runs one round, and returns its result and what it says."""
    ingest = Ingest(desk.library.root, desk.articles, datetime.now(UTC))
    events = list(sync_accounts(desk, ingest, accepts_lost_stars=accepts))
    list(desk.index.reconcile())
    checked = [event for event in events if isinstance(event, FeedChecked)]
    return checked[-1], [event for event in events if isinstance(event, Skipped)]


def article(desk: Desk, number: int) -> str:
    """Returns the id here of the article with this number there."""
    (id_,) = desk.articles.ids(desk.articles.listing(f'title:"Story {FIRST + number}"').rows)
    return id_


def test_articles_marks_labels_and_subscriptions_come_here(desk: Callable[[], Desk], server: FreshServer) -> None:
    here = desk()
    assert sync(here)[0] == FeedChecked(server.url, "home", new=5, marks=3)
    feeds = {feed.url: feed for feed in here.feeds.all()}
    assert feeds["https://example.org/coast.xml"].folder == "News"
    assert feeds["https://example.org/coast.xml"].account == "home"
    assert here.feeds.title_of("https://example.org/odd.xml") == "Odd & ends"
    mark = here.marks.of(article(here, 5))
    assert (mark.read, mark.bookmarked, set(mark.tagged)) == (True, True, {"Sea & sand"})
    assert not here.marks.of(article(here, 1)).read
    assert here.marks.undo() is None
    assert origin_in_words(here.marks.history()[-1].stamp.session, "") == "the account home"
    server.requests.clear()
    assert sync(here)[0].new == 0
    assert len(server.requests) <= 15


def test_marks_made_here_go_there_and_are_believed_once_the_lists_show_them(
    desk: Callable[[], Desk], server: FreshServer
) -> None:
    here = desk()
    sync(here)
    here.marks.set("read", [article(here, 1)], True)
    here.marks.set("bookmarked", [article(here, 2)], True)
    here.marks.set("bookmarked", [article(here, 5)], False)
    here.marks.set("tag:gulls", [article(here, 1)], True)
    assert sync(here)[0].marks == 4
    items = server.items
    assert items[FIRST + 1].is_read
    assert items[FIRST + 1].labels == {"gulls"}
    assert items[FIRST + 2].is_starred
    assert not items[FIRST + 5].is_starred
    server.requests.clear()
    assert sync(here)[0].marks == 0
    assert not any("edit-tag" in each for each in server.requests)


def test_what_the_phone_did_comes_here_and_is_not_sent_back(desk: Callable[[], Desk], server: FreshServer) -> None:
    here = desk()
    sync(here)
    here.marks.set("read", [article(here, 1)], True)
    sync(here)
    server.items[FIRST + 1].is_read = False
    server.items[FIRST + 2].is_starred = True
    server.requests.clear()
    assert sync(here)[0].marks == 2
    assert not here.marks.of(article(here, 1)).read
    assert here.marks.of(article(here, 2)).bookmarked
    assert not any("edit-tag" in each for each in server.requests)


def test_an_account_that_is_added_again_or_whose_library_moved_doubles_nothing(
    desk: Callable[[], Desk], server: FreshServer, root: Path
) -> None:
    here = desk()
    sync(here)
    here.marks.set("read", [article(here, 1)], True)
    sync(here)
    here.marks.set("bookmarked", [article(here, 2)], True)
    Accounts(user_paths()).remove("home")
    server.items[FIRST + 3].is_read = True
    Accounts(user_paths()).put(Account("home", "google-reader", server.url, "alice"), PASSWORD)
    assert sync(here)[0].new == 0
    here.close()
    moved = Desk(user_paths(), root.rename(root.with_name("elsewhere")))
    list(moved.index.reconcile())
    assert sync(moved)[0].new == 0
    assert sync(moved)[0] == FeedChecked(server.url, "home")
    assert len(moved.articles.listing().rows) == len(server.items) == 5
    for number, item in server.items.items():
        mark = moved.marks.of(article(moved, number - FIRST))
        assert (mark.read, mark.bookmarked, set(mark.tagged)) == (item.is_read, item.is_starred, item.labels)
    assert [FIRST + number for number in (1, 3, 5)] == [n for n, item in server.items.items() if item.is_read]
    assert [FIRST + number for number in (2, 5)] == [n for n, item in server.items.items() if item.is_starred]
    moved.close()


def test_a_key_pressed_during_a_round_is_not_overruled_by_it(desk: Callable[[], Desk], server: FreshServer) -> None:
    here = desk()
    sync(here)
    id_, window = article(here, 1), desk()
    server.items[FIRST + 1].is_starred = True

    def press(path: str) -> None:
        if path.endswith("tag/list"):
            server.before = lambda _: None
            window.marks.set("bookmarked", [id_], True)
            window.marks.set("bookmarked", [id_], False)
            window.flush()

    server.before = press
    sync(here)
    assert not here.marks.of(id_).bookmarked
    sync(here)
    assert not server.items[FIRST + 1].is_starred


def test_at_the_first_meeting_stars_are_united_and_read_is_the_readers_word(
    desk: Callable[[], Desk], server: FreshServer
) -> None:
    here = desk()
    sync(here)
    Accounts(here.paths).agreements(Accounts(here.paths).named("home")).forget()
    here.marks.set("bookmarked", [article(here, 1)], True)
    here.marks.set("read", [article(here, 2)], True)
    server.items[FIRST + 3].is_starred = True
    sync(here)
    sync(here)
    assert [number for number in range(1, 6) if server.items[FIRST + number].is_starred] == [1, 3, 5]
    assert here.marks.of(article(here, 3)).bookmarked
    assert server.items[FIRST + 2].is_read


def test_fifteen_hundred_marks_arrive_though_the_server_drops_the_end_of_a_form(
    desk: Callable[[], Desk], server: FreshServer
) -> None:
    for number in range(10, 10 + 1_200):
        server.add(FIRST + number)
    here = desk()
    sync(here)
    here.marks.set_rows("read", here.articles.listing("is:unread").rows, True)
    sync(here)
    assert [item.id for item in server.items.values() if not item.is_read] == []
    assert VARIABLES < 1_200


def test_a_list_that_comes_in_pages_while_marks_change_loses_none(
    desk: Callable[[], Desk], server: FreshServer
) -> None:
    server.page = 2
    here = desk()
    sync(here)
    pages = []

    def phone(path: str) -> None:
        if path.endswith("items/ids"):
            pages.append(path)
            if len(pages) == 4:  # between two pages of the unread ones
                server.items[FIRST + 4].is_read = True

    server.before = phone
    sync(here)
    assert not here.marks.of(article(here, 1)).read
    assert not here.marks.of(article(here, 2)).read


def test_a_label_with_the_name_of_a_folder_stays_here_and_the_reader_is_told(
    desk: Callable[[], Desk], server: FreshServer
) -> None:
    here = desk()
    sync(here)
    here.marks.set("tag:News", [article(here, 1)], True)
    said = [sync(here)[1] for _ in range(4)]
    assert "the tag 'News' stays here alone" in said[-1][0].reason
    assert "News" in here.marks.of(article(here, 1)).tagged


def test_what_vanished_there_and_what_was_unsubscribed_stay_here(desk: Callable[[], Desk], server: FreshServer) -> None:
    here = desk()
    sync(here)
    del server.items[FIRST + 1]
    del server.feeds["feed/3"]
    server.items.pop(FIRST + 5)
    here.feeds.remove(here.feeds.named("https://example.org/coast.xml"))
    sync(here)
    assert here.feeds.all() == []
    assert len(here.articles.listing().rows) == 5
    assert here.marks.of(article(here, 5)).bookmarked


def test_a_server_put_back_to_a_backup_meets_as_for_the_first_time(
    desk: Callable[[], Desk], server: FreshServer
) -> None:
    here = desk()
    server.add(FIRST + 9)
    sync(here)
    here.marks.set("read", [article(here, number) for number in (1, 2)], True)
    sync(here)
    for item in server.items.values():
        item.is_read = item.is_starred = False
    del server.items[FIRST + 9]
    sync(here)
    sync(here)
    assert here.marks.of(article(here, 1)).read
    assert server.items[FIRST + 1].is_read
    assert here.marks.of(article(here, 5)).bookmarked


def test_stars_that_vanish_all_at_once_are_a_question(desk: Callable[[], Desk], server: FreshServer) -> None:
    for number in range(20, 30):
        server.add(FIRST + number, is_starred=True)
    here = desk()
    sync(here)
    for item in server.items.values():
        item.is_starred = False
    assert "11 of 11 bookmarks have no star" in sync(here)[0].error
    assert len(here.articles.listing("is:bookmarked").rows) == 11
    assert sync(here, accepts=True)[0].error == ""
    assert len(here.articles.listing("is:bookmarked").rows) == 0


@pytest.mark.parametrize(
    "step", ["ClientLogin", "subscription/list", "tag/list", "items/ids", "items/contents", "edit-tag"]
)
def test_after_a_broken_off_round_the_next_one_completes(
    desk: Callable[[], Desk], server: FreshServer, step: str
) -> None:
    here = desk()
    sync(here)
    here.marks.set("read", [article(here, 1)], True)
    server.add(FIRST + 9)

    def die(path: str) -> None:
        if step in path:
            raise ConnectionAbortedError

    server.before = die
    assert "broke off" in sync(here)[0].error
    server.before = lambda _: None
    assert sync(here)[0].error == ""
    sync(here)
    assert server.items[FIRST + 1].is_read
    assert len(here.articles.listing().rows) == 6


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((200, "text/html", b"<!DOCTYPE html><title>Other</title>"), "not as this API does"),
        ((401, "text/plain", b"Unauthorized!"), "does not take the name or the password"),
        ((302, "text/html", b"http://127.0.0.2/elsewhere"), "to another address"),
        ((429, "text/plain", b""), "wants to be left alone"),
        ((200, "application/json", b'{"subscriptions": [7]}'), "not as this API does"),
        ((200, "application/json", b"[" * 100_000), "not as this API does"),
    ],
)
def test_a_hostile_server_costs_one_sentence(
    desk: Callable[[], Desk], server: FreshServer, answer: tuple[int, str, bytes], says: str
) -> None:
    here = desk()
    sync(here)
    before = here.articles.listing().rows
    server.answers["/api/greader.php/reader/api/0/subscription/list"] = answer
    error = sync(here)[0].error
    assert says in error
    assert PASSWORD not in error
    assert list(here.articles.listing().rows) == list(before)
    assert len(here.feeds.all()) == 2


def test_two_machines_and_one_journal_agree(desk: Callable[[], Desk], server: FreshServer) -> None:
    one = desk()
    sync(one)
    one.marks.set("bookmarked", [article(one, 1)], True)
    sync(one)
    user_paths().machine.write_text("0123456789ab")  # the same data on another machine
    two = desk()
    server.requests.clear()
    sync(two)
    assert not any("contents" in each or "edit-tag" in each for each in server.requests)
    two.marks.set("bookmarked", [article(two, 1)], False)
    sync(two)
    assert not server.items[FIRST + 1].is_starred
    assert len(list(user_paths().agreements.glob("home/*"))) == 2


def test_a_subscription_that_ended_with_the_newest_article_is_no_backup(
    desk: Callable[[], Desk], server: FreshServer
) -> None:
    here = desk()
    server.items[FIRST + 1].is_starred = True
    sync(here)
    del server.feeds["feed/3"]
    server.items.pop(FIRST + 5)
    server.items[FIRST + 1].is_starred = False
    sync(here)
    assert not here.marks.of(article(here, 1)).bookmarked
    assert not server.items[FIRST + 1].is_starred


def test_subscribing_again_gives_new_ids_and_no_article_twice(desk: Callable[[], Desk], server: FreshServer) -> None:
    here = desk()
    sync(here)
    here.marks.set("read", [article(here, 1)], True)
    sync(here)
    server.feeds["feed/9"] = server.feeds.pop("feed/1")
    for number in range(1, 5):
        old = server.items.pop(FIRST + number)
        server.items[FIRST + 50 + number] = replace(old, id=FIRST + 50 + number, feed="feed/9", is_read=False)
    sync(here)
    assert len(here.articles.listing().rows) == 5
    sync(here)
    assert here.marks.of(article(here, 1)).read
    assert server.items[FIRST + 51].is_read
    assert [feed.url for feed in here.feeds.all()].count("https://example.org/coast.xml") == 1


def test_marks_that_the_server_drops_are_named_and_sent_again(desk: Callable[[], Desk], server: FreshServer) -> None:
    here = desk()
    sync(here)
    here.marks.set("read", [article(here, 1)], True)
    edit = "/api/greader.php/reader/api/0/edit-tag"
    server.answers[edit] = (200, "text/html", b"OK")
    said = [sync(here)[1] for _ in range(4)]
    assert said[0] == []
    assert "1 mark that was sent does not show there yet" in said[-1][0].reason
    assert here.marks.of(article(here, 1)).read
    server.answers.clear()
    sync(here)
    assert server.items[FIRST + 1].is_read
    assert sync(here)[1] == []


def test_a_server_that_wants_to_be_left_alone_is_not_asked_again_before(
    desk: Callable[[], Desk], server: FreshServer
) -> None:
    here = desk()
    Accounts(here.paths).agreements(Accounts(here.paths).named("home")).save_pause(2e12)
    assert "wants to be left alone" in sync(here)[0].error
    assert server.requests == []
    Accounts(here.paths).agreements(Accounts(here.paths).named("home")).save_pause(5.0)
    assert sync(here)[0].new == 5
    server.answers["/api/greader.php/reader/api/0/tag/list"] = (429, "text/plain", b"")
    assert "for a while" in sync(here)[0].error
    server.answers.clear()
    assert sync(here)[0].error == ""


def test_articles_of_a_feed_that_ended_here_are_asked_for_once_and_come_with_the_feed(
    desk: Callable[[], Desk], server: FreshServer
) -> None:
    here = desk()
    sync(here)
    here.feeds.remove(here.feeds.named("https://example.org/coast.xml"))
    for number in (20, 21):
        server.add(FIRST + number)
    asked = []
    for _ in range(2):
        server.requests.clear()
        assert sync(here)[0] == FeedChecked(server.url, "home")
        asked.append(sum("contents" in each for each in server.requests))
    assert asked == [1, 0]
    here.marks.undo()
    assert sync(here)[0].new == 2
