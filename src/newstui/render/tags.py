"""Tags: each has one of the colours that the theme gives, the same one everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.domain.digest import blake2b
from newstui.domain.text.fold import folded
from newstui.render.keys import TAG
from newstui.render.line import Line, Span
from newstui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

_COLOURS = ("primary", "secondary", "accent", "success", "error")
"""Colours of every theme that stand out against its background."""
_BETWEEN = "  "


def tag_colour(tag: str) -> str:
    """Returns the name of a tag's colour in the theme."""
    return _COLOURS[blake2b(folded(tag).encode("utf-8", "replace"), digest_size=1).digest()[0] % len(_COLOURS)]


def tag_lines(tags: Iterable[str], width: int) -> list[Line]:
    """Returns tags beside each other, each a link. A line ends within one only where it is longer than a line."""
    lines: list[list[Span]] = []
    used = width
    for tag in tags:
        role = f"tags tag-{tag_colour(tag)}"
        first, *rest = (Span(text, role, TAG + tag) for text in wrap(f"#{tag}", width))
        size = cell_len(first.text)
        if lines and not rest and used + len(_BETWEEN) + size <= width:
            lines[-1] += [Span(_BETWEEN), first]
            used += len(_BETWEEN) + size
        else:
            lines += [[first], *([span] for span in rest)]
            used = cell_len(lines[-1][0].text)
    return [Line(tuple(spans)) for spans in lines]
