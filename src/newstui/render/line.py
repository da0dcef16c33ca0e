"""Lines of spans, which panes draw. A span names a role; the widget gives it the theme's style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Link = int | str
"""The number of an address that the article leads to, from 0, or the name of a footnote's link (`footnotes`)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    role: str = ""
    """A set of style names, joined by spaces: `strong`, `emphasis link`; empty is plain text."""
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a pane."""

    spans: tuple[Span, ...] = ()
    at: int = 0
    """The number of visible characters of the article's text (no white space) above it: the same at any width."""

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


class Neighbours(NamedTuple):
    """The titles before and behind an article in the list; None beyond its ends."""

    previous: str | None = None
    next: str | None = None
