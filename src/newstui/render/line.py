"""Lines of spans, which panes draw. A span names a role; the widget gives it the theme's style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Link = int | str
"""The number of an address in the text, from 0; an address outside it; the name of a link of `footnotes` or `keys`."""


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
    is_cut: bool = False
    """True where the next line goes on without a space: after a hyphen, or within a word."""

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def words(self) -> str:
        """Its text without the spaces that fill it up, as they do in code: of a long text they are the most."""
        return self.text.rstrip(" ")


def link_at(line: Line, x: int) -> Link | None:
    """Returns the link at a cell of a line; None where there is none."""
    from rich.cells import cell_len

    end = 0
    for span in line.spans:
        end += cell_len(span.text)
        if 0 <= x < end:
            return span.link
    return None


def joined_spans(spans: Iterable[Span | None]) -> tuple[Span, ...]:
    """Returns the spans that there are, neighbours in the same style as one."""
    joined: list[Span] = []
    for span in spans:
        if span is None or not span.text:
            continue
        if joined and joined[-1].role == span.role:
            joined[-1] = Span(joined[-1].text + span.text, span.role)
        else:
            joined.append(span)
    return tuple(joined)


class Neighbours(NamedTuple):
    """The titles before and behind an article in the list; None beyond its ends."""

    previous: str | None = None
    next: str | None = None
