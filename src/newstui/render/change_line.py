"""An act of the reader as one line: when, what, to what, and who did it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.domain.marks.origin import origin_in_words
from newstui.domain.marks.words import subject_and_act
from newstui.render.cells import cut, fill
from newstui.render.line import Line, Span

if TYPE_CHECKING:
    from datetime import tzinfo

    from newstui.domain.marks.timeline import Entry

_TAKEN_BACK = "taken back"
_NARROW = 60
"""Columns below which the day stands alone, without the time."""


def change_line(entry: Entry, own: str, zone: tzinfo | None, width: int, *, is_elsewhere: bool) -> Line:
    """Returns the line of an act. own: the session that asks. is_elsewhere: its articles are in no list here."""
    change = entry.act
    when = f"{moment_of(change.stamp.at).astimezone(zone):{'%Y-%m-%d %H:%M' if width >= _NARROW else '%m-%d'}}"
    by = [origin_in_words(change.stamp.session, own)]
    if is_elsewhere:
        by.append("another library")
    if entry.is_taken_back:
        by = [_TAKEN_BACK]
    right = cut(", ".join(by), max(0, width // 3))
    state = "read" if entry.is_taken_back else "unread"
    room = max(0, width - cell_len(when) - cell_len(right) - 6)
    subject, act = subject_and_act(change, shows_ids=False)
    act = cut(f" — {act}", max(room // 2, room - cell_len(subject)))  # a long title leaves room for what was done
    words = fill(cut(subject, room - cell_len(act)) + act, room)
    return Line((Span(f" {when}  ", "about"), Span(words, state), Span(f"  {right} ", "about")))


def moment_of(at: int) -> datetime:
    """Returns the time of `at`, in µs since 1970; the last day of the calendar for anything later."""
    try:
        return datetime.fromtimestamp(at / 1_000_000, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime(9999, 12, 30, tzinfo=UTC)
