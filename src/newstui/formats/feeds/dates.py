"""Dates of digits, which are read as the other dates of their feed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_NUMERIC = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(?=\d{4}(?!\d))")
_MONTHS = 12


def put_days_first(entries: Iterable[dict[str, Any]], names: tuple[str, ...], lang: str | None) -> None:
    """Rewrites dates like 06/05/2024 with dots, which are day first, where the feed writes the day first.

    `13/05/2024` in any entry proves it, `05/13/2024` the opposite. Without either the feed's language decides.
    """
    written = [
        (entry, name, text) for entry in entries for name in names if isinstance(text := dict.get(entry, name), str)
    ]
    dates = [found for _, _, text in written if (found := _NUMERIC.search(text))]
    is_day_first = any(int(date[1]) > _MONTHS for date in dates)
    is_month_first = any(int(date[3]) > _MONTHS for date in dates)
    if not dates or is_month_first or not (is_day_first or (lang and lang.partition("-")[0] != "en")):
        return
    for entry, name, text in written:
        entry[name] = _NUMERIC.sub(r"\1.\3.", text)
