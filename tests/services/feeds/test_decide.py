"""Decisions about a checked feed and its entries, as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.enclosure import Enclosure
from newstui.domain.feed import Entry, Feed, FeedDocument
from newstui.net.fetch import Fetched
from newstui.services.feeds.decide import (
    decide,
    entry_news,
    first_version,
    is_due,
    next_version,
    seen_before,
    wants_page,
)
from newstui.store.feed_state import FeedState, Seen

NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)
URL = "https://coast.example/feed"
SEEN = FeedState(title="Coast", etag="old", digest="d", error="it broke off", failures=2)
STUB = Incoming("Ferry", "Read more", url="https://coast.example/ferry", feed=URL)
WHOLE = replace(STUB, body="A long text of many words. " * 40)


@pytest.mark.parametrize(
    ("not_before", "is_named", "expected"),
    [
        (None, False, True),
        (NOW - timedelta(seconds=1), False, True),
        (NOW, False, True),
        (NOW + timedelta(seconds=1), False, False),
        (NOW + timedelta(seconds=1), True, True),
    ],
)
def test_a_feed_is_due_unless_its_server_asked_for_a_pause(
    not_before: datetime | None, is_named: bool, expected: bool
) -> None:
    assert is_due(replace(SEEN, not_before=not_before), NOW, is_named=is_named) is expected


@pytest.mark.parametrize(
    ("status", "retry_after", "seconds", "is_gone"),
    [
        (404, None, None, False),
        (410, None, None, True),
        (429, None, 900, False),
        (503, 60, 60, False),
        (500, 30, 30, False),
    ],
)
def test_a_refusal_counts_as_a_failure_and_may_ask_for_a_pause(
    status: int, retry_after: int | None, seconds: int | None, is_gone: bool
) -> None:
    answered = decide(SEEN, Fetched(URL, status, retry_after=retry_after), NOW)
    assert (answered.has_news, answered.is_gone) == (False, is_gone)
    assert (answered.state.failures, answered.state.checked, answered.state.etag) == (3, NOW, "old")
    assert answered.state.error.endswith(f"(HTTP {status})")
    assert answered.state.not_before == (NOW + timedelta(seconds=seconds) if seconds else None)


def test_an_unchanged_feed_is_well_and_has_no_news() -> None:
    answered = decide(SEEN, Fetched(URL, 304, is_unchanged=True, moved_to="https://new.example/"), NOW)
    assert (answered.has_news, answered.moved_to) == (False, "https://new.example/")
    assert answered.state == replace(SEEN, checked=NOW, error="", failures=0)


def test_a_body_is_news_once() -> None:
    answer = Fetched(URL, 200, b"<rss/>", etag="new", last_modified="today")
    first = decide(SEEN, answer, NOW)
    assert first.has_news
    assert (first.state.etag, first.state.last_modified, first.state.failures) == ("new", "today", 0)
    assert not decide(first.state, answer, NOW).has_news


def state_after(document: FeedDocument) -> FeedState:
    """The state of a feed that had this content, each entry with its guid as the id of its article."""
    named = {new.key: new.entry.guid or "" for new in entry_news(document, FeedState(), URL).unseen}
    present = entry_news(document, FeedState(), URL).present
    return FeedState(seen={key: present[key]._replace(id=id_) for key, id_ in named.items()})


def test_entries_are_new_when_they_differ_from_what_was_seen() -> None:
    document = FeedDocument(entries=(Entry("A", guid="a", content="one"), Entry("B", guid="b", content="two")))
    first = entry_news(document, FeedState(), URL)
    assert [entry.entry.title for entry in first.unseen] == ["A", "B"]
    assert list(first.present) == [entry.key for entry in first.unseen]
    state = state_after(document)
    assert not entry_news(document, state, URL).unseen
    changed = replace(document, entries=(document.entries[0], Entry("B", guid="b", content="three")))
    assert [entry.entry.content for entry in entry_news(changed, state, URL).unseen] == ["three"]


@pytest.mark.parametrize(
    ("full_text", "incoming", "expected"),
    [
        ("auto", STUB, True),
        ("auto", WHOLE, False),
        ("always", WHOLE, True),
        ("never", STUB, False),
        ("always", replace(STUB, url=None), False),
        ("always", replace(STUB, enclosures=(Enclosure("https://coast.example/ferry"),)), False),
    ],
)
def test_a_page_is_wanted_for_stubs_or_as_the_feed_says(full_text: str, incoming: Incoming, expected: bool) -> None:
    feed = Feed(URL, full_text=full_text)  # type: ignore[arg-type]
    assert wants_page(feed, incoming) is expected
    assert first_version(feed, incoming).page_status.is_wanted is expected


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        (None, None),
        (replace(WHOLE, feed="https://other.example/"), None),
        (replace(WHOLE, body="before"), replace(STUB, body="before", page_status=PageStatus("wanted", is_update=True))),
        (replace(STUB, page_status=PageStatus("unavailable")), replace(STUB, page_status=PageStatus("wanted"))),
    ],
)
def test_a_changed_stub_keeps_its_text_and_requests_its_page(
    present: Incoming | None, expected: Incoming | None
) -> None:
    assert next_version(Feed(URL), STUB, present) == expected


def test_a_changed_whole_entry_is_its_next_version() -> None:
    assert next_version(Feed(URL), WHOLE, STUB) == WHOLE


FERRY = Entry("Ferry", "https://coast.example/ferry", "1", published=NOW, content="<p>It left.</p>")
BRIDGE = Entry("Bridge", "https://coast.example/bridge", "2", published=NOW, content="<p>It stands.</p>")
STATUS = Entry("All is well", "https://coast.example/status", "3", published=NOW, content="<p>All.</p>")


def titles_after(before: list[Entry], after: list[Entry]) -> list[str]:
    """The titles of the entries that are to be stored, after a fetch that brought other ones."""
    state = state_after(FeedDocument(entries=tuple(before)))
    return [new.entry.title for new in entry_news(FeedDocument(entries=tuple(after)), state, URL).unseen]


@pytest.mark.parametrize(
    "again",
    [
        replace(FERRY, guid="x"),
        replace(FERRY, guid="x", url="http://www.coast.example/ferry/?utm_source=x#top"),
        replace(FERRY, guid="x", published=NOW + timedelta(hours=1)),
        replace(FERRY, guid="x", content='<p>It <b>left</b>.</p><img src="https://s.example/p.gif?now=1">'),
    ],
)
def test_an_entry_that_has_only_another_guid_is_not_new(again: Entry) -> None:
    had = replace(FERRY, content=FERRY.content + again.content.partition("</p>")[2].replace("=1", "=2"))
    state = state_after(FeedDocument(entries=(had, BRIDGE)))
    news = entry_news(FeedDocument(entries=(again, replace(BRIDGE, guid="y"))), state, URL)
    assert not news.unseen
    assert news.siblings.guids == "changed"
    seen = seen_before(state, news)
    assert [each.id for each in seen.values()] == ["1", "2"]
    assert set(seen) == set(news.present)


def test_an_entry_is_new_where_the_same_words_are_still_there_under_the_former_name() -> None:
    again = replace(STATUS, guid="x", published=NOW + timedelta(hours=1))
    assert titles_after([STATUS, FERRY], [again, STATUS, FERRY]) == ["All is well"]
    assert titles_after([STATUS, FERRY], [again, FERRY]) == ["All is well"]
    assert titles_after([STATUS, FERRY], [again, replace(FERRY, guid="y")]) == []
    home = replace(STATUS, url="https://coast.example/")
    assert titles_after([home], [replace(again, url=home.url)]) == ["All is well"]


def test_an_entry_that_a_feed_has_twice_under_two_guids_comes_once() -> None:
    assert titles_after([], [FERRY, replace(FERRY, guid="x")]) == ["Ferry"]
    assert titles_after([FERRY], [replace(FERRY, guid="x"), FERRY]) == []
    assert titles_after([], [FERRY, replace(FERRY, guid="x", content="<p>It left again.</p>")]) == ["Ferry", "Ferry"]
    assert titles_after([], [FERRY, replace(FERRY, guid="x", published=NOW - timedelta(days=1))]) == ["Ferry", "Ferry"]


def test_an_entry_that_version_0_1_has_seen_is_recognised_by_its_digest() -> None:
    state = state_after(FeedDocument(entries=(FERRY,)))
    old = FeedState(seen={key: Seen(each.id, each.digest) for key, each in state.seen.items()})
    assert not entry_news(FeedDocument(entries=(replace(FERRY, guid="x"),)), old, URL).unseen
    same = entry_news(FeedDocument(entries=(FERRY,)), old, URL)
    assert seen_before(old, same) == state.seen


def test_addresses_alone_make_no_other_words() -> None:
    state = state_after(FeedDocument(entries=(FERRY,)))
    linked = '<p>It <a href="https://e.org/?s=2">left</a>.</p>'
    for content, is_reworded in ((linked, False), ("<p>It left again.</p>", True)):
        (new,) = entry_news(FeedDocument(entries=(replace(FERRY, content=content),)), state, URL).unseen
        assert new.is_reworded is is_reworded
