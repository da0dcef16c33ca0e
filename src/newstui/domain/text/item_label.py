"""Numbers of list items that Markdown cannot count: backwards, with gaps, below zero, as letters.

Markdown writes such an item with a bullet, and its number before its words; whoever draws it draws the number instead.
"""

from __future__ import annotations

import re

LABEL_END = "\u2007"
"""Stands between such a number and the words: a space as wide as a digit, which no prose has after a full stop."""
_LABEL = re.compile(rf"((?:\\?-)?[0-9A-Za-z]{{1,15}})\\?\.{LABEL_END}\s*")


def split_label(text: str) -> tuple[str, str]:
    """Returns the number before the words of an item, with its full stop, and the words; no number: "" and the text."""
    label = _LABEL.match(text)
    return (label[1].removeprefix("\\") + ".", text[label.end() :]) if label else ("", text)
