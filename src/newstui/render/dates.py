"""Dates and ages in the words of a newspaper."""

from __future__ import annotations

from datetime import date, datetime

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_LONG_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_LONG_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def age(published: datetime, now: datetime) -> str:
    """Returns an age: `12 min ago`, `5 h ago`, `yesterday`, `Tue`, `3 Jun`, `3 Jun 2024`. Both times are aware."""
    local = _local(published, now)
    seconds = (now - published).total_seconds()
    days = (now.date() - local.date()).days
    if 0 <= seconds < 3600:
        return f"{int(seconds // 60)} min ago"
    if 0 <= seconds < 86_400 and days == 0:
        return f"{int(seconds // 3600)} h ago"
    if days == 1:
        return "yesterday"
    if 1 < days < 7:
        return _DAYS[local.weekday()]
    day = f"{local.day} {_MONTHS[local.month - 1]}"
    return day if local.year == now.year else f"{day} {local.year}"


def time_or_age(published: datetime, now: datetime) -> str:
    """`5 h ago` for today, `08:30` under the title of another day."""
    local = _local(published, now)
    return age(published, now) if local.date() == now.date() else f"{local:%H:%M}"


def moment(published: datetime, now: datetime) -> str:
    """Day and time, for the head of an article: `Tue 3 Jun 2026, 08:30`, in the reader's zone."""
    local = _local(published, now)
    return f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]} {local.year}, {local:%H:%M}"


def dated_ahead(stated: datetime, now: datetime) -> str:
    """A date in the future, beside the moment that counts: `dated 1 May 2124`."""
    local = _local(stated, now)
    return f"dated {local.day} {_MONTHS[local.month - 1]} {local.year}"


def day_title(day: int, today: date) -> str:
    """Returns the heading of a day (date.toordinal): `TODAY`, `YESTERDAY`, `MONDAY 16 NOVEMBER` or with a year."""
    if day == today.toordinal():
        return "TODAY"
    if day == today.toordinal() - 1:
        return "YESTERDAY"
    then = date.fromordinal(day)
    title = f"{_LONG_DAYS[then.weekday()]} {then.day} {_LONG_MONTHS[then.month - 1]}"
    return (title if then.year == today.year else f"{title} {then.year}").upper()


def _local(published: datetime, now: datetime) -> datetime:
    try:
        return published.astimezone(now.tzinfo)
    except OverflowError:  # within a day of the calendar's ends
        return published.replace(tzinfo=now.tzinfo)


def duration(minutes: int) -> str:
    """`4 min`, `1 h 5 min`."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours and rest else f"{hours} h" if hours else f"{rest} min"
