"""What one reader did with one article: the fold of all changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newstui.domain.marks.change import Change, Stamp, Value

TAG = "tag:"
"""A change of one tag names its field `tag:NAME` and its value is a bool, so tags set on two machines both stay."""

NO_FLAGS: dict[str, Value] = {"position": 0.0, "note": "", "subscription": "", "search": ""}
"""Field → its value before it was ever changed; every other field is a flag."""


@dataclass(frozen=True, slots=True)
class Mark:
    """It outlives the article's file."""

    read: bool = False
    read_at: int | None = None
    """When it last became read, µs since 1970, UTC."""
    bookmarked: bool = False
    position: float = 0.0
    """The share of the text, 0 to 1, above the first line that was in view."""
    note: str = ""
    discarded: bool = False
    tagged: frozenset[str] = frozenset()
    """Tags that the reader gave."""
    untagged: frozenset[str] = frozenset()
    """Tags of the article that the reader took off."""

    def tags(self, of_article: tuple[str, ...]) -> tuple[str, ...]:
        """The tags that count: the article's own and the reader's, less those taken off."""
        own = [tag for tag in of_article if tag not in self.untagged]
        return (*own, *sorted(self.tagged.difference(own)))


UNMARKED = Mark()
Fields = dict[str, tuple["Stamp", "Value"]]
"""Of one article: field → when it was last changed, and to what."""


def fold(changes: Iterable[Change]) -> dict[str, Fields]:
    """Article id → field → the change that wins: the one with the greatest (time, session, sequence).

    Free of order, and the same change counts once, however often it is met.
    """
    state: dict[str, Fields] = {}
    for change in changes:
        for article, _, to in change.each():
            fields = state.setdefault(article, {})
            if change.field not in fields or fields[change.field][0] < change.stamp:
                fields[change.field] = (change.stamp, to)
    return state


def mark_of(fields: Fields) -> Mark:
    """The mark that the winning changes of one article add up to."""
    read_stamp, read = fields.get("read", (None, False))
    tags = {name[len(TAG) :]: value for name, (_, value) in fields.items() if name.startswith(TAG)}
    position = fields.get("position", (None, 0.0))[1]
    note = fields.get("note", (None, ""))[1]
    return Mark(
        read=bool(read),
        read_at=read_stamp.at if read and read_stamp else None,
        bookmarked=bool(fields.get("bookmarked", (None, False))[1]),
        position=float(position) if isinstance(position, int | float) else 0.0,
        note=note if isinstance(note, str) else "",
        discarded=bool(fields.get("discarded", (None, False))[1]),
        tagged=frozenset(tag for tag, on in tags.items() if on),
        untagged=frozenset(tag for tag, on in tags.items() if not on),
    )
