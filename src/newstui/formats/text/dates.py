"""Dates as people and programs write them, in the zone they name: of feeds, front matter, pages, books and exports.

Any other text is None, never an exception.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_LONGEST = 100
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_YEAR, _LAST_YEAR = 2, 9998
"""A year of slack on both sides, so that no later change of time zone overflows."""


_PLACEHOLDERS = frozenset((_EPOCH, datetime(101, 1, 1, tzinfo=UTC)))
"""Moments that programs write for a date that they do not know: many the first one, Calibre the other."""


def stated_date(text: str) -> datetime | None:
    """Returns the moment that a feed, a book, a page or an export states; None for one that stands for none."""
    moment = parse_date(text)
    return None if moment in _PLACEHOLDERS else moment


def parse_date(text: str) -> datetime | None:
    """Reads ISO 8601, seconds or milliseconds since 1970, and what `written_date` reads.

    It keeps the offset that is written; a date without one is taken as UTC. None for years before 2 and after 9998.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    try:
        moment = _moment(text)
        return None if moment is None else in_range(moment)
    except (ValueError, OverflowError):
        return None


def in_range(moment: datetime) -> datetime | None:
    """Returns the same moment, in UTC where it names no zone; None unless every time zone can name it."""
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    try:
        return moment if moment.utcoffset() is not None else moment.replace(tzinfo=UTC)
    except ValueError:  # The rules of a zone end before its dates do.
        return None


def _moment(text: str) -> datetime | None:
    if text.isascii() and text.replace(".", "", 1).isdigit() and len(text) not in (7, 8):
        return _counted(text)
    # fromisoformat would take an offset for a time of day, and the minutes of 10.30 for a part of an hour.
    if text[10:11] not in ("+", "-") and text[13:14] != ".":
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
    from newstui.formats.text.written_dates import written_date  # Most files need no more than the line above.

    return written_date(text)


def _counted(digits: str) -> datetime | None:
    """Reads a bare number: a year, the digits of a date and time, or the time since 1970."""
    if len(digits) == 4 and "." not in digits:
        return datetime(int(digits), 1, 1, tzinfo=UTC)
    if len(digits) in (12, 14) and digits.startswith(("19", "20")) and "." not in digits:
        try:
            return datetime.fromisoformat(f"{digits[:8]}T{digits[8:]}")
        except ValueError:
            pass
    seconds = float(digits)
    if seconds < 100_000_000:  # Before 1973: a number, but hardly a date.
        return None
    return _EPOCH + timedelta(seconds=seconds if seconds < 100_000_000_000 else seconds / 1000)
