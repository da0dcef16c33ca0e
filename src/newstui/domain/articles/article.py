"""An article and its headline. Immutable; the reader's state for an article is a Mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.articles.metadata import Metadata
from newstui.domain.text.clean import minutes_to_read

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Article(Metadata):
    """One piece of news. Every text in it is clean (`domain.text.clean`) and cannot control a terminal."""

    id: str
    """Stays the same when the file is moved; see `domain.articles.identity`."""
    title: str
    source: str
    published: datetime
    """Aware. The date of the file where the article has none."""
    body: str
    """Markdown, without the title."""
    words: int
    path: str = ""
    """Relative to the library, with `/`; empty for an article without a file."""
    extra: tuple[tuple[str, str], ...] = ()
    """Unknown fields of the front matter, unchanged."""
    notes: tuple[str, ...] = ()
    """Problems of the file, one sentence each."""
    feed: str | None = None
    """The address of the feed that it came with."""
    updated: datetime | None = None
    """Aware. The arrival of the publisher's last change; None for an article that was never changed."""
    wants_text: bool = False
    """True while its page is still to be fetched."""

    @property
    def minutes(self) -> int:
        return minutes_to_read(self.words)


@dataclass(frozen=True, slots=True)
class Headline:
    """The parts of an article and of its mark that a line of a list shows."""

    row: int
    """The number of the article in the catalogue. It changes when the catalogue is rebuilt; `id` does not."""
    id: str
    title: str
    source: str
    published: datetime
    words: int
    read: bool = False
    bookmarked: bool = False
    position: float = 0.0
    """Reading progress, 0 to 1."""

    @property
    def minutes(self) -> int:
        return minutes_to_read(self.words)
