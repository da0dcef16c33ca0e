"""Subscriptions: the feeds that the reader follows. They are acts of the reader: journalled, undone with `undo`."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed
from newstui.domain.search.feeds import NamedFeed
from newstui.domain.urls import host_of, page_key, split_login, without_login

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from newstui.domain.marks.fields import Value
    from newstui.services.core.marks import Marks
    from newstui.store.feed_state import FeedState

_FIELD = "subscription"


class FeedBrief(NamedTuple):
    """The state of a feed in short."""

    written: int
    """The time at which it was written, in ns since 1970."""
    title: str
    error: str
    checked: datetime | None


class Subscriptions:
    """The feeds that the reader follows, changed as marks are."""

    def __init__(self, marks: Marks, states: Path, logins: Path) -> None:
        """`states`: the folder with the state of each feed; `logins`: the file with their names and passwords."""
        self._marks, self._states, self._logins = marks, states, logins
        self._parsed: tuple[dict[str, Value], list[Feed]] = ({}, [])
        """The values of the journal that were parsed last, and the feeds that they are."""
        self._briefs: dict[str, FeedBrief] = {}
        self._names: tuple[tuple[int, list[Feed]], list[NamedFeed]] | None = None
        """The feeds as a query may call them, with what they depend on."""

    def all(self) -> list[Feed]:
        """Returns the feeds by folder and name."""
        values = self._marks.values(_FIELD)
        parsed, feeds = self._parsed
        if values != parsed:
            stored = ((address, value) for address, value in values.items() if value)
            by_address = {feed.url: feed for feed in (without_password(_feed(*each)) for each in stored)}
            feeds = sorted(by_address.values(), key=_by_folder_and_name)
            self._parsed = (values, feeds)
        return list(feeds)

    def named(self, name: str) -> Feed:
        """Returns the feed with this address or name, or the only one that has it as a part of either.

        Raises NewstuiError.
        """
        name, feeds = without_login(name), self.all()
        titles = {feed.url: feed.title or self._own_title(feed) for feed in feeds}
        wanted = name.strip().casefold()
        shown = {feed.url: without_login(feed.url) for feed in feeds}
        exact = [feed for feed in feeds if wanted in (shown[feed.url].casefold(), titles[feed.url].casefold())]
        exact = exact or [feed for feed in feeds if page_key(shown[feed.url]) == page_key(name.strip())]
        near = exact or [
            feed for feed in feeds if wanted and wanted in f"{shown[feed.url]}\n{titles[feed.url]}".casefold()
        ]
        if len(near) == 1:
            return near[0]
        if near:
            some = ", ".join(shown[feed.url] for feed in near[:3])
            raise NewstuiError(f"{name!r} is the name of {len(near)} feeds: {some}", hint="type more of the address")
        raise NewstuiError(f"there is no feed {name!r}", hint="`newstui feeds` lists them")

    def title_of(self, address: str) -> str:
        """Returns the title of the feed at an address; empty where the reader does not subscribe to it."""
        for feed in self.all():
            if address in (feed.url, feed.first_address):
                return feed.display_title(self._own_title(feed))
        return ""

    def query_names(self) -> list[NamedFeed]:
        """Returns each feed by everything that a query may call it; at once, while no feed was fetched since."""
        from newstui.store.feed_state import states_written

        key = states_written(self._states), self.all()
        if self._names is None or self._names[0] != key:
            feeds = key[1]
            titles = [feed.display_title(self._own_title(feed)) for feed in feeds]
            names = [
                NamedFeed(feed.first_address, feed.url, title, feed.folder_path)
                for feed, title in zip(feeds, titles, strict=True)
            ]
            self._names = key, names
        return self._names[1]

    def hidden(self) -> list[str]:
        """Returns the addresses that the articles of hidden feeds carry."""
        return [feed.first_address for feed in self.all() if feed.is_hidden]

    def add(self, feeds: Sequence[Feed], *, is_dry: bool = False) -> int:
        """Subscribes to those that are new, as one change, and returns how many they are.

        The name and password of an address are kept apart from it; those of a known feed are replaced.
        """
        logins = {split_login(feed.url)[0]: login for feed in feeds if (login := split_login(feed.url)[1])}
        feeds = [without_password(feed) for feed in feeds]
        known = {page_key(address) for feed in self.all() for address in _addresses(feed)}
        new: dict[str, Value] = {}
        for feed in feeds:
            if page_key(feed.url) not in known:
                known.add(page_key(feed.url))
                new[feed.url] = _value(feed)
        if logins and not is_dry:
            first = {page_key(feed.url): feed.first_address for feed in self.all()}
            self._save_logins({first.get(page_key(address), address): login for address, login in logins.items()})
        if new and not is_dry:
            self._marks.set_each(_FIELD, new)
        return len(new)

    def change(self, *feeds: Feed) -> None:
        """Replaces the subscriptions to these feeds' addresses, as one change."""
        if len(feeds) == 1:
            self._put(feeds[0], _value(feeds[0]))
        else:
            self._marks.set_each(_FIELD, {feed.url: _value(feed) for feed in feeds})

    def remove(self, feed: Feed) -> None:
        """Ends a subscription. Its articles and their marks stay."""
        self._put(feed, "")

    def move(self, feed: Feed, address: str) -> None:
        """Follows a feed that has moved for good, as its server says. Not an act of the reader, so not undone."""
        known = {each.url: each for each in self.all()}
        if feed.url in known and address not in known:
            moved = replace(known[feed.url], url=address, known_as=feed.first_address)
            self._marks.set_each(_FIELD, {address: _value(moved), feed.url: ""}, is_own_act=False)

    def follow(self, feeds: Sequence[Feed], gone: Sequence[Feed] = ()) -> None:
        """Keeps subscriptions as an account's server has them, and ends those that it ended. Undo leaves it alone."""
        values: dict[str, Value] = {feed.url: _value(feed) for feed in feeds}
        for feed in gone:
            values[feed.url] = ""
        if values:
            self._marks.set_each(_FIELD, values, is_own_act=False)

    def disable(self, feed: Feed) -> None:
        """Switches off a feed that is gone for good, as its server says. Not an act of the reader, so not undone."""
        current = next((each for each in self.all() if each.url == feed.url), None)
        if current is not None:
            self._marks.set_each(_FIELD, {feed.url: _value(replace(current, is_disabled=True))}, is_own_act=False)

    def logins(self) -> dict[str, str]:
        """Returns the address of each feed that needs one → its `name:password`.

        A feed that has moved to another host has none: what was meant for one server goes to no other.
        """
        stored = self._stored_logins()
        feeds = self.all() if stored else ()
        return {
            feed.url: stored[feed.first_address]
            for feed in feeds
            if feed.first_address in stored and host_of(feed.url) == host_of(feed.first_address)
        }

    def state(self, address: str) -> FeedState:
        """Returns the state of the feed with this first address, as the last check left it."""
        from newstui.store.feed_state import read_state

        return read_state(self._states, address)

    def brief(self, address: str) -> FeedBrief:
        """Returns the state of the feed with this first address in short; at once, where it is known already."""
        from newstui.store.feed_state import state_written

        written, known = state_written(self._states, address), self._briefs.get(address)
        if known is None or known.written != written:
            state = self.state(address)
            known = self._briefs[address] = FeedBrief(written, state.title, state.error, state.checked)
        return known

    def save_state(self, address: str, state: FeedState) -> None:
        """Stores the state of the feed with this first address. Raises StorageError."""
        from newstui.store.feed_state import write_state

        write_state(self._states, address, state)

    def learn_titles(self, titles: Iterable[tuple[str, str]]) -> None:
        """Keeps each (address, title) that another reader knew, for a feed that has not been asked yet.

        Raises StorageError.
        """
        for typed, title in titles:
            address = split_login(typed)[0]
            state = self.state(address)
            if not state.title:
                self.save_state(address, replace(state, title=title))

    def _put(self, feed: Feed, value: str) -> None:
        """Changes a subscription, also one whose address an earlier newstui stored with a password."""
        others = [address for address, stored in self._marks.values(_FIELD).items() if stored and address != feed.url]
        old = {address: "" for address in others if split_login(address)[0] == feed.url}
        title = feed.display_title(self._own_title(feed))
        if old:
            self._save_logins({feed.first_address: split_login(next(iter(old)))[1]})
            self._marks.set_each(_FIELD, {feed.url: value, **old}, title)
        else:
            self._marks.set(_FIELD, [feed.url], value, title)

    def _stored_logins(self) -> dict[str, str]:
        from newstui.store.logins import read_logins

        old = dict(split_login(address) for address, value in self._marks.values(_FIELD).items() if value)
        return {**{address: login for address, login in old.items() if login}, **read_logins(self._logins)}

    def _save_logins(self, logins: dict[str, str]) -> None:
        from newstui.store.logins import read_logins, write_logins

        known = read_logins(self._logins)
        if logins.items() - known.items():
            write_logins(self._logins, known | logins)

    def _own_title(self, feed: Feed) -> str:
        return self.brief(feed.first_address).title


def _by_folder_and_name(feed: Feed) -> tuple[str, str, str]:
    return feed.folder.casefold(), (feed.title or feed.url).casefold(), feed.url


def _addresses(feed: Feed) -> tuple[str, ...]:
    """Returns the addresses by which a feed is known, also as they are exported, without keys."""
    return feed.url, feed.first_address, without_login(feed.url), without_login(feed.first_address)


def without_password(feed: Feed) -> Feed:
    """Returns the feed by its address without the name and password that may stand in it."""
    url, login = split_login(feed.url)
    return replace(feed, url=url) if login else feed


def _value(feed: Feed) -> str:
    """Returns the journal's value for a subscription: all but the address."""
    from newstui.sandbox.codec import to_json

    return json.dumps({name: value for name, value in to_json(feed).items() if name != "url"})


def _feed(address: str, value: object) -> Feed:
    """Returns the feed that the journal describes; a plain one where the value makes no sense."""
    from newstui.sandbox.codec import from_json, to_json

    plain = Feed(address)
    try:
        stored = json.loads(str(value))
        # Another version of newstui may know other fields of a feed.
        known = {name: stored.get(name, default) for name, default in to_json(plain).items()}
        return from_json(Feed, {**known, "url": address})
    except (ValueError, AttributeError, RecursionError):
        return plain
