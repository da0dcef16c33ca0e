"""Dates as people and programs write them, in the zone they name. Any other text is None, never an exception."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

_LONGEST = 100
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_YEAR, _LAST_YEAR = 2, 9998
"""A year of slack on both sides, so that no later change of time zone overflows."""

_NUMBERS = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T ,]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?:Z|UTC|GMT|([+-])(\d{2}):?(\d{2}))?",
    re.ASCII | re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_MONTH = re.compile(r"(\d{1,2})\.? ([A-Za-z]{3})[a-z]*\.?,? (\d{4})", re.ASCII)
_MONTH_DAY = re.compile(r"([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})", re.ASCII)


def parse_date(text: str) -> datetime | None:
    """Reads ISO 8601, RFC 2822, `2024/05/01 10:00`, `1 May 2024`, `May 1, 2024`, seconds or ms since 1970.

    It keeps the offset that is written; a date without one is taken as UTC. None for years before 2 and after 9998.
    """
    text = text.strip()
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
    except ValueError:  # dateutil reads offsets of a day and more, and says so only when it is asked for them
        return None


def _moment(text: str) -> datetime | None:
    if text.isascii() and text.replace(".", "", 1).isdigit() and len(text) != 8:
        return _counted(text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    found = _NUMBERS.fullmatch(text)
    if found:
        return _from_numbers(found)
    return _from_month_name(text) or _from_mail(text)


def _counted(digits: str) -> datetime | None:
    """Reads a bare number: a year, the digits of a date and time, or the time since 1970."""
    if len(digits) == 4 and "." not in digits:
        return datetime(int(digits), 1, 1, tzinfo=UTC)
    if len(digits) == 14 and digits.startswith(("19", "20")) and "." not in digits:
        return datetime.fromisoformat(f"{digits[:8]}T{digits[8:]}")
    seconds = float(digits)
    if seconds < 100_000_000:  # Before 1973: a number, but hardly a date.
        return None
    return _EPOCH + timedelta(seconds=seconds if seconds < 100_000_000_000 else seconds / 1000)


def _from_numbers(found: re.Match[str]) -> datetime:
    year, month, day, hour, minute, second = (int(each or 0) for each in found.groups()[:6])
    offset = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
    zone = timezone(-offset if found[7] == "-" else offset)
    return datetime(year, month, day, hour, minute, second, tzinfo=zone)


def _from_month_name(text: str) -> datetime | None:
    found = _DAY_MONTH.fullmatch(text)
    if found:
        day, name, year = found.groups()
    else:
        found = _MONTH_DAY.fullmatch(text)
        if not found:
            return None
        name, day, year = found.groups()
    return datetime(int(year), _MONTHS.index(name.lower()) + 1, int(day), tzinfo=UTC)


def _from_mail(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime  # Seldom needed, and slow to import.

    try:
        return parsedate_to_datetime(text)
    except (TypeError, IndexError):  # What email.utils lets through on some malformed dates.
        return None
