"""Checked feeds: each article comes once, and the reader's edits and removals stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newstui.domain.feed import Feed
from newstui.services.events import FeedChecked, Synced
from newstui.services.feeds.stats import feed_stats
from newstui.store.feed_state import read_state
from tests.services.feeds.news import BRIDGE, FERRY, NOW, News
from tests.services.news_server import WORDS, Item, Says, feed_of, page_of

if TYPE_CHECKING:
    from newstui.domain.search.sort import Sort


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


def test_an_unchanged_feed_is_not_fetched_twice(news: News) -> None:
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


def test_a_publishers_change_is_stored_and_the_former_text_kept(news: News) -> None:
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


def test_a_file_that_its_owner_removed_does_not_come_back(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.sync()
    news.file().unlink()
    for title in ("The last ferry", "Changed"):
        news.put(replace(FERRY, title=title), BRIDGE)
        news.sync()
    assert [path.name for path in news.files()] == [news.file().name]
    assert "bridge" in news.file().name


def test_a_discarded_article_does_not_come_back(news: News) -> None:
    feed = news.subscribe("/feed", FERRY)
    news.sync()
    (id_,) = news.ids()
    news.desk.marks.set("discarded", [id_], True)
    for state in news.desk.paths.feeds.iterdir():
        state.unlink()
    news.file().unlink()
    assert news.sync([feed]).new == 0
    assert not news.files()


def test_a_feed_whose_state_is_lost_brings_nothing_twice(news: News) -> None:
    news.subscribe("/feed", FERRY, replace(BRIDGE, text="A stub."), full_text="never")
    news.sync()
    for state in news.desk.paths.feeds.iterdir():
        state.write_bytes(b"\0" * 100)
    news.put(replace(FERRY, title="Changed meanwhile"), replace(BRIDGE, text="A stub."))
    assert news.sync() == Synced(feeds=1, changed=1)
    assert len(news.files()) == 2


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


def test_the_newest_of_two_entries_with_one_name_counts(news: News) -> None:
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
    since = b"first_seen: "  # the run that wrote it
    assert (other.name, other.read_bytes().partition(since)[0]) == (
        name.replace(".md", "-2.md"),
        raw.partition(since)[0],
    )


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
        assert len(news.desk.articles.listing(f'(feed:"{news.web.url(address).upper()}" OR feed:x) -feed:=y')) == 2
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
def test_a_busy_server_is_asked_again_only_after_the_pause_that_it_wants(
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


def in_order(news: News, sort: Sort = "newest") -> str:
    return " ".join(each.title for each in news.desk.articles.headlines(news.desk.articles.listing("", sort).rows))


@pytest.mark.parametrize("date", ["", "Mon, 06 May 2024 00:00:00 GMT"])
@pytest.mark.parametrize("text", ["Short.", WORDS * 10])
def test_entries_of_one_time_stand_in_the_order_of_their_feed(news: News, date: str, text: str) -> None:
    def items(*names: int) -> list[Item]:
        return [Item(f"N{name}", text, link=f"http://127.0.0.1:9/{name}", date=date) for name in names]

    news.subscribe("/feed", *items(4, 2, 3, 1), full_text="auto")
    news.sync()
    assert (in_order(news), in_order(news, "oldest")) == ("N4 N2 N3 N1", "N1 N3 N2 N4")
    news.put(*items(9, 7, 4, 2, 3, 1))
    news.sync()
    assert in_order(news) == "N9 N7 N4 N2 N3 N1", "what came later stands before"
    news.desk.index.rebuild()
    assert news.sync().new == 0
    assert in_order(news) == "N9 N7 N4 N2 N3 N1", "the files alone know it"


def test_dates_that_say_nothing_leave_entries_in_the_order_of_their_feeds(news: News) -> None:
    days = {"A1": "Wed, 01 May 2124 10:00:00 GMT", "A2": "Thu, 01 Jan 1970 00:00:00 GMT", "A3": "soon",
            "A4": "Mon, 01 Jan 0001 00:00:00 +0000", "A5": ""}  # fmt: skip
    news.subscribe("/a", *(Item(name, WORDS * 10, date=date) for name, date in days.items()))
    news.sync()
    yesterday = FERRY.date.replace("01 Jun", "31 May")
    news.subscribe(
        "/b", Item("B1", WORDS * 10, date=yesterday), *(Item(name, WORDS * 10, date="") for name in ("B2", "B3"))
    )
    news.sync()
    assert in_order(news) == "B2 B3 A1 A2 A3 A4 A5 B1"
    assert in_order(news, "oldest") == "B1 A5 A4 A3 A2 A1 B3 B2"
    news.put(
        Item("A0", WORDS * 10, date=""), *(Item(name, WORDS * 10, date=date) for name, date in days.items()), path="/a"
    )
    news.sync()
    assert in_order(news) == "A0 B2 B3 A1 A2 A3 A4 A5 B1"


def test_an_entry_of_the_future_counts_as_when_it_was_first_seen(news: News) -> None:
    news.subscribe("/feed", replace(BRIDGE, date="Wed, 01 May 2124 10:00:00 GMT"))
    news.sync()
    (id_,) = news.ids()
    later = FERRY.date.replace("01 Jun 2025 10", "02 Jun 2025 14")
    news.put(replace(BRIDGE, date="Wed, 01 May 2124 10:00:00 GMT"), replace(FERRY, date=later))
    news.sync()
    assert in_order(news) == "The last ferry The first bridge"
    article = news.desk.articles.read(id_)
    assert (article.published, article.stated) == (NOW + timedelta(hours=1), datetime(2124, 5, 1, 10, tzinfo=UTC))
    assert b"date: 2124-05-01" in (news.root / article.path).read_bytes()


def test_an_article_with_a_new_guid_at_each_fetch_comes_once_and_keeps_its_marks(news: News) -> None:
    news.subscribe("/feed", FERRY, replace(BRIDGE, text="A stub."), full_text="never")
    assert news.sync().new == 2
    (id_,) = news.ids('title:"last ferry"')
    news.desk.marks.set("bookmarked", [id_], True)
    for fetch in range(3):
        news.put(
            replace(FERRY, guid=f"{fetch}-a", link=f"http://www.coast.example/ferry/?utm_source={fetch}"),
            replace(BRIDGE, guid=f"{fetch}-b", text="A stub."),
        )
        assert news.sync() == Synced(feeds=1)
    news.put(replace(FERRY, guid="9-a", text=WORDS * 11), replace(BRIDGE, guid="9-b", text="A stub."))
    assert news.sync() == Synced(feeds=1, changed=1)
    assert news.ids("is:bookmarked") == [id_]
    assert len(news.files()) == 2
    assert len(news.revisions()) == 1


def test_removed_and_discarded_articles_do_not_come_back_under_new_guids(news: News) -> None:
    news.subscribe("/feed", FERRY, BRIDGE)
    news.sync()
    news.desk.marks.set("discarded", news.ids('title:"last ferry"'), True)
    next(path for path in news.files() if "bridge" in path.name).unlink()
    for fetch in range(2):
        news.put(replace(FERRY, guid=f"{fetch}-a"), replace(BRIDGE, guid=f"{fetch}-b"))
        assert news.sync() == Synced(feeds=1)
    assert not news.ids()


def test_new_guids_after_the_state_was_lost_bring_nothing_twice(news: News) -> None:
    news.subscribe("/feed", FERRY, BRIDGE)
    news.sync()
    for state in news.desk.paths.feeds.iterdir():
        state.unlink()
    news.put(replace(FERRY, guid="x", link="http://coast.example/ferry/"), replace(BRIDGE, guid="y"))
    assert news.sync() == Synced(feeds=1)
    assert len(news.files()) == 2


def test_an_edition_in_the_guid_is_a_change_of_the_same_article(news: News) -> None:
    news.subscribe("/feed", replace(FERRY, guid=f"{FERRY.link}#0"), BRIDGE)
    news.sync()
    ids = news.ids()
    news.put(replace(FERRY, guid=f"{FERRY.link}#1", text=WORDS * 10 + "Later it came back."), BRIDGE)
    assert news.sync() == Synced(feeds=1, changed=1)
    assert news.ids() == ids


def test_episodes_that_all_link_to_one_page_are_articles_of_their_own(news: News) -> None:
    def episode(number: int, link: str) -> Item:
        return Item(f"Episode {number}", text=f"This is number {number}.", guid=f"e{number}", link=link)

    for path, link in (("/home", "https://pod.example/"), ("/log", "https://pod.example/changelog")):
        news.subscribe(path, episode(1, link), full_text="never")
        news.sync()
        for newest in (2, 3):
            news.put(*(episode(number, link) for number in range(newest, 0, -1)), path=path)
            assert news.sync().new == 1
        news.put(episode(4, link), path=path)
        assert news.sync().new == 1


def test_comments_do_not_vanish_in_the_article_that_they_are_about(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.sync()
    link = f"{FERRY.link}#comment-1"
    comment = Item("Comment on The last ferry by Ada", text="I saw it leave.", guid=link, link=link)
    news.subscribe("/comments", comment, full_text="never")
    assert news.sync().new == 1
    link = f"{FERRY.link}#comment-2"
    news.put(replace(comment, guid=link, link=link, text="So did I."), path="/comments")
    assert news.sync().new == 1


def test_an_article_of_two_feeds_comes_once_under_any_notation_of_its_address(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.sync()
    news.subscribe("/second", replace(FERRY, guid="x", link="http://WWW.coast.example/ferry/?fbclid=1#top"))
    news.subscribe("/third", replace(FERRY, guid="y", title="Coast Courier: The last ferry", text=WORDS * 3))
    news.subscribe("/links", replace(FERRY, guid="z", title="A link", text="Worth reading. " * 130))
    assert news.sync() == Synced(feeds=4, new=1)
    assert len(news.files()) == 2
    (id_,) = news.ids('title:"last ferry"')
    for feed in ("/feed", "/second", "/third"):
        assert news.ids(f'feed:"{news.web.url(feed)}"') == [id_]
    stats = feed_stats(news.desk.feeds, news.desk.articles, news.now)
    assert [each.articles for each in stats] == [1, 1, 1, 1]
    before = news.files()[0].read_bytes()
    news.put(replace(FERRY, guid="x"), BRIDGE, path="/second")
    assert news.sync() == Synced(feeds=4, new=1)
    assert news.files()[0].read_bytes() == before


def test_an_article_of_a_hidden_feed_is_on_the_front_page_where_another_has_it_too(news: News) -> None:
    news.subscribe("/feed", FERRY, BRIDGE, is_hidden=True)
    news.sync()
    assert news.ids() == []
    news.subscribe("/second", replace(FERRY, guid="x"))
    news.sync()
    assert len(news.ids()) == 1
    assert news.desk.articles.tallies.by("source") == [("Coast Courier", 1)]
    news.subscribe("/third", replace(FERRY, guid="y"), is_hidden=True)
    news.sync()
    assert len(news.ids()) == 1


def test_an_article_of_hidden_feeds_alone_stays_hidden(news: News) -> None:
    for feed in ("/feed", "/second"):
        news.subscribe(feed, FERRY, is_hidden=True)
    assert news.sync().new == 1
    assert news.ids() == []
