"""Tallies: how many articles there are of each kind, and how many of them are unread."""

from __future__ import annotations

from typing import NamedTuple


class Tally(NamedTuple):
    """Articles that agree in feeds, source and language. Several tallies of the same are added up."""

    feeds: tuple[str, ...]
    source: str
    lang: str
    total: int
    unread: int


class NameTally(NamedTuple):
    """The articles of one name, a tag for instance. Several tallies of the same are added up."""

    folded: str
    """The name as names are compared."""
    name: str
    total: int
    unread: int
