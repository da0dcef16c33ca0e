"""Articles at one address, as tables: the same one comes back under other names, and others keep to themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.articles.incoming import Incoming
from newstui.domain.enclosure import Enclosure
from newstui.services.intake.recognise import Known, Siblings, recognised, recognised_file

NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)
FEED, OTHER_FEED = "https://coast.example/feed", "https://isle.example/feed"
NOON = " ".join(f"The ferry number {n} left harbour {n * 7} at noon." for n in range(40))
BRIDGE = " ".join(f"A bridge of {n} arches crosses the bay since year {n * 3}." for n in range(40))
FERRY = Incoming(
    "The last ferry", NOON, url="https://coast.example/ferry", published=NOW, feed=FEED, guid="1"
)  # fmt: skip
BY_HAND = replace(FERRY, feed=None, guid=None)
STATUS = replace(FERRY, title="Update", url="https://coast.example/status")
HOME = replace(FERRY, url="https://coast.example/")


def is_same(incoming: Incoming, *known: Incoming, **siblings: object) -> bool:
    """Whether the first of these is recognised, its id being `0`."""
    ids = [Known(str(number), article) for number, article in enumerate(known)]
    return recognised(incoming, ids, Siblings(**siblings)) == "0"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "again",
    [
        replace(FERRY, guid="2"),
        replace(FERRY, guid="2", url="http://www.coast.example/ferry/?utm_source=x#top"),
        replace(FERRY, guid="2", url="https://m.coast.example/ferry"),
        replace(FERRY, guid="2", body=f"**{NOON}**", published=NOW + timedelta(hours=1)),
        replace(FERRY, guid="2", body=f"{NOON} ![](https://coast.example/pixel?{NOW})"),
    ],
)
def test_the_same_words_at_the_same_address_are_the_same_article(again: Incoming) -> None:
    assert is_same(again, FERRY)
    assert is_same(replace(again, feed=OTHER_FEED), FERRY)
    assert is_same(replace(again, feed=None, guid=None), FERRY)
    assert is_same(again, BY_HAND)


@pytest.mark.parametrize(
    "other",
    [
        replace(FERRY, guid="2", title="The first bridge", body=BRIDGE),
        replace(FERRY, guid="2", title="The first bridge", body=""),
        replace(FERRY, guid="2", body=BRIDGE),
        replace(FERRY, guid="2", title="The first bridge", body=BRIDGE, url="https://m.coast.example/ferry"),
        replace(FERRY, guid="2", url=f"{FERRY.url}#comment-12", title="Comment on The last ferry by Ada", body="No!"),
    ],
)
def test_other_words_at_the_same_address_are_another_article(other: Incoming) -> None:
    assert not is_same(other, FERRY)
    assert not is_same(replace(other, feed=OTHER_FEED), FERRY)
    assert not is_same(other, BY_HAND)


def test_where_guids_are_kept_the_same_news_at_another_time_are_other_news() -> None:
    again = replace(STATUS, guid="2")
    assert is_same(again, STATUS, guids="kept")
    later = replace(again, published=NOW + timedelta(hours=1))
    assert not is_same(later, STATUS, guids="kept")
    assert is_same(later, STATUS, guids="changed")


def test_an_address_of_a_whole_site_names_no_article() -> None:
    assert not is_same(replace(HOME, guid="2", published=NOW + timedelta(days=1)), HOME)
    assert not is_same(replace(HOME, guid="2", title="Episode 2", body="Words"), replace(HOME, body="Words"))
    assert is_same(replace(HOME, guid="2"), HOME)


def test_the_files_of_two_entries_tell_them_apart() -> None:
    first = replace(HOME, enclosures=(Enclosure("https://coast.example/1.mp3?pass=a"),))
    assert is_same(replace(first, guid="2", enclosures=(Enclosure("https://coast.example/1.mp3?pass=b"),)), first)
    assert not is_same(replace(first, guid="2", enclosures=(Enclosure("https://coast.example/2.mp3?pass=a"),)), first)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("https://coast.example/ferry", "http://www.coast.example/ferry", True),
        ("https://coast.example/ferry#0", "https://coast.example/ferry#1", True),
        ("https://coast.example/ferry?t=1715", "https://coast.example/ferry?t=1716", True),
        ("https://coast.example/ferry?p=1", "https://coast.example/ferry?p=2", False),
        ("https://coast.example/ferry#post-1", "https://coast.example/ferry#post-2", False),
        ("1", "2", False),
    ],
)
def test_a_guid_in_another_notation_brings_a_changed_article(before: str, after: str, expected: bool) -> None:
    known = replace(FERRY, guid=before)
    edited = replace(FERRY, guid=after, body=NOON.replace("number 3", "number three"))
    assert is_same(edited, known, seen={"0"}) is expected


def test_another_edition_with_all_words_changed_is_another_article() -> None:
    known = replace(FERRY, guid=f"{FERRY.url}#0")
    other = replace(FERRY, guid=f"{FERRY.url}#1", title="The first bridge", body=BRIDGE)
    assert not is_same(other, known, seen={"0"})
    assert is_same(replace(other, guid=known.guid), known, seen={"0"})


def test_an_edited_entry_is_the_same_where_guids_change_with_each_fetch_and_its_address_is_its_own() -> None:
    edited = replace(FERRY, guid="2", title="The very last ferry", body=BRIDGE)
    assert is_same(edited, FERRY, seen={"0"}, guids="changed")
    longer = replace(FERRY, guid="2", body=f"{NOON} It came back.", published=NOW + timedelta(hours=1))
    assert is_same(longer, FERRY, seen={"0"}, guids="changed")
    assert not is_same(replace(longer, body=BRIDGE), FERRY, seen={"0"}, guids="changed")
    assert not is_same(edited, FERRY, seen={"0"}, guids="unknown")
    assert not is_same(edited, FERRY, seen={"0"}, guids="changed", shared={"coast.example/ferry"})
    assert not is_same(edited, FERRY, replace(FERRY, title="A third"), seen={"0"}, guids="changed")


def test_an_excerpt_in_another_feed_is_the_same_article_unless_the_feed_has_brought_that_already() -> None:
    excerpt = replace(FERRY, feed=OTHER_FEED, body=NOON[:200], title="Ada: The last ferry")
    assert is_same(excerpt, FERRY)
    assert not is_same(excerpt, FERRY, seen={"0"})
    assert not is_same(excerpt, FERRY, shared={"coast.example/ferry"})
    assert not is_same(replace(excerpt, title="A link", body=f"See: {NOON[:100]}"), FERRY)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (BY_HAND, True),
        (replace(BY_HAND, title="The last ferry | Coast Courier", body=BRIDGE), True),
        (replace(BY_HAND, title="Coast Courier", body=f"{NOON} Read more."), True),
        (replace(BY_HAND, title="https://coast.example/ferry", body=""), True),
        (replace(BY_HAND, title="The first bridge", body=BRIDGE), False),
        (replace(FERRY, title="The first bridge", body=BRIDGE), False),
        (replace(FERRY, title="The last ferry | Coast Courier", body=NOON[:100]), True),
        (replace(FERRY, body=""), True),
    ],
)
def test_a_page_that_the_reader_adds_is_the_one_that_is_there(known: Incoming, expected: bool) -> None:
    assert is_same(BY_HAND, known) is expected
    assert is_same(replace(BY_HAND, body=""), known)


def test_a_page_to_which_many_entries_link_is_none_of_them() -> None:
    entries = [replace(STATUS, title=title, body="") for title in ("Down", "Up")]
    page = replace(BY_HAND, url=STATUS.url, title="Status", body="")
    assert not is_same(page, *entries)
    assert is_same(replace(page, title="down"), *entries)


def test_a_copy_is_recognised_and_notes_about_an_article_are_not() -> None:
    known = [Known("0", FERRY)]
    assert recognised_file(f"{NOON} Copied by me.", known) == "0"
    for notes in ("I saw it.", NOON[:200], BRIDGE, ""):
        assert recognised_file(notes, known) is None


articles = st.builds(
    Incoming,
    st.sampled_from(["A", "B"]),
    st.sampled_from(["", "x", "🎉", "🚀"]),
    url=st.sampled_from(["https://a.example/1", "https://a.example/"]),
    feed=st.sampled_from([FEED, OTHER_FEED]),
    guid=st.sampled_from(["1", "2"]),
    published=st.just(NOW),
)


@given(articles, articles)
def test_of_two_entries_with_other_titles_none_is_lost(one: Incoming, other: Incoming) -> None:
    if one.title != other.title or (one.feed == other.feed and one.body and other.body and one.body != other.body):
        assert not is_same(replace(one, guid="3"), other, guids="kept", seen={"0"})
