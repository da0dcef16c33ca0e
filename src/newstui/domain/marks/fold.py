"""The fold of changes: for each article and field the latest change wins, in whatever order they are met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newstui.domain.marks.fields import ARTICLE_FIELDS, HIGHLIGHT, TAG, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newstui.domain.marks.change import Change, Stamp
    from newstui.domain.marks.fields import Value

Fields = dict[str, tuple["Stamp", "Value"]]
"""Field → (stamp of its last change, value), for one article."""


def unique(changes: Iterable[Change]) -> list[Change]:
    """Returns each change once, in order of the stamps. Of two copies the one about more articles counts."""
    by_stamp: dict[Stamp, Change] = {}
    for change in changes:
        known = by_stamp.get(change.stamp)
        if known is None or len(known.articles) < len(change.articles):
            by_stamp[change.stamp] = change
    return [by_stamp[stamp] for stamp in sorted(by_stamp)]


def fold(changes: Iterable[Change]) -> dict[str, Fields]:
    """Returns article id → field → the winning change: the one with the greatest (time, session, sequence).

    The order of the changes does not matter, and the same change counts once, however often it is met.
    """
    state: dict[str, Fields] = {}
    for change in changes:
        for article, _, to in change.each():
            fields = state.setdefault(article, {})
            if change.field not in fields or fields[change.field][0] < change.stamp:
                fields[change.field] = (change.stamp, to)
    return state


def mark_of(fields: Fields) -> Mark:
    """Returns the mark that the winning changes of one article add up to. A value of the wrong kind counts as none."""
    values: dict[str, Any] = {}
    for field in ARTICLE_FIELDS:
        if field.name in fields:
            stamp, value = fields[field.name]
            try:
                values[field.name] = field.stored(value)
            except ValueError:
                continue
            if field.has_time and value:
                values[f"{field.name}_at"] = stamp.at
    tags = {name[len(TAG) :]: value for name, (_, value) in fields.items() if name.startswith(TAG)}
    values["tagged"] = frozenset(tag for tag, is_on in tags.items() if is_on)
    values["untagged"] = frozenset(tag for tag, is_on in tags.items() if not is_on)
    kept = {name[len(HIGHLIGHT) :]: value for name, (_, value) in fields.items() if name.startswith(HIGHLIGHT)}
    if kept:
        from newstui.domain.highlights.highlight import highlights_of  # most articles have none

        values["highlights"] = highlights_of(kept)
    return Mark(**values)
