"""Where the reader left off: what newstui shows when it opens again."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from newstui.domain.search.sort import SORTS, Sort
from newstui.domain.settings import MAX_TEXT_WIDTH, MIN_TEXT_WIDTH, MOST_SENTENCES


@dataclass(frozen=True, slots=True)
class Place:
    """Of one library."""

    query: str = ""
    sort: Sort | None = None
    article: str | None = None
    """The id of the article that was selected."""
    above: int = 0
    """How many lines of the list stood above it on the screen."""
    is_reading: bool = False
    """Whether the reader had the keys, not the list."""
    is_full_width: bool = False
    theme: str | None = None
    text_width: int | None = None
    summary_sentences: int | None = None
    has_excerpts: bool = False
    """Whether two lines of summary stand under each headline."""


def place_from(table: dict[str, Any]) -> Place:
    """The place that a table of JSON describes; what makes no sense in it is left at its default."""
    return Place(**{each.name: table[each.name] for each in fields(Place) if _is_fit(each.name, table.get(each.name))})


def _is_fit(name: str, value: Any) -> bool:
    match name:
        case "sort":
            return value in SORTS
        case "above":
            return type(value) is int and 0 <= value < 1000
        case "text_width":
            return type(value) is int and MIN_TEXT_WIDTH <= value <= MAX_TEXT_WIDTH
        case "summary_sentences":
            return type(value) is int and 1 <= value <= MOST_SENTENCES
        case "is_reading" | "is_full_width" | "has_excerpts":
            return isinstance(value, bool)
        case _:
            return isinstance(value, str) and value.isprintable()
