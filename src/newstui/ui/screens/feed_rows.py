"""The rows of a list of feeds: name and numbers, then folder and tags, then what is wrong with the feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from newstui.render.cells import cut, fill
from newstui.render.dates import age
from newstui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newstui.services.feeds.stats import FeedStats

ROOMY = 72
"""Columns of the screen from which the numbers stand in columns of their own."""
_COLUMNS = (("a week", 6), ("read", 14), ("asked", 12))
_WIDEST = 100
"""Cells of a row: further apart, name and numbers are hard to read together."""
_GAP = "  "
_INDENT = "  "
_MOST_ERROR_LINES = 3


def feed_heading(width: int) -> Content:
    """Returns the names of the columns; empty where there is no room for them."""
    if width < ROOMY:
        return Content()
    return Content.styled("".join(_in_columns("", "feed", [name for name, _ in _COLUMNS], width)), "dim")


def feed_lines(health: FeedStats, now: datetime, width: int) -> Content:
    """Returns the rows of one feed. Words and signs show its state, never colour alone."""
    sign = "⚠" if health.error else "○" if health.feed.is_disabled else ""
    numbers = _numbers(health, now)
    if width >= ROOMY:
        name, right = _in_columns(sign, health.title, numbers, width)
        below = []
    else:
        name, right = cut(f"{sign:<2}{health.title}", width), ""
        below = _indented(" · ".join(filter(None, _numbers_in_words(health, numbers))), width)
    lines = [Content.assemble((name, "dim" if health.feed.is_disabled else "bold"), (right, "dim"))]
    lines += (Content.styled(line, "dim") for line in (*below, *_indented(_place(health), width)))
    lines += (Content.styled(line, "$warning") for line in _indented(health.error, width)[:_MOST_ERROR_LINES])
    return Content("\n").join(lines)


def _in_columns(sign: str, name: str, numbers: list[str], width: int) -> tuple[str, str]:
    right = "".join(_GAP + _flush_right(text, cells) for text, (_, cells) in zip(numbers, _COLUMNS, strict=True))
    return f"{sign:<2}{fill(name, min(width, _WIDEST) - cell_len(right) - 2)}", right


def _flush_right(text: str, width: int) -> str:
    text = cut(text, width)
    return " " * (width - cell_len(text)) + text


def _numbers(health: FeedStats, now: datetime) -> list[str]:
    """Returns a text for each column."""
    a_week = f"{health.a_week:.0f}" if health.a_week >= 1 else "<1" if health.articles else ""
    read = f"{100 * health.read // health.articles} % of {health.articles:,}" if health.articles else ""
    return [a_week, read, age(health.checked, now) if health.checked else "not yet"]


def _numbers_in_words(health: FeedStats, numbers: list[str]) -> list[str]:
    """Returns the numbers with words, for a screen without room for columns."""
    a_week, read, asked = numbers
    return [
        a_week and f"{a_week} a week",
        read and f"{read} read",
        f"asked {asked}" if health.checked else "not asked yet",
    ]


def _place(health: FeedStats) -> str:
    feed = health.feed
    return _GAP.join(
        filter(
            None,
            (
                "off" if feed.is_disabled else "",
                feed.folder,
                *(f"#{tag}" for tag in feed.tags),
                {"auto": "", "always": "every page is fetched", "never": "no page is fetched"}[feed.full_text],
            ),
        )
    )


def _indented(text: str, width: int) -> list[str]:
    return [_INDENT + line for line in wrap(text, max(1, width - len(_INDENT)))] if text else []


def feeds_in_words(feeds: Sequence[FeedStats]) -> str:
    """Returns how many feeds there are, and how many of them need a look: `12 · 1 with a problem · 2 off`."""
    failing = sum(1 for health in feeds if health.error)
    off = sum(1 for health in feeds if health.feed.is_disabled)
    counts = (f"{len(feeds):,}", failing and f"{failing:,} with a problem", off and f"{off:,} off")
    return " · ".join(str(count) for count in counts if count)
