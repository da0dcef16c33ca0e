"""The entries of a feed become articles. Each has a name, and some are only stubs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.enclosure import Enclosure
from newstui.domain.feed import Entry, Feed, FeedDocument
from newstui.formats.feeds.entries import (
    entry_digest,
    entry_key,
    incoming_of,
    is_stub,
    markdown_of_each,
    named_entries,
)

FERRY = Entry("The last ferry", "https://coast.example/ferry", "ferry", content="<p>It left.</p>")
LONG = "The ferry left the harbour at noon and never came back. " * 15


def names(*entries: Entry) -> list[str]:
    return list(named_entries(FeedDocument(entries=entries)))


def test_the_name_of_an_entry_is_its_guid_else_its_address_else_its_text() -> None:
    assert names(FERRY) == ["ferry"]
    assert names(replace(FERRY, guid=None)) == ["https://coast.example/ferry"]
    (bare,) = names(replace(FERRY, guid=None, url=None))
    assert names(replace(FERRY, guid=None, url=None, author="Someone")) == [bare]
    assert names(replace(FERRY, guid=None, url=None, content="<p>Another.</p>")) != [bare]


def test_a_guid_of_entries_at_several_addresses_is_not_a_name() -> None:
    other = replace(FERRY, title="The bridge", url="https://coast.example/bridge")
    assert names(FERRY, other) == ["https://coast.example/ferry", "https://coast.example/bridge"]
    assert names(FERRY, replace(FERRY, url=f"{FERRY.url}?utm_source=rss")) == ["ferry"]


def test_an_address_of_entries_with_several_titles_is_not_a_name() -> None:
    first, second = (replace(FERRY, guid=None, title=title) for title in ("One", "Two"))
    assert len(set(names(first, second))) == 2
    assert FERRY.url not in names(first, second)


def test_the_first_entry_of_a_name_counts() -> None:
    named = named_entries(FeedDocument(entries=(FERRY, replace(FERRY, content="<p>Older.</p>"))))
    assert named == {"ferry": FERRY}


entries = st.builds(
    Entry,
    st.sampled_from("AB"),
    url=st.sampled_from([None, "https://a.example/1", "https://a.example/2"]),
    guid=st.sampled_from([None, "1", "2"]),
    content=st.sampled_from(["", "x", "y"]),
)


@given(st.lists(entries, max_size=8))
def test_an_entry_with_an_address_of_its_own_is_never_lost(entries: list[Entry]) -> None:
    named = named_entries(FeedDocument(entries=tuple(entries)))
    assert set(named.values()) <= set(entries)
    assert {entry.url for entry in named.values()} == {entry.url for entry in entries}


def test_the_digest_changes_with_the_words() -> None:
    assert entry_digest(FERRY) == entry_digest(replace(FERRY, published=datetime(2025, 6, 1, tzinfo=UTC)))
    for other in (replace(FERRY, title="X"), replace(FERRY, content="X"), replace(FERRY, summary="X")):
        assert entry_digest(other) != entry_digest(FERRY)
    assert len(entry_key("\ud800")) == 16


def test_an_article_has_the_fields_of_its_entry_and_its_feed() -> None:
    entry = replace(FERRY, categories=("sea",), enclosures=(Enclosure("https://coast.example/1.mp3"),))
    document = FeedDocument("Courier", author="The editors", lang="en", entries=(entry,))
    feed = Feed("https://coast.example/new", tags=("sea", "mine"), known_as="https://coast.example/old")
    incoming = incoming_of("ferry", entry, LONG, "", document, feed)
    assert (incoming.source, incoming.author, incoming.lang) == ("Courier", "The editors", "en")
    assert (incoming.tags, incoming.enclosures) == (("sea", "mine"), entry.enclosures)
    assert (incoming.feed, incoming.guid) == ("https://coast.example/old", "ferry")
    assert incoming_of("ferry", entry, LONG, "", document, replace(feed, title="Mine")).source == "Mine"
    german = "Die Fähre legt am Freitag zum letzten Mal ab, und niemand weiß, was aus ihr werden soll. " * 6
    assert incoming_of("ferry", entry, german, "", document, feed).lang == "de"


@pytest.mark.parametrize(("summary", "kept"), [
    ("After ninety-three years the ferry stops, and a bridge takes its place.", True),
    (LONG[:200], False), ("Too short.", False), ("x" * 2000, False),
    ("After ninety-three years the ferry stops, and nobody knows why … Read more", False),
])  # fmt: skip
def test_a_summary_that_repeats_the_text_is_dropped(summary: str, kept: bool) -> None:
    incoming = incoming_of("ferry", FERRY, LONG, summary, FeedDocument(), Feed("https://a.example/"))
    assert (incoming.summary is not None) == kept


def test_a_long_summary_is_lost_only_where_the_text_repeats_it() -> None:
    other = " ".join(f"The bridge has {number} pillars and stands in the bay." for number in range(30))
    long = " ".join(f"On day {number} the ferry left the harbour at noon." for number in range(40))
    for summary, body, expected in (
        (other, LONG, f"{other}\n\n{LONG}"),
        (long, f"{long} And so on.", f"{long} And so on."),
        (long, long[:500], long),
        (long, "", long),
    ):
        assert incoming_of("a", FERRY, body, summary, FeedDocument(), Feed("https://a.example/")).body == expected


@pytest.mark.parametrize(("body", "expected"), [
    ("", True), ("Short.", True), (LONG * 2, False), (LONG * 2 + "[…]", True), (LONG * 2 + "Continue reading →", True),
    (LONG * 2 + "Read the full story at coast.example", True), (LONG * 2 + "It is already on the breadboard.", False),
    (LONG * 2 + "[Read more](https://a.example/1)", True), (LONG * 2 + "He could not read.", False),
])  # fmt: skip
def test_a_stub_is_short_or_ends_in_the_middle(body: str, expected: bool) -> None:
    assert is_stub(body) == expected


def test_many_pieces_of_html_are_converted_in_one_request() -> None:
    asked = '[["<p>A <b>b</b></p>", null], ["", null], ["<a href=\\"/x\\">x</a>", "https://a.example/"]]'
    assert markdown_of_each(asked) == ("A **b**", "", "[x](https://a.example/x)")
