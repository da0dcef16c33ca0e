"""The dates of feeds, in UTC. A text that is not a date gives None, never an exception.

The forms of `formats.text.dates` are tried first, then dateutil, as long as the text itself names day, month and year.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache

from newstui.formats.text.dates import in_range, parse_date

_LONGEST = 100
_HOURS = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MET": 1, "MEZ": 1,
    "CEST": 2, "MEST": 2, "MESZ": 2, "EET": 2, "SAST": 2, "EEST": 3, "MSK": 3, "MSD": 4, "GST": 4, "PKT": 5, "IST": 5.5,
    "WIB": 7, "ICT": 7, "HKT": 8, "SGT": 8, "AWST": 8, "KST": 9, "JST": 9, "ACST": 9.5, "AEST": 10, "ACDT": 10.5,
    "AEDT": 11, "NZST": 12, "NZDT": 13, "NST": -3.5, "NDT": -2.5, "BRT": -3, "ART": -3, "AST": -4, "ADT": -3,
    "EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5, "CT": -6, "MST": -7, "MDT": -6, "MT": -7, "PST": -8,
    "PDT": -7, "PT": -8, "AKST": -9, "AKDT": -8, "HST": -10,
}  # fmt: skip
"""Hours ahead of UTC. A name of several zones means the one that most feeds mean: CST is Chicago's."""
_ZONE = re.compile(r"(?<=[\dMm.\s])\s?([A-Z]{1,5})(?: ?\([^()]*\))?\Z")
_OFFSET = re.compile(r"(:\d{2}(?:\.\d+)?)( ?)(?:GMT|UTC?)? ?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)")
_HALF_OF_DAY = re.compile(r"(?<!\d)(\d{1,2})(:\d{2}(?::\d{2})?) ?([AaPp])\.?[Mm]\b\.?")
_MONTH_OF_YEAR = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_REMARK = re.compile(r"(?<=\d) ?\([^()]*\)\Z")
_LEAP_SECOND = re.compile(r"(?<=\d:\d\d):60(?!\d)")
_END_OF_DAY = re.compile(r"(?<!\d)24:00(?::00)?(?!\d)")
_EAST = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
_EASTERN_HALF = re.compile(r"(오전|오후|上午|下午|午前|午後) ?(\d{1,2}:\d{2}(?::\d{2})?)")
_AFTERNOON = ("오후", "下午", "午後")
_DAY_MONTH_YEAR = re.compile(
    r"(?:[^\W\d]+\.?,? )?(\d{1,2})(?:\.|er|º)?[ -](?:de )?([^\W\d]{3,})\.?,?[ -](?:de )?(\d{4})(?!\d)(?: г\.)?"
)
_CLOCK = re.compile(r"\d{1,2}:\d{2}.*")
_MONTHS = (
    "jan gen ene led sty янв січ oca ιαν",
    "feb fév fev úno lut фев лют şub φεβ",
    "mar mär maa mrt bře бер μαρ",
    "apr avr abr dub kwi апр кві nis απρ",
    "may mai mag maj mei maí kvě май мая тра μαι μάι",
    "jun juin giu cze čer июн чер haz ιουν",
    "jul juil lug lip čvc июл лип tem ιουλ",
    "aug aoû aou ago sie srp авг сер ağu αυγ",
    "sep set wrz zář сен вер eyl σεπ",
    "oct okt ott out paź říj окт жов eki οκτ",
    "nov lis ноя eyl νοε",
    "dec dez dic déc des gru pro дек гру ara δεκ",
)
"""The first letters of each month, in the languages in which feeds write dates."""


def feed_date(text: str) -> datetime | None:
    """Reads the dates of `parse_date`, names of zones, months in European languages, and the dates of dateutil."""
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    text = f"{text}-01" if _MONTH_OF_YEAR.fullmatch(text) else _plain(text)
    at_end_of_day = bool(_END_OF_DAY.search(text))
    if at_end_of_day:
        text = _END_OF_DAY.sub("00:00:00", text)
    moment = parse_date(text) or parse_date(_in_english(text)) or _guessed(_in_english(text))
    return in_range(moment + timedelta(days=at_end_of_day)) if moment else None


def _plain(text: str) -> str:
    """Returns the date with hours up to 23, an offset for the name of its zone, and hyphens for East Asian words."""
    text = _REMARK.sub("", _LEAP_SECOND.sub(":59", text))
    text = _OFFSET.sub(lambda match: f"{match[1]}{match[2]}{match[3]}{match[4]:0>2}{match[5] or '00'}", text)
    named = _ZONE.search(text)
    if named and named[1] in _HOURS:
        text = f"{text[: named.start()]} {_offset(_HOURS[named[1]])}"
    if not text.isascii():
        text = _EASTERN_HALF.sub(lambda half: f"{half[2]} {'PM' if half[1] in _AFTERNOON else 'AM'}", text)
        text = _EAST.sub(r"\1-\2-\3", text)
    return _HALF_OF_DAY.sub(_of_24_hours, text)


def _of_24_hours(half: re.Match[str]) -> str:
    hour = int(half[1])
    if not 1 <= hour <= 12:
        return f"{half[1]}{half[2]}"
    return f"{hour % 12 + 12 * (half[3] in 'Pp'):02}{half[2]}"


def _offset(hours: float) -> str:
    minutes = round(abs(hours) * 60)
    return f"{'-' if hours < 0 else '+'}{minutes // 60:02}{minutes % 60:02}"


def _in_english(text: str) -> str:
    """Returns `2022-11-16 00:38 +0100` for `mer, 16 nov 2022 00:38 +0100`; other texts unchanged."""
    match = _DAY_MONTH_YEAR.search(text)
    month = _month(match[2]) if match else 0
    if not match or not month:
        return text
    clock = _CLOCK.search(text, match.end())
    date = f"{match[3]}-{month:02}-{int(match[1]):02}"
    return f"{date} {clock[0]}" if clock else date


def _month(name: str) -> int:
    name = name.lower()
    return _month_starts().get(name[:4]) or _month_starts().get(name[:3]) or 0


@cache
def _month_starts() -> dict[str, int]:
    return {start: number for number, starts in enumerate(_MONTHS, 1) for start in starts.split()}


def _guessed(text: str) -> datetime | None:
    """Returns the date that dateutil reads; None where it depends on a default, because then the text is incomplete."""
    if text.isdecimal():
        return None
    from dateutil.parser import parse

    def zone(_: str | None, offset: int | None) -> int:
        return offset or 0

    try:
        first, second = (
            parse(text, default=default, tzinfos=zone, fuzzy=True)
            for default in (datetime(2000, 1, 1), datetime(2001, 2, 3))
        )
        return in_range(first) if first == second else None
    except (ValueError, ArithmeticError, TypeError, LookupError, AttributeError):
        return None  # dateutil documents ValueError and OverflowError; odd texts also raise the others.
