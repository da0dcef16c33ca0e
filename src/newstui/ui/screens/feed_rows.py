"""A feed as it is listed: its name and how it does; below that where it stands, and in words what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from newstui.render.cells import cut, fill
from newstui.render.dates import age
from newstui.render.wrap import wrap

if TYPE_CHECKING:
    from datetime import datetime

    from newstui.services.feeds.stats import FeedHealth

ROOMY = 72
"""Columns from which what is said of each feed stands in columns."""
_COLUMNS = (("a week", 6), ("read", 14), ("asked", 12))
_WIDEST = 100
"""An eye finds its way from the name to the numbers."""
_GAP = "  "
_INDENT = "  "
_MOST_LINES = 3
"""Of what is wrong."""


def feed_heading(width: int) -> Content:
    """What the columns are; empty where there is no room for them."""
    if width < ROOMY:
        return Content()
    return Content.styled("".join(_in_columns("", "feed", [name for name, _ in _COLUMNS], width)), "dim")


def feed_lines(health: FeedHealth, now: datetime, width: int) -> Content:
    """One line and what there is to say below it. State is said in words and signs, never by colour alone."""
    sign = "⚠" if health.error else "○" if health.feed.is_disabled else ""
    told = _told(health, now)
    if width >= ROOMY:
        name, right = _in_columns(sign, health.title, told, width)
        below = []
    else:
        name, right = cut(f"{sign:<2}{health.title}", width), ""
        below = _indented(" · ".join(filter(None, _said(health, told))), width)
    lines = [Content.assemble((name, "dim" if health.feed.is_disabled else "bold"), (right, "dim"))]
    lines += (Content.styled(line, "dim") for line in (*below, *_indented(_where(health), width)))
    lines += (Content.styled(line, "$warning") for line in _indented(health.error, width)[:_MOST_LINES])
    return Content("\n").join(lines)


def _in_columns(sign: str, name: str, told: list[str], width: int) -> tuple[str, str]:
    right = "".join(_GAP + _flush_right(text, cells) for text, (_, cells) in zip(told, _COLUMNS, strict=True))
    return f"{sign:<2}{fill(name, min(width, _WIDEST) - cell_len(right) - 2)}", right


def _flush_right(text: str, width: int) -> str:
    text = cut(text, width)
    return " " * (width - cell_len(text)) + text


def _told(health: FeedHealth, now: datetime) -> list[str]:
    """For each column."""
    a_week = f"{health.a_week:.0f}" if health.a_week >= 1 else "<1" if health.articles else ""
    read = f"{100 * health.read // health.articles} % of {health.articles:,}" if health.articles else ""
    return [a_week, read, age(health.checked, now) if health.checked else "not yet"]


def _said(health: FeedHealth, told: list[str]) -> list[str]:
    """The same where there is no room for columns."""
    a_week, read, asked = told
    return [
        a_week and f"{a_week} a week",
        read and f"{read} read",
        f"asked {asked}" if health.checked else "not asked yet",
    ]


def _where(health: FeedHealth) -> str:
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
