"""Words for the files that come with an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.render.dates import duration

if TYPE_CHECKING:
    from newstui.domain.enclosure import Enclosure

_KB, _MB, _GB = 1000, 1000**2, 1000**3
_SMALLEST = 1000
"""Bytes. Many feeds write 0 or 1 where they do not know."""


def enclosure_words(enclosure: Enclosure) -> str:
    """`Audio, 34 MB, 41 min`, as far as it is known."""
    minutes = max(1, round(enclosure.duration / 60)) if enclosure.duration else 0
    size = enclosure.length if enclosure.length and enclosure.length >= _SMALLEST else 0
    parts = (enclosure.kind, _size(size) if size else "", duration(minutes) if minutes else "")
    return ", ".join(filter(None, parts))


def _size(count: int) -> str:
    if count < _MB:
        return f"{round(count / _KB)} KB"
    if count < _GB:
        return f"{round(count / _MB)} MB"
    return f"{count / _GB:.1f} GB"
