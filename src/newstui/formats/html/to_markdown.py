"""Writes HTML as Markdown: whole pages, and the pieces in feeds, books and exports.

Only http, https and mailto links come through, no markup of HTML, nothing that acts on a terminal. Text that is nested
deeper than a screen can show is kept.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newstui.domain.text.clean import clean

if TYPE_CHECKING:
    from turbohtml import Element, Markdown

LONGEST = 4 * 1024 * 1024
"""Characters of HTML that are looked at."""

_BLANK = re.compile(r"\n(?:[ \t\xa0]*\n){2,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def markdown_of(html: str, base: str | None = None) -> str:
    """Returns a piece of HTML as clean Markdown. `base`: the address that relative links start from. Never fails."""
    from turbohtml import parse_fragment

    return written(parse_fragment(clean(html[:LONGEST]), positions=False), base)


def written(tree: Element, base: str | None) -> str:
    """Returns a tree as clean Markdown. The tree is changed and of no further use."""
    from newstui.formats.html.normalise import normalise

    normalise(tree, base)
    markdown = clean(tree.to_markdown(_style()))
    return _BLANK.sub("\n\n", _TRAILING.sub("", markdown)).strip("\n")


@cache
def _style() -> Markdown:
    from turbohtml import Markdown

    return Markdown(
        inline=Markdown.Inline(quote_open="“", quote_close="”"),
        links=Markdown.Links(autolink=False),
        tables=Markdown.Tables(cell_blocks="html"),
        document=Markdown.Document(line_break="backslash"),
    )
