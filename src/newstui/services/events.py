"""Events: what long work yields while it runs. The command line prints them, the interface shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Progress:
    """A count of what is done; `total` is None while it is unknown."""

    done: int
    total: int | None = None
    waits_for: str = ""
    """The host of a page or picture that was asked and has not answered; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing happened for some seconds: somebody who is asked does not answer."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """One item was left out; the rest goes on."""

    path: str
    reason: str
    is_expected: bool = False
    """True where nothing failed: it is reported so that nothing is left out silently."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """The catalogue is in line with the library; counts of articles."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def changed_anything(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class FeedChecked:
    """One feed was checked; counts of articles."""

    feed: str
    """Its address."""
    title: str
    new: int = 0
    changed: int = 0
    error: str = ""
    """The problem in words; empty after success."""
    marks: int = 0
    """Marks of an account that went to its server or came from it."""


@dataclass(frozen=True, slots=True)
class Synced:
    """All feeds are checked, and the pages of stubs are fetched."""

    feeds: int = 0
    failed: int = 0
    new: int = 0
    changed: int = 0
    marks: int = 0
    """Marks that went to servers or came from them."""
    pages: int = 0
    """Pages that were fetched."""
    pages_left: int = 0
    """Pages that could not be fetched; the next sync tries them again."""
    pages_waiting: int = 0
    """Pages that were not asked for, because no server answered; the next sync asks."""
    accounts: int = 0
    """Accounts whose servers were asked."""


Outcome = Literal["added", "changed", "there", "edited", "removed"]
"""`there`: it was in the library before; `edited`: the reader edited its file; `removed`: the reader removed it."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """The outcome of one article that was to go into the library."""

    id: str
    title: str
    outcome: Outcome
    path: str = ""
    """The path of its file, relative to the library."""
    note: str = ""
    """A remark for the reader; empty for none."""


@dataclass(frozen=True, slots=True)
class FoundFeeds:
    """The feeds that an address leads to: it is one itself, or its page names them."""

    url: str
    feeds: tuple[tuple[str, str], ...]
    """(address, title)."""
    is_feed: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """One export of another reader was imported. Refused items were reported before, each with the reason."""

    name: str
    format: str
    taken: int = 0
    """Articles that were added or completed."""
    there: int = 0
    """Articles that the library had before."""
    doubled: int = 0
    """Items that are about an article of another item in the same file: it has the marks of all."""
    waiting: int = 0
    """Articles among those taken that have only an address; `sync` fetches the text."""
    marked: int = 0
    """Articles with marks from the export."""
    feeds: int = 0
    feeds_there: int = 0
    searches: int = 0
    rules: int = 0
    forgotten: int = 0
    """Articles that the reader removed there: feeds do not bring them back."""
    refused: int = 0
    notes: tuple[str, ...] = ()
    """Remarks for the reader, one sentence each."""


@dataclass(frozen=True, slots=True)
class Exported:
    """An export is on disk, whole."""

    target: str
    """The file or folder."""
    articles: int = 0
    pictures: int = 0
    feeds: int = 0
    searches: int = 0
    rules: int = 0


Event = Progress | Waiting | Skipped | Indexed | FeedChecked | Synced | Ingested | FoundFeeds | Imported | Exported
