"""Dates as people write them: with names of months and zones, day first or last, on a clock of 12 or of 24 hours.

No library guesses: a text is a date if it names a day or a month of a year, and next to nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONTHS = (
    "jan gen ene led sty ян січ сту oca ιαν ian tam ينا",
    "feb fev uno lut фев лют sub φεβ hel فبر",
    "mar maa mrt bre мар бер сак μαρ مار",
    "apr avr abr dub kwi апр кві кра nis απρ huh ابر",
    "may mai mag maj mei kve май мая тра μαι tou ماي",
    "jun juin giu cze cer июн чер чэр haz ιουν iun kes يوني",
    "jul juil lug lip cvc cerv июл лип ліп tem ιουλ iul hein يولي",
    "aug aou ago agu sie srp авг сер жні avg αυγ elo اغس",
    "sep set wrz zar сен вер eyl σεπ szep syy سبت",
    "oct okt ott out paz rij окт жов кас eki οκτ lok اكت",
    "nov lis ноя лис ліс kas νοε noi marr نوف",
    "dec dez dic des gru pro дек гру сне ara δεκ jou ديس",
)
"""The first letters of each month without accents, in the languages in which feeds write dates."""
_CZECH_MONTHS = {"cerven": 6, "cervna": 6, "cervnu": 6, "cervenec": 7, "cervence": 7, "cervenci": 7}
"""Two months that begin alike."""
_HOURS = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MET": 1, "MEZ": 1,
    "CEST": 2, "MEST": 2, "MESZ": 2, "EET": 2, "SAST": 2, "EEST": 3, "MSK": 3, "MSD": 4, "GST": 4, "PKT": 5, "IST": 5.5,
    "WIB": 7, "ICT": 7, "HKT": 8, "SGT": 8, "AWST": 8, "KST": 9, "JST": 9, "ACST": 9.5, "AEST": 10, "ACDT": 10.5,
    "AEDT": 11, "NZST": 12, "NZDT": 13, "NST": -3.5, "NDT": -2.5, "BRT": -3, "ART": -3, "AST": -4, "ADT": -3,
    "EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5, "CT": -6, "MST": -7, "MDT": -6, "MT": -7, "PST": -8,
    "PDT": -7, "PT": -8, "AKST": -9, "AKDT": -8, "HST": -10,
}  # fmt: skip
"""Hours ahead of UTC. A name of several zones means the one that most feeds mean: CST is Chicago's."""
_SMALL_WORDS = _names(
    "a à al alle am at d de del den des der die el en er h i j k kl klo las le los na nd ngay nam o od of om on os "
    "ora ore r rd re st t th the to um uhr ur v в г года год º ª ° ο στις"
)
"""Words and endings that stand in dates and say nothing."""
_ENGLISH = _names(
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday "
    "at of on the published updated posted date"
)
_MOST_OTHER_WORDS = 2
"""A day of the week in an unknown language has two at most; more is prose."""

_EASTERN_HALF = re.compile(
    r"(오전|오후|上午|下午|午前|午後) ?(\d{1,2}(?: ?[:時时시點点] ?\d{1,2})?(?::\d{2})?) ?[分분]?"
)
_AFTERNOON = frozenset(("오후", "下午", "午後"))
_ERA = re.compile(r"(令和|平成|昭和) ?(元|\d{1,2}) ?年")
_BEFORE_ERA = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""The year before the first of each era of Japan."""
_EASTERN_DATE = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?")
_VIETNAMESE_MONTH = re.compile(r" (?:tháng|thang) (\d{1,2})(?:,? (?:năm|nam))?,? (?=\d{4})", re.IGNORECASE)
_SPELT_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2}) ?(?:h(?![^\W\d])|[時时시點点]) ?(?:(\d{2})(?!\d) ?(?:[分분]|min(?:\b|(?=\d)))?)?", re.IGNORECASE
)
_DOTTED_CLOCK = re.compile(
    r"\b(?:kl|klo|ore|alle)\.? (\d{1,2})\.(\d{2})(?![\d.])|(?<![^ ,])(\d{1,2})\.(\d{2})(?= ?(?:uhr\b|[ap]\.? ?m\b)|$)",
    re.IGNORECASE,
)
_DOTTED_SECONDS = re.compile(r"(?<= )([01]\d|2[0-3])\.([0-5]\d)\.([0-5]\d)(?=$| [+-]?[A-Z\d])")
_WHOLE_HOUR = re.compile(r"(?<![\d.:/-])(\d{1,2}) uhr\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\d+-])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?(?!\d)"
    r"(?: ?(?:([ap])\.? ?m\b\.?|(μμ|πμ|μ\.μ\.|π\.μ\.|CH\b|SA\b)))?",
    re.IGNORECASE,
)
_HOUR_OF_HALF = re.compile(r"(?<![\d.:/-])(\d{1,2}) ?([ap])\.? ?m\b\.?", re.IGNORECASE)
_OFFSET = re.compile(r" ?\(?(?:GMT|UTC?|Z)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?(?!\d)\)?", re.IGNORECASE)
_LONE_OFFSET = re.compile(r"(?<=\d)([+-])(\d{2}):(\d{2})\Z")
_PLACE = re.compile(r"[\[(]?\b([A-Z][A-Za-z]+(?:/[A-Z][\w+-]*)+)[\])]?", re.ASCII)
_ABBREVIATION = re.compile(r"\b[A-Z]{1,5}\b", re.ASCII)
_REMARK = re.compile(r"[(\[][^()\[\]]*[)\]]")

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?!\d)")
_YEAR_AND_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")
_DAY_OF_YEAR = re.compile(r"(\d{4})-?(\d{3})")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")


class _Clock(NamedTuple):
    """The time of a day, and the text around it."""

    since_midnight: timedelta
    zone: tzinfo | None
    rest: str


def written_date(text: str) -> datetime | None:
    """Returns the moment that one line names, in UTC where it names no zone; None where it names no day.

    Dates with dots are day first. Those with slashes or hyphens are month first, unless that is no date or the words
    beside it are not English. Raises ValueError and OverflowError for days that do not exist.
    """
    clock = _clock(_without_accents(_with_numbers(text)))
    date = _date(" ".join(clock.rest.split()).strip(" ,.;"))
    if date is None:
        return None
    return date.replace(tzinfo=clock.zone or UTC) + clock.since_midnight


def _with_numbers(text: str) -> str:
    """Returns the text with ASCII digits, and with numbers for East Asian and Vietnamese words."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text).replace("−", "-")
    text = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    text = _EASTERN_HALF.sub(lambda half: f"{half[2]} {'PM' if half[1] in _AFTERNOON else 'AM'}", text)
    text = _ERA.sub(lambda era: f"{_BEFORE_ERA[era[1]] + (1 if era[2] == '元' else int(era[2]))}年", text)
    text = _EASTERN_DATE.sub(lambda date: "-".join(filter(None, date.groups())) + " ", text)
    return _VIETNAMESE_MONTH.sub(r".\1.", text)


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", plain)


# The time of day


def _clock(text: str) -> _Clock:
    """Finds the time of day and its zone, and returns them with the text that is left."""
    text = _SPELT_CLOCK.sub(lambda spelt: f"{spelt[1]}:{spelt[2] or '00'} ", text)
    text = _DOTTED_SECONDS.sub(r"\1:\2:\3", text)
    text = _WHOLE_HOUR.sub(r"\1:00", _DOTTED_CLOCK.sub(lambda dotted: _joined(dotted.groups()), text))
    text = _HOUR_OF_HALF.sub(lambda half: half[0] if int(half[1]) > 12 else f"{half[1]}:00 {half[2]}m", text)
    found = _CLOCK.search(text)
    if found is None:
        return _Clock(timedelta(), *_zone(text, _LONE_OFFSET.search(text)))
    offset = _OFFSET.match(text, found.end())
    end = offset.end() if offset else found.end()
    zone, rest = _zone(f"{text[: found.start()].rstrip(':')} {text[end:]}", offset)
    return _Clock(_since_midnight(found), zone, rest)


def _joined(groups: tuple[str | None, ...]) -> str:
    return ":".join(filter(None, groups))


def _since_midnight(clock: re.Match[str]) -> timedelta:
    hour, minute, second = (int(number or 0) for number in clock.groups()[:3])
    half = (clock[4] or clock[5] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (half[0] in "pμc")
    second -= second == 60  # a leap second
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute + second):
        raise ValueError("no time of day")
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _zone(text: str, offset: re.Match[str] | None) -> tuple[tzinfo | None, str]:
    """Returns (zone, text without it). An offset counts more than a name beside it."""
    zone: tzinfo | None = None
    if offset:
        away = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        zone = timezone(-away if offset[1] == "-" else away)
        text = text.removesuffix(offset[0]) if offset.re is _LONE_OFFSET else text
    for place in _PLACE.finditer(text):
        zone = zone or _zone_of_place(place[1])
        text = text.replace(place[0], " ")
    for name in _ABBREVIATION.findall(text):
        if name in _HOURS:
            zone = zone or timezone(timedelta(hours=_HOURS[name]))
            text = re.sub(rf"\b{name}\b", " ", text)
    return zone, _REMARK.sub(" ", text)


def _zone_of_place(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo  # Seldom needed.

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):  # A name that no zone has, or a system without zones.
        return None


# The day


def _date(text: str) -> datetime | None:
    if alone := _YEAR_AND_MONTH.fullmatch(text):
        year, month = (alone[1], alone[2]) if alone[1] else (alone[4], alone[3])
        return datetime(int(year), int(month), 1)
    if alone := _DAY_OF_YEAR.fullmatch(text):
        return _day_of_year(int(alone[1]), int(alone[2]))
    found = _YEAR_FIRST.search(text) or _YEAR_LAST.search(text)
    if found is None:
        return _of_month_name(text)
    tokens = _TOKEN.findall(f"{text[: found.start()]} {text[found.end() :]}")
    words = _other_words(tokens)
    if any(token.isdecimal() for token in tokens) or len(words) > _MOST_OTHER_WORDS:
        return None
    if found.re is _YEAR_FIRST:
        return datetime(int(found[1]), int(found[3]), int(found[4]))
    first, second, year = int(found[1]), int(found[3]), _year(found[4])
    is_day_first = found[2] == "." or first > 12 or not _ENGLISH.issuperset(words)
    return datetime(year, second, first) if is_day_first and second <= 12 else datetime(year, first, second)


def _day_of_year(year: int, day: int) -> datetime | None:
    date = datetime(year, 1, 1) + timedelta(days=day - 1)
    return date if date.year == year and 1900 <= year < 2100 else None


def _of_month_name(text: str) -> datetime | None:
    """Reads a date with the name of a month. A day of the week may begin like one: the last name counts."""
    tokens = _TOKEN.findall(text)
    named = [index for index, token in enumerate(tokens) if _month(token)]
    if not named:
        return None
    month = _month(tokens[named[-1]])
    numbers = [token for token in tokens if token.isdecimal()]
    others = _other_words(token for index, token in enumerate(tokens) if index != named[-1])
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(others) > _MOST_OTHER_WORDS or len(years) + len(days) != len(numbers):
        return None
    if len(years) == 1 and len(days) <= 1:
        if not days and others:
            return None
        return datetime(int(years[0]), month, int(days[0]) if days else 1)
    if not years and len(days) == 2 and len(days[1]) == 2:
        return datetime(_year(days[1]), month, int(days[0]))
    return None


def _other_words(tokens: Iterable[str]) -> list[str]:
    words = (token.lower() for token in tokens if not token.isdecimal())
    return [word for word in words if word not in _SMALL_WORDS]


def _year(digits: str) -> int:
    """Returns the year of four digits or two: 69 is 1969, 68 is 2068."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 69 else 1900)


def _month(name: str) -> int:
    name = name.lower()
    return _CZECH_MONTHS.get(name) or _month_starts().get(name[:4]) or _month_starts().get(name[:3]) or 0


@cache
def _month_starts() -> dict[str, int]:
    return {_without_accents(start): number for number, starts in enumerate(_MONTHS, 1) for start in starts.split()}
