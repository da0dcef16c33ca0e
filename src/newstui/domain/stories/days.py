"""The days that a text names: `7 June`, `June 7th`, `7 de junio`, `27/9`. Reports of one event name the same."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_NAMES = (
    "january janvier enero januar gennaio janeiro januari tammikuuta tammikuu stycznia styczeń ledna leden "
    "januára január ianuarie ocak gener siječnja siječanj jaanuar janvāris sausio sausis ιανουαρίου ιανουάριος "
    "января январь січня січень януари јануар يناير ינואר ژانویه jan",
    "february février febrero februar febbraio fevereiro februari helmikuuta helmikuu lutego luty února únor "
    "februára február februarie şubat febrer veljače veljača veebruar februāris vasario vasaris φεβρουαρίου "
    "φεβρουάριος февраля февраль лютого лютий февруари фебруар فبراير פברואר فوریه feb",
    "march mars marzo märz março maart marts maaliskuuta maaliskuu marca marzec března březen marec március "
    "martie mart maret març ožujka ožujak märts kovo kovas μαρτίου μάρτιος марта март березня березень مارس מרץ",
    "april avril abril aprile huhtikuuta huhtikuu kwietnia kwiecień dubna duben apríla apríl április aprilie "
    "nisan travnja travanj aprill aprīlis balandžio balandis απριλίου απρίλιος апреля апрель квітня квітень април "
    "أبريل אפריל آوریل",
    "may mai mayo maggio maio mei maj toukokuuta toukokuu maja května květen mája máj május mayıs maig svibnja "
    "svibanj maijs gegužės gegužė μαΐου μάιος мая май травня травень мај مايو מאי مه मई",
    "june juin junio juni giugno junho kesäkuuta kesäkuu czerwca czerwiec června červen júna jún június iunie "
    "haziran juny lipnja lipanj junij juuni jūnijs birželio birželis ιουνίου ιούνιος июня июнь червня червень юни "
    "јун يونيو יוני ژوئن",
    "july juillet julio juli luglio julho heinäkuuta heinäkuu lipca lipiec července červenec júla júl július "
    "iulie temmuz juliol srpnja srpanj julij juuli jūlijs liepos liepa ιουλίου ιούλιος июля июль липня липень юли "
    "јул يوليو יולי ژوئیه",
    "august août agosto augustus augusti elokuuta elokuu sierpnia sierpień srpna srpen augusta augusztus ağustos "
    "agustus agost kolovoza kolovoz avgust augusts rugpjūčio rugpjūtis αυγούστου αύγουστος августа август серпня "
    "серпень أغسطس אוגוסט اوت aug",
    "september septembre septiembre settembre setembro syyskuuta syyskuu września wrzesień září septembra "
    "szeptember septembrie eylül setembre rujna rujan septembris rugsėjo rugsėjis σεπτεμβρίου σεπτέμβριος "
    "сентября сентябрь вересня вересень септември септембар سبتمبر ספטמבר سپتامبر sept",
    "october octobre octubre oktober ottobre outubro lokakuuta lokakuu października październik října říjen "
    "októbra október octombrie ekim oktoober oktobris spalio spalis οκτωβρίου οκτώβριος октября октябрь жовтня "
    "жовтень октомври октобар أكتوبر אוקטובר اکتبر oct",
    "november novembre noviembre novembro marraskuuta marraskuu listopada listopad listopadu novembra noiembrie "
    "kasım studenoga studeni novembris lapkričio lapkritis νοεμβρίου νοέμβριος ноября ноябрь листопада листопад "
    "ноември новембар نوفمبر נובמבר نوامبر nov",
    "december décembre diciembre dezember dicembre dezembro desember joulukuuta joulukuu grudnia grudzień "
    "prosince prosinec decembra decembrie aralık desembre prosinca prosinac detsember decembris gruodžio gruodis "
    "δεκεμβρίου δεκέμβριος декабря декабрь грудня грудень декември децембар ديسمبر דצמבר دسامبر dec",
)
"""The months in the languages that name them, as they stand in a date and alone (from Unicode's CLDR). `Listopad` is
taken for November: so it is for more people."""
_MONTHS: Mapping[str, int] = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_DAY = re.compile("([0-9]{1,2})(?:er|st|nd|rd|th|º)?")
_DATE = re.compile(r"(?<![\d.,:])([0-9]{1,2})(?=([/-])([0-9]{1,2})(?!\d)|\. ?([0-9]{1,2})\.)")
_BETWEEN = frozenset(("de", "of", "tháng"))
_MOST_DAYS, _MOST_MONTHS = 31, 12
_DIGITS_OF_SCORE = 2


def named_days(text: str, words: Sequence[str], at: Iterable[int]) -> list[int]:
    """Returns each day of a year that is named, as a number, in their order.

    words: those of the text, in lower case. at: where they hold digits.
    """
    dates = cache(partial(_dates, text))
    days: dict[int, None] = {}
    last = len(words) - 1
    for index in at:
        day = _DAY.fullmatch(words[index])
        if day is None or not 0 < int(day[1]) <= _MOST_DAYS:
            continue
        after = index + 2 if index + 1 < last and words[index + 1] in _BETWEEN else index + 1
        named = words[after] if after <= last else ""
        month = _MONTHS.get(named, 0)
        if not month and named.isdecimal() and (after > index + 1 or (words[index], named) in dates()):
            month = int(named) if 0 < int(named) <= _MOST_MONTHS else 0
        if not month and index:
            month = _MONTHS.get(words[index - 1], 0)
        if month:
            days[month * (_MOST_DAYS + 1) + int(day[1])] = None
    return list(days)


def _dates(text: str) -> set[tuple[str, str]]:
    """Returns (day, month) of `27/9`, `07-9` and `7.9.`; not of a score, a time or a fraction: `3-1`, `9:04`, `1.5`."""
    found = [(date[1], date[3] or date[4], date[2]) for date in _DATE.finditer(text)]
    return {(day, month) for day, month, sign in found if sign != "-" or len(day + month) > _DIGITS_OF_SCORE}


def have_other_days(one: Sequence[int], other: Sequence[int]) -> bool:
    """Returns True where two texts name days, and no one day."""
    return bool(one and other) and set(one).isdisjoint(other)


def days_apart(one: Sequence[int], other: Sequence[int]) -> int:
    """Returns the days between those that two texts name first; 0 where one of them names none.

    Months count as long as the longest: that errs by a day or two.
    """
    if not one or not other:
        return 0
    apart = abs(_in_year(one[0]) - _in_year(other[0]))
    return min(apart, _MOST_MONTHS * _MOST_DAYS - apart)


def _in_year(day: int) -> int:
    month, day_of_month = divmod(day, _MOST_DAYS + 1)
    return month * _MOST_DAYS + day_of_month
