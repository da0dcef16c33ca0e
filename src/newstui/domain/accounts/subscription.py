"""The way in which a subscription here and the same one on a server come to agree on its title and its folder."""

from __future__ import annotations

from typing import NamedTuple


class FeedAgreed(NamedTuple):
    """A subscription as both sides had it at the end of a round."""

    url: str
    title: str
    """Its title there."""
    folder: str
    """Its folder there."""
    own_title: str = ""
    """The reader's own title here; empty where there was none."""
    own_folder: str = ""
    at: int = 0
    """The time of the agreement, µs since 1970."""


def is_changed_here(here: str, there: str, was_here: str) -> bool:
    """Returns True for a title or folder that the reader changed here and the server does not have: it goes there."""
    return here not in (there, was_here)


def is_changed_there(here: str, there: str, was_there: str) -> bool:
    """Returns True for a title or folder that changed on the server: it comes here."""
    return there not in (here, was_there)
