"""The kinds of HTML elements, and small parts of a tree. turbohtml is loaded when the first is built."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeGuard

    from turbohtml import Element, Node

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCK_NAMES.split())
"""The elements that end the line before them."""
BLOCK_SELECTOR = ", ".join(sorted(BLOCKS - {"body"} | {"hr"}))
"""Selects the blocks inside of an element."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![\w-])(?:left|top|text-indent)\s*:\s*-\d{3,}(?:px|r?em)"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01]",
    re.IGNORECASE,
)
"""Matches a style attribute that hides its element."""


def is_element(node: Node | None) -> TypeGuard[Element]:
    """Returns False for a text, a comment, the document and None."""
    return isinstance(node, _element_type())


def new_element(tag: str, text: str = "") -> Element:
    """Returns an element with that text, or an empty one."""
    from turbohtml import Element, Text

    return Element(tag, None, [Text(text)] if text else None)


def new_text(text: str) -> Node:
    """Returns a text node."""
    from turbohtml import Text

    return Text(text)


@cache
def _element_type() -> type[Element]:
    from turbohtml import Element

    return Element
