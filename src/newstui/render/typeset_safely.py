"""Typesetting that never fails: a text that the typesetter cannot set is shown as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newstui.domain.text.clean import clean, one_line
from newstui.render.line import Line, Span
from newstui.render.markdown import NOTHING_DEFINED
from newstui.render.paragraph import visible
from newstui.render.picture_lines import NO_PICTURES
from newstui.render.typeset import Setting, typeset
from newstui.render.wrap import hard_ranges, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newstui.domain.picture import Picture

_LONGEST_REASON = 100
"""Characters of what an exception says."""


def typeset_safely(
    markdown: str,
    width: int,
    *,
    first_link: int = 0,
    at: int = 0,
    defined: Mapping[str, Any] = NOTHING_DEFINED,
    goes_on: bool = False,
    pictures: Mapping[str, Picture] = NO_PICTURES,
) -> Setting:
    """Set Markdown in lines as `typeset` does; its source, below a sentence that says so, where that raises."""
    try:
        return typeset(
            markdown, width, first_link=first_link, at=at, defined=defined, goes_on=goes_on, pictures=pictures
        )
    except Exception as error:  # noqa: BLE001  (only here: a bug costs this text its looks, not the reader the program)
        return _source(markdown, max(1, width), at, one_line(f"{type(error).__name__}: {error}")[:_LONGEST_REASON])


def _source(markdown: str, width: int, at: int, reason: str) -> Setting:
    note = f"⚠ newstui met a bug here, please report it ({reason}). This part is shown as it is written."
    lines = [Line((Span(text, "note"),), at) for text in wrap(note, width)]
    place = at
    for text in clean(markdown).expandtabs(4).splitlines():
        for start, end in hard_ranges(text, width):
            lines.append(Line((Span(text[start:end]),), place))
            place += visible(text[start:end])
    return Setting(tuple(lines), (), place - at)
