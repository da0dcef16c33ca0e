"""A hit of a search as three lines: title, source and date, and the sentence that matched, with the match lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.domain.search.highlight import folded_in_place
from newstui.render.cells import cut
from newstui.render.dates import age, duration
from newstui.render.line import Line, Span

if TYPE_CHECKING:
    import re
    from datetime import datetime

    from newstui.domain.articles.headline import Headline

HEIGHT = 3
_INDENT = "   "


def hit_lines(
    headline: Headline, snippet: str, pattern: re.Pattern[str] | None, width: int, now: datetime
) -> tuple[Line, Line, Line]:
    """Returns the lines of a hit. pattern: what is lit, for text that `folded_in_place` gave."""
    state = "read" if headline.read else "unread"
    star = " ★" if headline.bookmarked else ""
    title = cut(headline.title, width - len(_INDENT) - cell_len(star))
    about = f"{headline.source} · {age(headline.published, now)} · {duration(headline.minutes)}"
    room = width - len(_INDENT)
    return (
        Line((Span("   " if headline.read else " ● ", "dot"), *_lit(title, state, pattern), Span(star, "star"))),
        Line((Span(_INDENT + cut(about, room), "about"),)),
        Line((Span(_INDENT), *_lit(_around_match(snippet, pattern, room), "digest", pattern))),
    )  # fmt: skip


def _around_match(text: str, pattern: re.Pattern[str] | None, room: int) -> str:
    """Returns so much of a text as fits, with its first match."""
    match = pattern.search(folded_in_place(text)) if pattern else None
    if match is not None and cell_len(text[: match.end()]) >= room:
        first = max(0, match.start() - room // 3)
        text = f"… {text[min(match.start(), text.find(' ', first, match.start()) + 1 or first) :]}"
    return cut(text, room)


def choice_line(label: str, note: str, width: int) -> Line:
    """Returns the line of a section, or of an earlier search."""
    label = cut(label, width - len(_INDENT))
    note = cut(f"  {note}", width - len(_INDENT) - cell_len(label)) if note else ""
    return Line((Span(_INDENT), Span(label, "unread"), Span(note, "about")))


def heading_line(text: str, width: int) -> Line:
    """Returns the line above sections or earlier searches."""
    return Line((Span(cut(f" {text}", width), "day"),))


def _lit(text: str, role: str, pattern: re.Pattern[str] | None) -> list[Span]:
    """Returns the text as spans; where the pattern matches, the role `match` lies over its role."""
    spans: list[Span] = []
    at = 0
    for hit in pattern.finditer(folded_in_place(text)) if pattern else ():
        if hit.start() > at:
            spans.append(Span(text[at : hit.start()], role))
        if hit.end() > hit.start():
            spans.append(Span(text[hit.start() : hit.end()], f"{role} match"))
        at = hit.end()
    return [*spans, Span(text[at:], role)] if at < len(text) else spans
