"""What long work says while it runs. The command line prints events, the interface shows them, tests list them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Progress:
    """So much is done; `total` is None while nobody knows how much there is."""

    done: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """One item could not be taken; the rest goes on."""

    path: str
    reason: str
    is_expected: bool = False
    """Nothing failed: it is only said, so that nothing is left out in silence."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """The catalogue is in line with the folder."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def changed_anything(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class FeedChecked:
    """One feed was asked for news."""

    feed: str
    """Its address."""
    title: str
    new: int = 0
    changed: int = 0
    error: str = ""
    """What was wrong, in words; empty where nothing was."""


@dataclass(frozen=True, slots=True)
class Synced:
    """All feeds were asked, and the pages that were wanted are fetched."""

    feeds: int = 0
    failed: int = 0
    new: int = 0
    changed: int = 0
    pages: int = 0
    """Whose text was fetched."""
    pages_left: int = 0
    """Whose text could not be fetched; the next time it is tried again."""


Outcome = Literal["added", "changed", "there", "edited", "removed"]
"""`there`: it was in the library before; `edited`: its owner edited the file; `removed`: its owner removed the file."""


@dataclass(frozen=True, slots=True)
class Took:
    """What became of one article on its way into the library."""

    id: str
    title: str
    outcome: Outcome
    path: str = ""
    """Of its file, relative to the library."""
    note: str = ""
    """What its reader should know of it."""


@dataclass(frozen=True, slots=True)
class FoundFeeds:
    """An address leads to feeds: it is one itself, or its page names them."""

    url: str
    feeds: tuple[tuple[str, str], ...]
    """(address, title)."""
    is_feed: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """One file from another reader was taken in. What was refused, and why, was told before."""

    name: str
    format: str
    taken: int = 0
    there: int = 0
    """That the library had before."""
    waiting: int = 0
    """Of those taken: only their addresses are known, and `sync` fetches the text."""
    marked: int = 0
    """Articles with marks from it."""
    feeds: int = 0
    feeds_there: int = 0
    searches: int = 0
    forgotten: int = 0
    """Articles that were removed there and are not to come back."""
    refused: int = 0
    notes: tuple[str, ...] = ()
    """What a person should know of it besides, one sentence each."""


Event = Progress | Skipped | Indexed | FeedChecked | Synced | Took | FoundFeeds | Imported
