"""A reader who follows feeds of one local server, for the tests of feeds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newstui.domain.feed import Feed
from newstui.services.events import Event, FeedChecked, Synced
from newstui.store.library import write as intake
from tests.services.news_server import Item, NewsServer, Says, feed_of
from tests.services.runs import sync
from tests.services.shared_sandbox import SANDBOX

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newstui.services.desk import Desk


NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)


FERRY = Item("The last ferry", guid="ferry", link="https://coast.example/ferry")


BRIDGE = Item("The first bridge", guid="bridge", link="https://coast.example/bridge")


class News:
    """A reader who subscribes to feeds of one server, and fetches them."""

    def __init__(self, web: NewsServer, desk: Desk) -> None:
        self.web, self.desk, self.root = web, desk, desk.library.root
        self.now = NOW

    def subscribe(self, path: str = "/feed", *items: Item, **how: object) -> Feed:
        if items:
            self.web.at[path] = Says(feed_of(*items))
        feed = Feed(self.web.url(path), may_be_private=True, **how)  # type: ignore[arg-type]
        self.desk.feeds.add([feed])
        return feed

    def put(self, *items: Item, path: str = "/feed") -> None:
        self.web.at[path] = Says(feed_of(*items))

    def events(self, wanted: Sequence[Feed] | None = None, **how: object) -> list[Event]:
        """A sync an hour after the last."""
        self.now += timedelta(hours=1)
        found = list(sync(self.desk, wanted, now=self.now, sandbox=SANDBOX, **how))
        for _ in self.desk.index.reconcile():
            pass
        return found

    def sync(self, wanted: Sequence[Feed] | None = None, **how: object) -> Synced:
        told = self.events(wanted, **how)[-1]
        assert isinstance(told, Synced)
        return told

    def checked(self, wanted: Sequence[Feed] | None = None) -> FeedChecked:
        (found,) = [event for event in self.events(wanted) if isinstance(event, FeedChecked)]
        return found

    def files(self) -> list[Path]:
        return sorted(path for path in self.root.rglob("*.md") if "/." not in str(path.relative_to(self.root.parent)))

    def file(self) -> Path:
        (path,) = self.files()
        return path

    def ids(self, query: str = "") -> list[str]:
        self.desk.flush()
        return self.desk.articles.ids(self.desk.articles.listing(query).rows)

    def revisions(self) -> list[Path]:
        return sorted((self.root / intake.REVISIONS).rglob("*.md"))


STUB = replace(FERRY, text="It left at noon. Read more")


def stub(news: News, path: str = "/ferry") -> Item:
    return replace(STUB, link=news.web.url(path))
