"""A headline as two lines of the list, and the line that begins a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.render.cells import cut, fill
from newstui.render.dates import age, day_title, duration, time_or_age
from newstui.render.line import Line, Span

if TYPE_CHECKING:
    from datetime import date, datetime

    from newstui.domain.articles.article import Headline

HEIGHT = 2
EXCERPT_HEIGHT = 2
"""Lines of summary under a headline, where they are shown."""


def headline_lines(
    headline: Headline, width: int, now: datetime, *, is_by_day: bool, is_picked: bool = False
) -> tuple[Line, Line]:
    """Title and state, source and age. Glyphs and a style are the state: ✓ picked, ● unread, ★ bookmarked, % read.

    `is_by_day`: the day stands above it, so the age of an older one is its time of day.
    """
    state = "read" if headline.read else "unread"
    pick = Span("✓", "picked") if is_picked else Span(" ", state)
    star = " ★ " if headline.bookmarked else " "
    title = fill(headline.title, width - 3 - cell_len(star))
    progress = f" · {headline.position:.0%} read" if 0.01 < headline.position < 0.99 and not headline.read else ""
    when = (time_or_age if is_by_day else age)(headline.published, now)
    if headline.is_first_seen:
        when = f"first seen {when}"
    about = f"{headline.source} · {when} · {duration(headline.minutes)}{progress}"
    return (
        Line((pick, Span(" " if headline.read else "●", "dot"), Span(" ", state),
              Span(title, state), Span(star, "star"))),
        Line((Span("   ", "about"), Span(cut(about, width - 4), "about"))),
    )  # fmt: skip


def excerpt_lines(text: str, width: int) -> list[Line]:
    """The opening of a summary under its headline, EXCERPT_HEIGHT lines of it."""
    from newstui.render.wrap import wrap  # not needed for the first paint

    column = max(1, width - 5)
    wrapped = wrap(text, column)
    if len(wrapped) > EXCERPT_HEIGHT:
        wrapped[EXCERPT_HEIGHT - 1 :] = [cut(f"{wrapped[EXCERPT_HEIGHT - 1]} …", column)]
    shown = [Line((Span(f"   {line}", "digest"),)) for line in wrapped]
    return [*shown, *[Line()] * (EXCERPT_HEIGHT - len(shown))]


def day_line(day: int, today: date, width: int) -> Line:
    """The line above a day's headlines."""
    return Line((Span(cut(f" {day_title(day, today)}", width), "day"),))
