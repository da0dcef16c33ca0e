"""One round with the server of an account: what is unsent goes there, what is new comes here, and both sides agree.

A kill at any point loses nothing: the next round finds the same marks unsent, and the same articles unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from newstui.domain.accounts.account import FLAGS
from newstui.domain.accounts.agreement import (
    UNTOUCHED,
    Agreed,
    Local,
    agreed_on,
    heard_at,
    is_restored,
    is_unsent,
    loses_many_stars,
    meet,
    shown,
)
from newstui.domain.errors import NewstuiError, StorageError
from newstui.domain.marks.fields import TAG
from newstui.domain.marks.origin import is_heard_from
from newstui.services.accounts.arrivals import Arrivals
from newstui.services.accounts.subscriptions import FeedRound
from newstui.services.events import FeedChecked, Progress, Skipped
from newstui.store.agreements import FeedMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from newstui.domain.accounts.account import Account, RemoteLists
    from newstui.domain.feed import Feed
    from newstui.domain.marks.fields import Value
    from newstui.domain.marks.fold import Fields
    from newstui.sandbox.client import Sandbox
    from newstui.services.accounts.remote import Remote
    from newstui.services.desk import Desk
    from newstui.services.events import Event
    from newstui.services.intake.ingest import Ingest
    from newstui.store.agreements import Agreements

_PATIENCE = 2
"""Rounds in which a mark that was sent did not show, after which the reader is told."""
_SAVED_AFTER = 10
"""Requests for texts after which their places are saved. After a kill they are asked for again, and are known then."""


class _Place(NamedTuple):
    """A field of an article that both sides have."""

    feed: str
    """The id of its feed there."""
    id: str
    """Its id there."""
    article: str
    """Its id here."""
    field: str
    local: Local


class _Heard(NamedTuple):
    """A value that the server says, and when it gets here."""

    field: str
    value: bool
    at: int


@dataclass
class Round:
    """One round. It is run once."""

    account: Account
    remote: Remote
    agreements: Agreements
    desk: Desk
    ingest: Ingest
    sandbox: Sandbox
    is_cancelled: Callable[[], bool]
    accepts_lost_stars: bool = False
    """True where the reader said that bookmarks may go, however many they are."""

    def __post_init__(self) -> None:
        self._memories: dict[str, FeedMemory] = {}
        self._sent: set[tuple[str, str]] = set()
        """(id there, field) of what was sent before the lists came."""
        self._asked = 0
        self._marks = 0
        """Marks that went there or came here."""

    def run(self) -> Iterator[Event]:
        """Yields its events. Raises NewstuiError, and Cancelled."""
        self.remote.log_in()
        name, now = self.account.name, self.desk.marks.now()
        subscriptions = FeedRound(name, self.remote, self.agreements, self.desk.feeds, now)
        yield from subscriptions.run()
        self._memories = self.agreements.load()
        self._send_unsent()
        self._asked = self.desk.marks.now()
        lists = self.remote.lists()
        self._look_for_a_backup(lists, subscriptions.there)
        new = yield from self._fetch(lists, subscriptions.followed)
        if not self.is_cancelled():
            yield from self._meet_all(lists)
        yield FeedChecked(self.account.url, self.account.name, new, marks=self._marks)

    # What goes there

    def _send_unsent(self) -> None:
        unsent: list[_Place] = []
        marks = self._winners()
        for feed, memory in self._memories.items():
            for id_, article in memory.articles.items():
                for field, local in marks.get(article, {}).items():
                    agreed = agreed_on(field, memory.agreed.get(id_))
                    # What never met the server waits for its lists: stars and labels of both sides are kept.
                    if agreed is not None and is_unsent(local, agreed):
                        unsent.append(_Place(feed, id_, article, field, local))
        self._send(unsent)
        self._sent = {(place.id, place.field) for place in unsent}

    def _send(self, places: Sequence[_Place]) -> None:
        """Sends values. It is noted before: a kill may come between."""
        batches: dict[tuple[str, bool], list[str]] = {}
        now = self.desk.marks.now()
        for place in places:
            if self.remote.can_hold(place.field):
                batches.setdefault((place.field, place.local.value), []).append(place.id)
                noted = self._memories[place.feed].sent.setdefault(place.id, {})
                noted[place.field] = Agreed(place.local.value, place.local.stamp, now)
        self._save({place.feed for place in places})
        for (field, value), ids in batches.items():
            self.remote.send(field, value, ids)
            self._marks += len(ids)

    # What comes here

    def _look_for_a_backup(self, lists: RemoteLists, there: frozenset[str]) -> None:
        # The articles of a subscription that ended vanish too; that is no backup.
        known = [id_ for feed, memory in self._memories.items() if feed in there for id_ in memory.articles]
        if is_restored(known, list(lists.all)):
            self.agreements.begin_anew(self._asked)
            self._memories = {}

    def _fetch(self, lists: RemoteLists, feeds: dict[str, Feed]) -> Generator[Event, None, int]:
        """Brings the articles of which nothing is known; returns how many are new."""
        arrivals = Arrivals(self.ingest, self.desk.marks, self.sandbox, feeds, self.is_cancelled)
        known = {
            id_
            for feed, memory in self._memories.items()
            for id_, article in memory.articles.items()
            if article or feed not in feeds
        }
        wanted = lists.all.union(lists.starred, *lists.labels.values()) - known
        unknown = sorted(wanted, key=lambda id_: (len(id_), id_), reverse=True)  # the newest first
        step = self.remote.contents_at_once
        touched: set[str] = set()
        for number, start in enumerate(range(0, len(unknown), step), start=1):
            if self.is_cancelled():
                break
            articles = self.remote.articles(unknown[start : start + step])
            for article in articles:
                if article.feed and article.feed not in feeds:  # the reader ended it here: it is not asked for again
                    self._memories.setdefault(article.feed, FeedMemory()).articles[article.id] = ""
                    touched.add(article.feed)
            for feed, ids in arrivals.take(articles).items():
                self._memories.setdefault(feed, FeedMemory()).articles.update(ids)
                touched.add(feed)
            if number % _SAVED_AFTER == 0:
                self._save(touched)
                touched.clear()
            yield Progress(min(start + step, len(unknown)), len(unknown))
        self._save(touched)
        return arrivals.new

    def _save(self, feeds: Iterable[str]) -> None:
        for feed in feeds:
            self.agreements.save(feed, self._memories[feed])

    # Both sides

    def _meet_all(self, lists: RemoteLists) -> Iterator[Event]:
        self.desk.refresh()
        to_send: list[_Place] = []
        heard: dict[_Heard, list[_Place]] = {}
        met: list[_Place] = []
        stars, before = 0, self.agreements.last_round()
        for place in self._places(lists):
            memory = self._memories[place.feed]
            remote, sent = lists.value(place.field, place.id), memory.sent.get(place.id, {}).get(place.field)
            agreed = shown(agreed_on(place.field, memory.agreed.get(place.id)), sent, remote=remote)
            step, value = meet(place.field, place.local, agreed, remote, self._asked)
            stars += place.field == "bookmarked" and place.local.value
            if step == "hear":
                at = heard_at(place.local, agreed, before=before, asked=self._asked)
                heard.setdefault(_Heard(place.field, value, at), []).append(place)
            elif step == "send":
                if (place.id, place.field) not in self._sent:
                    to_send.append(place)
                waiting = memory.unconfirmed.setdefault(place.id, {})
                waiting[place.field] = waiting.get(place.field, 0) + 1
            elif step == "agree":
                met.append(place)
        vanishing = sum(
            len(places) for (field, value, _), places in heard.items() if field == "bookmarked" and not value
        )
        if loses_many_stars(vanishing, stars) and not self.accepts_lost_stars:
            raise self._many_stars(vanishing, stars)
        self._send(to_send)
        self._keep(met, heard)
        yield from self._unconfirmed()

    def _places(self, lists: RemoteLists) -> Iterator[_Place]:
        """Yields every field of every article that both sides have. What vanished there stays here."""
        marks, labelled = self._winners(), lists.tags_of_each()
        flags = [flag for flag in FLAGS if self.remote.can_hold(flag)]
        for feed, memory in self._memories.items():
            for id_, article in memory.articles.items():
                if article and id_ in lists.all:
                    here = marks.get(article, {})
                    for field in {*flags, *here, *memory.agreed.get(id_, ()), *labelled.get(id_, ())}:
                        if field in FLAGS and field not in flags:
                            continue  # this server has no such mark
                        yield _Place(feed, id_, article, field, here.get(field, UNTOUCHED))

    def _keep(self, met: Sequence[_Place], heard: dict[_Heard, list[_Place]]) -> None:
        """Records what the server says, and remembers what was agreed once that is on disk."""
        agreed = [(place, place.local.value, place.local.stamp) for place in met]
        for (field, value, at), places in heard.items():
            values: dict[str, Value] = dict.fromkeys((place.article for place in places), value)
            stamps = self.desk.marks.hear(self.account.name, field, values, at)
            self._marks += len(stamps)
            agreed += [(place, value, stamps.get(place.article)) for place in places]
        if not self.desk.flush():
            raise StorageError("what the server says could not be written", hint="free some space on the disk")
        for place, value, stamp in agreed:
            memory = self._memories[place.feed]
            before = memory.agreed.setdefault(place.id, {}).get(place.field)
            if before is None or (before.value, before.stamp) != (value, stamp):
                memory.agreed[place.id][place.field] = Agreed(value, stamp, self._asked)
            _drop(memory.unconfirmed, place)
            _drop(memory.sent, place)
        self._save(self._memories)
        self.agreements.save_round(self._asked)

    def _unconfirmed(self) -> Iterator[Event]:
        """Says what the server does not take."""
        late = [
            field
            for memory in self._memories.values()
            for fields in memory.unconfirmed.values()
            for field, rounds in fields.items()
            if rounds > _PATIENCE
        ]
        flags = sum(field in FLAGS for field in late)
        if flags:
            marks = "1 mark that was sent does" if flags == 1 else f"{flags:,} marks that were sent do"
            reason = f"{marks} not show there yet; sent again"
            yield Skipped(self.account.name, reason)
        for tag in sorted({field.removeprefix(TAG) for field in late if field not in FLAGS}):
            reason = f"the tag {tag!r} stays here alone: the server does not take it, or has a folder of this name"
            yield Skipped(self.account.name, reason, is_expected=True)

    def _many_stars(self, vanishing: int, stars: int) -> NewstuiError:
        message = f"{vanishing:,} of {stars:,} bookmarks have no star at {self.account.name} any more; all are kept"
        hint = f"if you took the stars away there: newstui accounts sync {self.account.name} --accept"
        return NewstuiError(message, hint=hint)

    def _winners(self) -> dict[str, dict[str, Local]]:
        """Returns article → field → what it is here, as far as it is on disk."""
        self.desk.flush()
        return {article: self._locals(fields) for article, fields in self.desk.marks.winners().items()}

    def _locals(self, fields: Fields) -> dict[str, Local]:
        name = self.account.name
        return {
            field: Local(bool(value), stamp, is_heard_from(stamp.session, name))
            for field, (stamp, value) in fields.items()
        }


def _drop(table: dict[str, dict[str, Any]], place: _Place) -> None:
    fields = table.get(place.id)
    if fields is not None and fields.pop(place.field, None) is not None and not fields:
        del table[place.id]
