"""Pages of stubs: fetched where the feed has only a stub, and never replacing a text by less."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from newstui.services.events import Progress, Skipped, Synced
from tests.services.feeds.news import NOW, News, stub
from tests.services.news_server import WORDS, Item, Says, page_of
from tests.services.runs import sync


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


@pytest.mark.parametrize(("words", "is_taken"), [(9, True), (6, False)])
def test_a_page_with_paragraphs_replaces_about_as_many_words_in_one_line(
    news: News, words: int, is_taken: bool
) -> None:
    news.subscribe("/feed", replace(stub(news), text=WORDS * 10), full_text="always")
    news.web.at["/ferry"] = page_of("The last ferry", *(f"Part {number}: {WORDS}" for number in range(words)))
    assert news.sync().pages == 1
    assert ("\n\nPart 5: The ferry" in news.file().read_text()) == is_taken


def test_a_page_that_does_not_come_is_tried_a_few_times(news: News) -> None:
    news.subscribe("/feed", stub(news))
    for _ in range(4):
        told = news.events()
        assert [event.reason for event in told if isinstance(event, Skipped)] == [
            "there is nothing at this address any more (HTTP 404)"
        ]
        assert news.desk.articles.read(news.ids()[0]).body == "It left at noon. Read more"
    assert "text: unavailable" in news.file().read_text()
    assert news.sync() == Synced(feeds=1)


def test_a_page_that_comes_after_failed_tries_is_used(news: News) -> None:
    news.subscribe("/feed", stub(news))
    news.web.at["/ferry"] = Says(status=500)
    assert news.sync().pages_left == 1
    assert "text: wanted 1" in news.file().read_text()
    news.web.at["/ferry"] = page_of("The last ferry", *[WORDS * 4] * 6)
    assert news.sync().pages == 1
    assert news.desk.articles.read(news.ids()[0]).updated is None


def test_an_address_that_is_not_a_page_is_not_fetched_again(news: News) -> None:
    news.subscribe("/feed", stub(news, "/talk.mp3"))
    news.web.at["/talk.mp3"] = Says(b"\xff\xfb" * 100, heads={"Content-Type": "audio/mpeg"})
    told = news.events()
    assert [event.reason for event in told if isinstance(event, Skipped)] == [
        "there is no page at this address: it is audio/mpeg"
    ]
    assert "text: unavailable" in news.file().read_text()


def test_a_page_that_is_too_large_is_reported_and_tried_again(news: News) -> None:
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
    asked = []
    for number, event in enumerate(sync(news.desk, now=NOW, is_cancelled=over.is_set)):
        asked += [event.waits_for] if isinstance(event, Progress) else []
        if number == 3:  # FeedChecked, Progress, the host that is asked for pages, and the Progress of one page
            over.set()
    waiting = [path for path in news.files() if "text: wanted" in path.read_text()]
    assert 0 < len(waiting) < 6
    assert asked[:3] == ["", "127.0.0.1", "127.0.0.1"]
    assert news.sync() == Synced(feeds=1, pages=len(waiting))


def test_an_enclosure_is_not_fetched_as_a_page(news: News) -> None:
    sound = f'<enclosure url="{news.web.url("/talk.mp3")}" type="audio/mpeg" length="1"/>'
    news.subscribe("/feed", Item("Talk", text="Ten minutes.", more=sound))
    assert news.sync() == Synced(feeds=1, new=1)
    assert news.web.paths() == ["/feed"]


def test_the_page_of_a_changed_stub_is_fetched_again(news: News) -> None:
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
