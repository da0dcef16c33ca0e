"""A headline as two lines of the list, and the line that begins a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.render.cells import cut, fill
from newstui.render.dates import age, day_title, duration, time_or_age
from newstui.render.line import Line, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from newstui.domain.articles.article import Headline

HEIGHT = 2
_NAMED, _LONGEST_NAME = 2, 20
"""Sources of copies that are named, and the cells of a name."""
BELOW = "below"
"""The company of a headline that belongs to the line above it."""
EXCERPT_HEIGHT = 2
"""Lines of summary under a headline, where they are shown."""


def headline_lines(
    headline: Headline,
    width: int,
    now: datetime,
    is_by_day: bool,
    is_picked: bool = False,
    company: str = "",
) -> tuple[Line, Line]:
    """Title and state, source and age. Glyphs and a style are the state: ✓ picked, ● unread, ★ bookmarked, % read.

    `is_by_day`: the day stands above it, so the age of an older one is its time of day. `company`: what is folded under
    it, or BELOW.
    """
    state = "read" if headline.read else "unread"
    pick = Span("✓", "picked") if is_picked else Span(" ", state)
    star = " ★ " if headline.bookmarked else " "
    title = fill("↳ " * (company == BELOW) + headline.title, width - 3 - cell_len(star))
    progress = f" · {headline.position:.0%} read" if 0.01 < headline.position < 0.99 and not headline.read else ""
    when = (time_or_age if is_by_day else age)(headline.published, now)
    if headline.is_first_seen:
        when = f"first seen {when}"
    about = f"{headline.source} · {when} · {duration(headline.minutes)}{progress}"
    if company and company != BELOW:
        # What is folded is always seen; the rest of the line gives way.
        about = f"{cut(about, max(1, width - 7 - cell_len(company)))} · {company}"
    return (
        Line((pick, Span(" " if headline.read else "●", "dot"), Span(" ", state),
              Span(title, state), Span(star, "star"))),
        Line((Span("   ", "about"), Span(cut(about, width - 4), "about"))),
    )  # fmt: skip


def company_text(copies: Sequence[Headline], others: Sequence[Headline], *, is_read: bool) -> str:
    """The articles folded under a headline: `also in Wire, Gazette · +3 sources, 1 new`.

    is_read: the headline itself was read, so what is unread under it is new.
    """
    parts = []
    if copies:
        sources = list(dict.fromkeys(headline.source for headline in copies))
        more = f" and {len(sources) - _NAMED} more" if len(sources) > _NAMED else ""
        parts.append(f"also in {', '.join(cut(source, _LONGEST_NAME) for source in sources[:_NAMED])}{more}")
    if others:
        number = len({headline.source for headline in others})
        parts.append(f"+{number} source{'s' * (number != 1)}" if number == len(others) else f"+{len(others)} articles")
    new = sum(not headline.read for headline in (*copies, *others)) if is_read else 0
    return " · ".join(parts) + (f", {new} new" if new else "")


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
