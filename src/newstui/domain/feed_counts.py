"""The numbers of a feed's articles."""

from __future__ import annotations

from typing import NamedTuple


class FeedCounts(NamedTuple):
    """The numbers of a feed's articles in the library."""

    number: int = 0
    new: int = 0
    read: int = 0
    last_read: int | None = None
    """The time at which one was read last, µs since 1970."""
    first_added: int | None = None
    """The time from which on there were some, in seconds since 1970."""
