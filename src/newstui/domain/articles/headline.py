"""A headline: the parts of an article and of its mark that lists know. Immutable."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.text.clean import WORDS_PER_MINUTE, minutes_to_read

if TYPE_CHECKING:
    from datetime import datetime


class Headline(NamedTuple):
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
    is_first_seen: bool = False
    """True where `published` is when it was first seen, because the date that it states was in the future."""
    pace: int = WORDS_PER_MINUTE
    """The reader's words a minute."""

    @property
    def minutes(self) -> int:
        return minutes_to_read(self.words, self.pace)
