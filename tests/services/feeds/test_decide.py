"""Decisions about a checked feed and its entries, as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.feed import Entry, Feed, FeedDocument
from newstui.net.fetch import Fetched
from newstui.services.feeds.decide import decide, first_version, is_due, new_entries, next_version, wants_page
from newstui.store.feed_state import FeedState

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


def test_entries_are_new_when_they_differ_from_what_was_seen() -> None:
    document = FeedDocument(entries=(Entry("A", guid="a", content="one"), Entry("B", guid="b", content="two")))
    entries, keys = new_entries(document, {})
    assert [entry.entry.title for entry in entries] == ["A", "B"]
    assert keys == {entry.key for entry in entries}
    seen = {entry.key: ("id", entry.digest) for entry in entries}
    assert new_entries(document, seen) == ([], keys)
    changed = replace(document, entries=(document.entries[0], Entry("B", guid="b", content="three")))
    assert [entry.entry.content for entry in new_entries(changed, seen)[0]] == ["three"]


@pytest.mark.parametrize(
    ("full_text", "incoming", "expected"),
    [
        ("auto", STUB, True),
        ("auto", WHOLE, False),
        ("always", WHOLE, True),
        ("never", STUB, False),
        ("always", replace(STUB, url=None), False),
        ("always", replace(STUB, enclosures=("https://coast.example/ferry",)), False),
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
