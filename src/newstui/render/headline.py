"""A headline as one line of the list, two, or two and a summary; and the line that begins a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.render.cells import cut, fill
from newstui.render.dates import age, day_title, duration, time_or_age
from newstui.render.line import Line, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from newstui.domain.articles.headline import Headline
    from newstui.domain.session import Density

HEIGHT = 2
_INDENT = 3
"""Cells of the glyphs before a title."""
_NAMED, _LONGEST_NAME = 2, 20
"""Sources of copies that are named, and the cells of a name."""
_LEAST_ABOUT = 8
"""Cells for the source where what is folded stands behind it."""
Company = tuple[str, ...]
"""The articles folded under a headline, in words: all of it first, then shorter; empty where nothing is."""
BELOW: Company = ("below",)
"""The company of a headline that belongs to the line above it."""
EXCERPT_HEIGHT = 2
"""Lines of summary under a headline, where they are shown."""
HEIGHTS: dict[Density, int] = {"one line": 1, "two": HEIGHT, "with summary": HEIGHT + EXCERPT_HEIGHT}
"""The lines of each headline, from the fewest."""


def headline_lines(
    headline: Headline,
    width: int,
    now: datetime,
    is_by_day: bool,
    is_picked: bool = False,
    company: Company = (),
    *,
    shared_source: str | None = None,
    is_one_line: bool = False,
) -> tuple[Line, ...]:
    """Title and state, source and age. Glyphs and a style are the state: ✓ picked, ● unread, ★ bookmarked, % read.

    A title that is too long goes on in the second line, where its rest says more than the source would.

    `is_by_day`: the day stands above it, so the age of an older one is its time of day. `company`: what is folded under
    it, or BELOW. `shared_source`: the source of all articles of the list, which need not stand with each.
    """
    state = "read" if headline.read else "unread"
    pick = Span("✓", "picked") if is_picked else Span(" ", state)
    left = (pick, Span(" " if headline.read else "●", "dot"), Span(" ", state))
    star = " ★ " if headline.bookmarked else " "
    room = width - _INDENT - cell_len(star)
    when = (time_or_age if is_by_day else age)(headline.published, now)
    when = f"first seen {when}" if headline.is_first_seen else when
    is_below = company == BELOW
    title, company = ("↳ " + headline.title, ()) if is_below else (headline.title, company)
    if is_one_line:
        folded = cut(_fitting(company, (room - 1) // 2 - cell_len(when) - 4), room // 2)
        after = f" {folded} · {when}" if company else f" {when}"
        after = after if room > 2 * cell_len(after) else ""
        title = fill(title, room - cell_len(after))
        return (Line((*left, Span(title, state), Span(after, "about"), Span(star, "star"))),)
    progress = f"{headline.position:.0%} read" if 0.01 < headline.position < 0.99 and not headline.read else ""
    source = headline.source if headline.source != shared_source else ""
    about = (source, when, duration(headline.minutes), progress)
    # What is folded is always seen, and the source of what was: the rest of the line, and of the title, gives way.
    title, rest = (title, "") if company or (is_below and source) else _first_line(title, room)
    second = _second_line(rest, about, company, width - _INDENT - 1, state)
    return Line((*left, Span(fill(title, room), state), Span(star, "star"))), second


def _fitting(company: Company, room: int) -> str:
    """Returns the first of the texts for which there is room, else the shortest."""
    return next((text for text in company if cell_len(text) <= room), company[-1] if company else "")


def _first_line(title: str, room: int) -> tuple[str, str]:
    """Returns (what of a title is in the first line, the rest of it)."""
    if cell_len(title) <= room:
        return title, ""
    if title.isascii():  # most are, and the first paint needs no more
        space = title.rfind(" ", 0, room + 1)
        end = space if space > room // 2 else 0
    else:
        from newstui.render.wrap import line_ranges  # it would cost the first paint some milliseconds

        end = line_ranges(title, max(1, room))[0][1]
    return (title[:end], title[end:].lstrip()) if end else (cut(title, room), "")


def _second_line(rest: str, about: tuple[str, str, str, str], company: Company, room: int, state: str) -> Line:
    """Returns the rest of the title, and of source, age, length and progress as much as there is room for."""
    source, when, length, progress = (f" · {part}" if part else "" for part in about)
    if not rest:
        text = f"{source}{when}{length}{progress}".removeprefix(" · ")
        if company:
            folded = _fitting(company, room - 3 - _LEAST_ABOUT)
            text = f"{cut(text, max(1, room - 3 - cell_len(folded)))} · {folded}"
        return Line((Span(" " * _INDENT, "about"), Span(cut(text, room), "about")))
    rest = cut(rest, room - cell_len(when))
    free = room - cell_len(rest)
    texts = (f"{source}{when}{length}{progress}", f"{source}{when}{progress}", f"{when}{length}{progress}", when)
    fitting = next((text for text in texts if cell_len(text) <= free), "")
    return Line((Span(" " * _INDENT, "about"), Span(rest, state), Span(fitting, "about")))


def company_texts(
    copies: Sequence[Headline], others: Sequence[Headline], rest: Sequence[Headline] = (), *, is_read: bool
) -> Company:
    """The articles folded under a headline: `also in Wire, Gazette · +3 sources, 1 new`, or `2 copies · …`.

    rest: the others of a loud feed.

    is_read: the headline itself was read, so what is unread under it is new.
    """
    parts, names, number = [], "", ""
    if copies:
        sources = list(dict.fromkeys(headline.source for headline in copies))
        more = f" and {len(sources) - _NAMED} more" if len(sources) > _NAMED else ""
        names = f"also in {', '.join(cut(source, _LONGEST_NAME) for source in sources[:_NAMED])}{more}"
        number = f"{len(copies)} cop{'ies' if len(copies) > 1 else 'y'}"
    if others:
        reporting = len({headline.source for headline in others})
        is_each = reporting == len(others)
        parts.append(f"+{reporting} source{'s' * (reporting != 1)}" if is_each else f"+{len(others)} articles")
    if rest:
        parts.append(f"{len(rest)} more of this feed")
    new = sum(not headline.read for headline in (*copies, *others)) if is_read else 0
    end = f", {new} new" if new else ""
    return tuple(" · ".join(filter(None, (first, *parts))) + end for first in dict.fromkeys((names, number)))


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
