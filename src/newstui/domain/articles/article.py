"""An article and its headline. Immutable; what a reader does with an article is a Mark."""

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
    """The same wherever the file is moved; see `domain.articles.identity`."""
    title: str
    source: str
    published: datetime
    """Aware. The file's own date where the article names none."""
    body: str
    """Markdown, without the title."""
    words: int
    path: str = ""
    """Relative to the library, with `/`; empty for an article that is no file."""
    extra: tuple[tuple[str, str], ...] = ()
    """Front matter that newstui has no use for, as it stands."""
    notes: tuple[str, ...] = ()
    """What was odd about the file, one sentence each."""
    feed: str | None = None
    """The address of the feed that it came with."""
    updated: datetime | None = None
    """When its publisher's change of it came in, aware; None while it is as it first came."""
    wants_text: bool = False
    """Whether its page is still to be fetched."""

    @property
    def minutes(self) -> int:
        return minutes_to_read(self.words)


@dataclass(frozen=True, slots=True)
class Headline:
    """What a line of a list needs of an article, and what the reader did with it."""

    row: int
    """The article's number in the catalogue. Not kept across rebuilds: `id` is."""
    id: str
    title: str
    source: str
    published: datetime
    words: int
    read: bool = False
    bookmarked: bool = False
    position: float = 0.0
    """How far it was read, 0 to 1."""

    @property
    def minutes(self) -> int:
        return minutes_to_read(self.words)
