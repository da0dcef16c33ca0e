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


def markdown_in_html(html: str) -> str:
    """Returns a piece of HTML whose text is Markdown as clean Markdown: `**a**` in it stays what it is. Never fails."""
    from turbohtml import Text, parse_fragment

    tree = parse_fragment(clean(html[:LONGEST]), positions=False)
    for node in tree.descendants:
        if isinstance(node, Text) and not (node.parent and node.parent.closest("pre, code, kbd, samp, tt")):
            node.data = node.data.replace("&", "&amp;").replace("<", "&lt;")
    return written(tree, None, has_markdown=True)


def written(tree: Element, base: str | None, *, has_markdown: bool = False) -> str:
    """Returns a tree as clean Markdown. The tree is changed and of no further use.

    has_markdown: the text in it is Markdown already.
    """
    from newstui.formats.html.normalise import normalise

    normalise(tree, base)
    markdown = clean(tree.to_markdown(_style(has_markdown)))
    return _BLANK.sub("\n\n", _TRAILING.sub("", markdown)).strip("\n")


@cache
def _style(has_markdown: bool) -> Markdown:
    from turbohtml import Markdown

    escaping = Markdown.Escaping(mode="none", asterisks=False, underscores=False) if has_markdown else None
    return Markdown(
        inline=Markdown.Inline(quote_open="“", quote_close="”"),
        links=Markdown.Links(autolink=False),
        tables=Markdown.Tables(cell_blocks="html"),
        document=Markdown.Document(line_break="backslash"),
        escaping=escaping or Markdown.Escaping(),
    )
