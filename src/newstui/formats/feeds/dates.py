"""The dates of entries. A program that knows no date often writes the first second of 1970."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.text.dates import parse_date

if TYPE_CHECKING:
    from datetime import datetime


def entry_date(text: str) -> datetime | None:
    """Returns the moment that a feed states; None where it states none, or the start of 1970."""
    moment = parse_date(text)
    return moment if moment is not None and moment.timestamp() else None
