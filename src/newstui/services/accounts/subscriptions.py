"""Brings the subscriptions of an account here. What the reader ended here does not come back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.feed import Feed
from newstui.domain.urls import page_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.accounts.account import RemoteFeed
    from newstui.services.feeds.subscriptions import Subscriptions
    from newstui.store.agreements import Agreements


def follow(account: str, remote: Sequence[RemoteFeed], agreements: Agreements, feeds: Subscriptions) -> dict[str, Feed]:
    """Adds, renames, moves and ends subscriptions as the server has them; returns id there → feed here, with a title.

    A change that the reader made here stays. Raises StorageError.
    """
    known, here = agreements.feeds(), {page_key(feed.url): feed for feed in feeds.all()}
    new, changed = [], []
    followed: dict[str, Feed] = {}
    for there in remote:
        feed, before = here.get(page_key(there.url)), known.get(there.id)
        if feed is None and before is not None:
            continue  # the reader ended it here
        if feed is None:
            feed = Feed(there.url, folder=there.folder, site=there.site or None, account=account)
            new.append(feed)
        elif feed.account == account and before is not None and feed.folder == before[2] != there.folder:
            feed = replace(feed, folder=there.folder)
            changed.append(feed)
        followed[there.id] = replace(feed, title=feed.title or there.title)
    ids = {there.id for there in remote}
    ended = [here[key] for id_, (url, _, _) in known.items()
             if id_ not in ids and (key := page_key(url)) in here and here[key].account == account]  # fmt: skip
    # A server that has lost all of them at once has another trouble than a reader who ended them.
    feeds.follow([*new, *changed], ended if remote else ())
    feeds.learn_titles((there.url, there.title) for there in remote)
    if remote:
        agreements.save_feeds({there.id: (there.url, there.title, there.folder) for there in remote})
    return followed
