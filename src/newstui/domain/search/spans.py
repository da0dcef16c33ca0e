"""Spans of days in the words of a query: `today`, `last-week`, `monday`, `may`, 2024, 2024-05, 2024-05-01."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_YEAR = re.compile(r"(\d{4})$")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORTEST = 3
"""Letters of a weekday or month that are enough: `mon`, `sept`."""
NAMED = (
    "today", "yesterday", "this-week", "last-week", "this-month", "last-month", "this-year", "last-year",
    *_WEEKDAYS, *_MONTHS,
)  # fmt: skip
"""Every name of a span."""


class Span(NamedTuple):
    """Whole days: the first of them, and the first one after them."""

    first: date
    end: date


def span_of(text: str, today: date) -> Span | None:
    """Returns the span that a text names, as seen from today; None where it names none.

    A weekday or month is the latest one that has begun. A week begins on Monday.
    """
    name = text.lower()
    if named := _named(name, today):
        return named
    try:
        if year := _YEAR.match(name):
            return Span(date(int(year[1]), 1, 1), _next_year(date(int(year[1]), 1, 1)))
        if month := _MONTH.match(name):
            first = date(int(month[1]), int(month[2]), 1)
            return Span(first, _next_month(first))
        day = date.fromisoformat(name)
    except ValueError:
        return None
    return Span(day, _later(day, 1))


def _named(name: str, today: date) -> Span | None:
    this, _, unit = name.rpartition("-")
    if this in ("this", "last") and unit in ("week", "month", "year"):
        return _around(unit, today, is_last=this == "last")
    if name in ("today", "yesterday"):
        day = today - timedelta(days=name == "yesterday")
        return Span(day, _later(day, 1))
    if len(name) < _SHORTEST:
        return None
    for number, weekday in enumerate(_WEEKDAYS):
        if weekday.startswith(name):
            day = today - timedelta(days=(today.weekday() - number) % 7)
            return Span(day, _later(day, 1))
    for number, month in enumerate(_MONTHS, start=1):
        if month.startswith(name):
            first = date(today.year - (number > today.month), number, 1)
            return Span(first, _next_month(first))
    return None


def _around(unit: str, today: date, *, is_last: bool) -> Span:
    """Returns the week, month or year that today is in, or the one before."""
    if unit == "week":
        first = today - timedelta(days=today.weekday() + 7 * is_last)
        return Span(first, _later(first, 7))
    first = today.replace(day=1) if unit == "month" else today.replace(month=1, day=1)
    if is_last:
        before = first - timedelta(days=1)
        return Span(before.replace(day=1) if unit == "month" else before.replace(month=1, day=1), first)
    return Span(first, _next_month(first) if unit == "month" else _next_year(first))


def _next_month(first: date) -> date:
    return _later(first, 31).replace(day=1)


def _next_year(first: date) -> date:
    return _later(first, 366).replace(month=1, day=1)


def _later(day: date, days: int) -> date:
    """Returns a later day; the last one of the calendar where it ends before."""
    return day + timedelta(days=min(days, (date.max - day).days))
