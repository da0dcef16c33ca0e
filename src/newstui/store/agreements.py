"""The memory of an account: which article there is which here, and what both sides agreed on. One folder a machine.

`<data>/sync/<account>/<machine>/<feed>.json`. Each file has one writer; all machines' files are read. If one is lost,
that feed meets the server as for the first time: nothing is lost but a removed star that may come back.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newstui.domain.accounts.agreement import Agreed, merged
from newstui.domain.accounts.subscription import FeedAgreed
from newstui.domain.digest import blake2b
from newstui.domain.marks.change import Stamp
from newstui.store.atomic import make_folder, write_atomically
from newstui.store.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass
class FeedMemory:
    """The articles of one feed there."""

    articles: dict[str, str] = field(default_factory=dict)
    """Id there → id here; empty for one of a subscription that the reader ended here."""
    agreed: dict[str, dict[str, Agreed]] = field(default_factory=dict)
    """Id there → field → what was agreed last."""
    sent: dict[str, dict[str, Agreed]] = field(default_factory=dict)
    """Id there → field → what was sent last, whether it arrived or not."""
    unconfirmed: dict[str, dict[str, int]] = field(default_factory=dict)
    """Id there → field → the number of times that it was sent and did not show."""


class Agreements:
    """The memory of one account on this machine, beside that of the reader's other machines."""

    def __init__(self, folder: Path, machine: str) -> None:
        """folder: that of the account; machine: the name of this one."""
        self._folder, self._own = folder, folder / machine
        self._written: dict[str, bytes] = {}
        self._since = 0

    def load(self) -> dict[str, FeedMemory]:
        """Returns feed there → its memory, of all machines together. A file that makes no sense is left out, and so
        is one from before the server was put back to a backup.
        """
        files = [(path, read) for path in self._paths("*.json") if (read := _read(path)) is not None]
        self._since = max((since for _, (_, since, _) in files), default=self._since)
        feeds: dict[str, list[FeedMemory]] = {}
        own: dict[str, FeedMemory] = {}
        for path, (feed, since, memory) in files:
            if since == self._since:
                feeds.setdefault(feed, []).append(memory)
                if path.parent == self._own:
                    own[feed] = memory
        return {feed: _together(memories, own.get(feed)) for feed, memories in feeds.items()}

    def begin_anew(self, at: int) -> None:
        """Forgets all, on every machine that reads what this one saves next. at: now, µs since 1970."""
        self._since = at

    def last_round(self) -> int:
        """Returns when the lists of the last whole round of this machine were asked for; 0 where that is not known."""
        with suppress(OSError, ValueError):
            return int(read_plain(self._own / "round"))
        return 0

    def save_round(self, asked: int) -> None:
        """Remembers a round that came to its end. Raises StorageError."""
        self._write("round", str(asked).encode())

    def pause(self) -> float:
        """Returns until when the server wants to be left alone, in seconds since 1970; 0 where it does not."""
        with suppress(OSError, ValueError):
            return float(read_plain(self._own / "pause"))
        return 0.0

    def save_pause(self, until: float) -> None:
        """Remembers until when the server wants to be left alone. Raises StorageError."""
        self._write("pause", str(until).encode())

    def feeds(self) -> dict[str, FeedAgreed]:
        """Returns id there → what was agreed on last about each subscription, over all machines."""
        known: dict[str, FeedAgreed] = {}
        for path in self._paths("subscriptions"):
            for id_, agreed in _read_feeds(path).items():
                if id_ not in known or known[id_].at <= agreed.at:
                    known[id_] = agreed
        return known

    def own_feeds(self) -> dict[str, FeedAgreed]:
        """Returns id there → what was agreed on by the last round of this machine."""
        return _read_feeds(self._own / "subscriptions")

    def save_feeds(self, feeds: dict[str, FeedAgreed]) -> None:
        """Saves what was agreed on about the subscriptions. Raises StorageError."""
        self._write("subscriptions", json.dumps(feeds).encode())

    def endings(self) -> set[str]:
        """Returns the addresses of subscriptions that the reader wants to end on the server too, on any machine."""
        wanted: set[str] = set()
        for path in self._paths("endings"):
            with suppress(OSError, ValueError, TypeError, RecursionError):
                wanted.update(map(str, json.loads(read_plain(path))))
        return wanted

    def end_there(self, urls: Iterable[str]) -> None:
        """Keeps the wish to end these subscriptions on the server at the next round, besides earlier ones.

        Raises StorageError.
        """
        own = self._own / "endings"
        with suppress(OSError, ValueError, TypeError, RecursionError):
            urls = {*urls, *map(str, json.loads(read_plain(own)))}
        self._write("endings", json.dumps(sorted(urls)).encode())

    def _paths(self, pattern: str) -> list[Path]:
        return sorted(self._folder.glob(f"*/{pattern}"))

    def _write(self, name: str, raw: bytes) -> None:
        if self._written.get(name) != raw:
            make_folder(self._own)
            write_atomically(self._own / name, raw)
            self._written[name] = raw

    def save(self, feed: str, memory: FeedMemory) -> None:
        """Saves the memory of a feed there, where it changed. Raises StorageError."""
        table = {
            "feed": feed,
            "since": self._since,
            "articles": memory.articles,
            "agreed": _rows(memory.agreed),
            "sent": _rows(memory.sent),
            "unconfirmed": memory.unconfirmed,
        }
        self._write(_name(feed), json.dumps(table).encode())

    def forget(self) -> None:
        """Removes the memory of all machines: both sides meet as for the first time."""
        for path in self._paths("*"):
            path.unlink(missing_ok=True)
        self._written.clear()


def _together(memories: list[FeedMemory], own: FeedMemory | None) -> FeedMemory:
    articles = {id_: here for memory in memories for id_, here in memory.articles.items()}
    return FeedMemory(
        articles | (own.articles if own else {}),
        merged([memory.agreed for memory in memories]),
        merged([memory.sent for memory in memories]),
        own.unconfirmed if own else {},
    )


def _name(feed: str) -> str:
    return f"{blake2b(feed.encode('utf-8', 'surrogatepass'), digest_size=10).hexdigest()}.json"


def _rows(table: dict[str, dict[str, Agreed]]) -> dict[str, dict[str, list[Any]]]:
    return {id_: {name: _row(each) for name, each in fields.items()} for id_, fields in table.items()}


def _agreed_in(rows: dict[str, dict[str, list[Any]]]) -> dict[str, dict[str, Agreed]]:
    return {str(id_): {str(name): _agreed(row) for name, row in fields.items()} for id_, fields in rows.items()}


def _row(agreed: Agreed) -> list[Any]:
    return [agreed.value, *(agreed.stamp or (0, "", 0)), agreed.at]


def _agreed(row: list[Any]) -> Agreed:
    value, stamped, session, sequence, at = row
    if not all(type(each) is int for each in (stamped, sequence, at)) or not isinstance(session, str):
        raise TypeError
    return Agreed(value is True, Stamp(stamped, session, sequence) if session else None, at)


def _read_feeds(path: Path) -> dict[str, FeedAgreed]:
    try:
        rows = json.loads(read_plain(path)).items()
        return {
            str(id_): FeedAgreed(str(url), str(title), str(folder), str(own_title), str(own_folder), int(at))
            for id_, (url, title, folder, own_title, own_folder, at) in rows
        }
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _read(path: Path) -> tuple[str, int, FeedMemory] | None:
    """Returns (the feed there, the time from which its memory counts, the memory); None where it makes no sense."""
    try:
        table = json.loads(read_plain(path))
        articles = {str(there): str(here) for there, here in table["articles"].items()}
        unconfirmed = {
            str(id_): {str(name): int(number) for name, number in fields.items()}
            for id_, fields in table["unconfirmed"].items()
        }
        memory = FeedMemory(articles, _agreed_in(table["agreed"]), _agreed_in(table["sent"]), unconfirmed)
        return str(table["feed"]), int(table["since"]), memory
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def machine_name(path: Path) -> str:
    """Returns the name of this machine, which is made at its first use. Raises StorageError.

    path: a file outside of the data, which may be shared between machines.
    """
    import os
    import re

    try:
        name = read_plain(path).decode("ascii").strip()
    except (OSError, ValueError):
        name = ""
    if not re.fullmatch("[0-9a-f]{12}", name):
        name = os.urandom(6).hex()
        make_folder(path.parent)
        write_atomically(path, name.encode())
    return name
