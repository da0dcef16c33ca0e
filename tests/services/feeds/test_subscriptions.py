"""Subscriptions and saved searches are acts of the reader: kept, merged and undone like marks."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace

import pytest

from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed
from newstui.domain.marks.words import change_in_words
from newstui.services.desk import Desk
from newstui.store.feed_state import FeedState, write_state

Open = Callable[[], Desk]
COURIER = Feed(
    "https://coast.example/feed", "Courier", "https://coast.example/", "Sea/Ferries", ("sea",), full_text="never",
    has_images=True, extra=(("x", "y"),),
)  # fmt: skip
WIRE = Feed("https://wire.example/rss")


def test_a_subscription_keeps_all_its_fields(desk: Open) -> None:
    first = desk()
    assert first.feeds.add([COURIER, WIRE, replace(WIRE, url="HTTPS://WIRE.example/rss?utm_source=x")]) == 2
    assert first.feeds.add([COURIER], is_dry=True) == 0
    assert first.feeds.add([Feed("https://new.example/")], is_dry=True) == 1
    assert first.feeds.all() == [WIRE, COURIER]
    first.flush()
    second = desk()
    second.refresh()
    assert second.feeds.all() == [WIRE, COURIER]


def test_a_subscription_is_changed_ended_and_both_undone(desk: Open) -> None:
    one = desk()
    one.feeds.add([COURIER])
    one.feeds.change(replace(COURIER, title="Mine"))
    assert one.feeds.all()[0].title == "Mine"
    one.feeds.remove(COURIER)
    assert one.feeds.all() == []
    one.marks.undo()
    one.marks.undo()
    assert one.feeds.all() == [COURIER]


def test_a_title_known_elsewhere_serves_until_the_feed_says_its_own(desk: Open) -> None:
    own = desk()
    feeds = own.feeds
    feeds.add([WIRE, COURIER])
    feeds.save_state(COURIER.url, FeedState(title="Courier"))
    feeds.learn_titles([(WIRE.url, "The Wire"), (COURIER.url, "Old name")])
    assert feeds.title_of(WIRE.url) == "The Wire"
    assert feeds.state(COURIER.url).title == "Courier"
    feeds.change(replace(WIRE, is_hidden=True))
    change = own.marks.undo()
    assert change is not None
    assert change_in_words(change) == "The Wire — on the front page"


def test_two_windows_subscribe_at_once(desk: Open) -> None:
    one, other = desk(), desk()
    one.feeds.add([COURIER])
    other.feeds.add([WIRE])
    for each in (one, other):
        each.flush()
    for each in (one, other):
        each.refresh()
        assert each.feeds.all() == [WIRE, COURIER]


def test_what_another_version_wrote_of_a_feed_is_read_as_far_as_it_is_known(desk: Open) -> None:
    one = desk()
    one.marks.set("subscription", [WIRE.url], '{"title": "Wire", "from the future": 1}')
    assert one.feeds.all() == [replace(WIRE, title="Wire")]
    for odd in ("nonsense", "[]", "1", '{"title": 1}', "[" * 50_000):
        one.marks.set("subscription", [WIRE.url], odd)
        assert one.feeds.all() == [WIRE]


def test_undo_ignores_feeds_that_moved_or_ended_by_themselves(desk: Open) -> None:
    one = desk()
    one.feeds.add([COURIER, WIRE])
    one.feeds.move(COURIER, WIRE.url)
    assert len(one.feeds.all()) == 2
    one.feeds.move(COURIER, "https://moved.example/")
    moved = replace(COURIER, url="https://moved.example/", known_as=COURIER.url)
    assert one.feeds.all() == [WIRE, moved]
    one.feeds.move(moved, "https://again.example/")
    assert one.feeds.all()[1].first_address == COURIER.url
    one.feeds.disable(WIRE)
    assert one.feeds.all()[0].is_disabled
    one.marks.undo()  # of the one act
    assert [feed.url for feed in one.feeds.all()] == ["https://again.example/"]
    one.feeds.disable(WIRE)
    one.feeds.move(WIRE, "https://x.example/")
    assert [feed.url for feed in one.feeds.all()] == ["https://again.example/"]


def test_a_feed_can_be_named_by_address_title_or_a_part(desk: Open) -> None:
    one = desk()
    one.feeds.add([COURIER, WIRE])
    write_state(one.paths.feeds, WIRE.url, FeedState(title="The Wire"))
    for name in ("courier", COURIER.url, " https://COAST.example/feed?utm_medium=x ", "coast"):
        assert one.feeds.named(name) == COURIER
    assert one.feeds.named("the wire") == WIRE
    with pytest.raises(NewstuiError, match="name of 2 feeds"):
        one.feeds.named("example")
    for name in ("", "nothing like it"):
        with pytest.raises(NewstuiError, match="there is no feed"):
            one.feeds.named(name)


# Names and passwords

SECRET = "https://anna:s3cret%21@coast.example/feed"


def test_a_password_in_an_address_is_kept_in_a_file_of_its_own(desk: Open) -> None:
    one = desk()
    assert one.feeds.add([Feed(SECRET)]) == 1
    assert one.feeds.all() == [Feed("https://coast.example/feed")]
    assert one.feeds.logins() == {"https://coast.example/feed": "anna:s3cret%21"}
    one.flush()
    holding = [path for path in one.paths.data.rglob("*") if path.is_file() and b"s3cret" in path.read_bytes()]
    assert holding == [one.paths.logins]
    assert stat.S_IMODE(holding[0].stat().st_mode) == 0o600
    assert one.feeds.named(SECRET) == one.feeds.all()[0]


def test_a_key_in_an_address_is_not_shown_and_what_is_shown_names_the_feed(desk: Open) -> None:
    one = desk()
    feed = Feed("https://coast.example/feed?token=s3cret")
    assert one.feeds.add([feed, Feed("https://coast.example/feed?token=other")]) == 2
    shown = one.feeds.title_of(feed.url)
    assert "s3cret" not in shown
    assert one.feeds.named(shown) == one.feeds.named(feed.url) == feed
    assert one.feeds.add([Feed(shown)]) == 0  # as an exported list of feeds has it
    with pytest.raises(NewstuiError) as several:
        one.feeds.named("coast")
    assert "s3cret" not in str(several.value)


def test_a_feed_that_is_added_again_gets_the_new_password(desk: Open) -> None:
    one = desk()
    one.feeds.add([Feed(SECRET)])
    assert one.feeds.add([Feed("https://anna:other@coast.example/feed")]) == 0
    assert list(one.feeds.logins().values()) == ["anna:other"]


def test_a_password_goes_to_no_other_host_that_a_feed_moved_to(desk: Open) -> None:
    one = desk()
    one.feeds.add([Feed(SECRET)])
    one.feeds.move(one.feeds.all()[0], "https://coast.example/new")
    assert one.feeds.logins() == {"https://coast.example/new": "anna:s3cret%21"}
    one.feeds.move(one.feeds.all()[0], "https://elsewhere.example/new")
    assert one.feeds.logins() == {}


def test_an_address_that_was_stored_with_its_password_is_shown_without_and_replaced_by_a_change(desk: Open) -> None:
    one = desk()
    one.marks.set("subscription", [SECRET], "{}", SECRET)
    (feed,) = one.feeds.all()
    assert feed.url == "https://coast.example/feed"
    assert one.feeds.logins() == {feed.url: "anna:s3cret%21"}
    assert all("s3cret" not in change_in_words(change) for change in one.marks.history())
    one.feeds.change(replace(feed, title="Mine"))
    assert [each.title for each in one.feeds.all()] == ["Mine"]
    assert one.feeds.logins() == {feed.url: "anna:s3cret%21"}
    one.feeds.remove(one.feeds.all()[0])
    assert one.feeds.all() == []
