"""The place of an article among those that belong together, and the list in which they are one line."""

from __future__ import annotations

from array import array
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from newstui.domain.search.listing import Fold

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from newstui.domain.search.listing import Listing

Folding = Literal["newest", "fullest", "copies", "off"]
"""`newest`, `fullest`: the article that stands for a story; `copies`: only copies of one text are folded."""

FOLDING_LABELS: dict[Folding, str] = {
    "newest": "the newest stands for one",
    "fullest": "the fullest stands for one",
    "copies": "only copies of one text are one line",
    "off": "every article is a line",
}
"""The ways to fold, in words."""


class Grouped(NamedTuple):
    """The group of an article."""

    story: int
    """The row of the first article of its story."""
    copy: int
    """The row of the first of its copies: equal for all that have its text."""
    words: int


def folded(listing: Listing, groups: Mapping[int, Grouped], folding: Folding) -> Listing:
    """Returns a listing in which articles that belong together are one line; no row is lost."""
    if folding == "off" or not groups:
        return listing
    together: dict[tuple[int, int], list[int]] = {}
    for row in listing.rows:
        if place := groups.get(row):
            key = (place.story, place.copy if folding == "copies" else 0)
            together.setdefault(key, []).append(row)
    folds: dict[int, Fold] = {}
    hidden: set[int] = set()
    for rows in together.values():
        if len(rows) > 1:
            first = _standing_for(rows, groups, folding)
            copy = groups[first].copy
            others = [row for row in rows if row != first]
            hidden.update(others)
            folds[first] = Fold(
                tuple(row for row in others if groups[row].copy == copy),
                tuple(row for row in others if groups[row].copy != copy),
            )
    return replace(listing.without(hidden), folds=folds) if folds else listing


def _standing_for(rows: list[int], groups: Mapping[int, Grouped], folding: Folding) -> int:
    """Returns the row that stands for rows in the order of the list: of one text always the fullest."""
    if folding == "fullest":
        return max(rows, key=lambda row: groups[row].words)
    copy = groups[rows[0]].copy
    return max((row for row in rows if groups[row].copy == copy), key=lambda row: groups[row].words)


class OfLoudFeed(NamedTuple):
    """An article of a feed that brings more than its reader wants to see."""

    feed: str
    day: int
    """Any number for each day."""
    rank: tuple[float, ...]
    """The greatest are the best."""


def capped(listing: Listing, loud: Mapping[int, OfLoudFeed], most: Mapping[str, int]) -> Listing:
    """Returns a listing with the best lines of each loud feed and day; the others are folded under the last of these.

    most: feed → the number of its lines in a day. No row is lost.
    """
    lines: dict[tuple[str, int], list[int]] = {}
    for row in listing.rows:
        if article := loud.get(row):
            lines.setdefault((article.feed, article.day), []).append(row)
    folds, hidden = dict(listing.folds), set[int]()
    for (feed, _), rows in lines.items():
        if len(rows) > (number := most[feed]):
            best = sorted(rows, key=lambda row: loud[row].rank, reverse=True)[:number]
            last = next(row for row in reversed(rows) if row in best)
            others = [row for row in rows if row not in best]
            fold = folds.get(last, Fold())
            folds[last] = fold._replace(rest=tuple(listing.with_folded(others)))
            for row in others:
                folds.pop(row, None)
            hidden.update(others)
    return replace(listing.without(hidden), folds=folds) if hidden else listing


def unfolded(listing: Listing, row: int) -> Listing:
    """Returns the listing with the articles under a line as lines of their own below it."""
    fold = listing.folds.get(row)
    if fold is None or row in listing.unfolded:
        return listing
    at = listing.rows.index(row) + 1
    rows = listing.rows[:at] + array("q", fold.rows) + listing.rows[at:]
    starts = array("q", (start + len(fold.rows) * (start >= at) for start in listing.starts))
    return replace(listing, rows=rows, starts=starts, unfolded=listing.unfolded | {row})


def unfolded_as(listing: Listing, shown: Listing) -> Listing:
    """Returns the listing with every line unfolded below which articles stand in the list that is shown.

    Another article may stand for them now.
    """
    below = {line_of(listing, row) for line in shown.unfolded for row in (line, *shown.folds[line].rows)}
    for line in sorted(below & listing.folds.keys()):
        listing = unfolded(listing, line)
    return listing


def without_articles(listing: Listing, gone: Collection[int]) -> Listing:
    """Returns the listing without articles that are gone; what stood below such a line is a line of its own."""
    folds = dict(listing.folds)
    for line, fold in listing.folds.items():
        if line in gone and line in listing.unfolded:
            del folds[line]
        elif any(row in gone for row in fold.rows):
            left = Fold(*(tuple(row for row in rows if row not in gone) for rows in fold))
            folds[line] = left
            if not left.rows:
                del folds[line]
    return replace(listing.without(gone), folds=folds, unfolded=listing.unfolded & folds.keys())


def refolded(listing: Listing, row: int) -> Listing:
    """Returns the listing with the articles below a line folded into it again."""
    if row not in listing.unfolded:
        return listing
    rest = listing.without(set(listing.folds[row].rows))
    return replace(rest, folds=listing.folds, unfolded=listing.unfolded - {row})


def line_of(listing: Listing, row: int) -> int:
    """Returns the row of the line under which an article stands: its own where it is not folded."""
    for first, fold in listing.folds.items():
        if row in fold.rows:
            return first
    return row


def index_of(listing: Listing, row: int) -> int | None:
    """Returns the index of an article, or of the line into which it is folded; None where the list has neither."""
    for each in (row, line_of(listing, row)):
        with suppress(ValueError):
            return listing.rows.index(each)
    return None
