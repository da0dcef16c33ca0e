"""Snippets: the sentence of an article that a search matched, or as much of it as one line holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.search.highlight import folded_in_place, pattern_of
from newstui.domain.text.sentences import split_sentences
from newstui.formats.text.plain import plain_line

if TYPE_CHECKING:
    from newstui.domain.search.query import Node

LONGEST = 120
"""Characters of a snippet at most."""
_REACH = 140
"""Characters of Markdown on each side of a match that are made plain: `plain_line` takes at most twice as many."""
_BLOCK_MARK = re.compile(r"(?:\s*(?:#{1,6}\s|>|[-*+]\s|\d{1,9}[.)]\s))+\s*")
"""The marks of a heading, a quotation or an item."""


def snippet(body: str, query: Node) -> str:
    """Returns a line of plain text around the first match in Markdown; the first line where the body has no match."""
    wanted = pattern_of(query)
    lines = [line[mark.end() :] if (mark := _BLOCK_MARK.match(line)) else line for line in body.split("\n")]
    if wanted is not None:
        for line in lines:
            for match in wanted.finditer(folded_in_place(line)):
                text = plain_line(_around(line, match.start(), match.end()))
                if found := wanted.search(folded_in_place(text)):  # else it stood in an address
                    return _cut(text, found.start())
    return next((_cut(text, 0) for line in lines if (text := plain_line(line))), "")


def _around(line: str, start: int, end: int) -> str:
    """Returns the part of a long line around a match, cut at spaces where there are any."""
    first, last = max(0, start - _REACH), min(len(line), end + _REACH)
    if first:
        first = min(start, line.find(" ", first, start) + 1 or first)
    if last < len(line):
        last = max(end, line.rfind(" ", end, last))
    return ("… " if first else "") + line[first:last] + (" …" if last < len(line) else "")


def _cut(text: str, at: int) -> str:
    """Returns the sentence around the character `at`, or as much of it as fits."""
    for sentence in split_sentences(text):
        start = text.find(sentence)
        if start <= at < start + len(sentence) and len(sentence) <= LONGEST:
            return sentence
    first = max(0, at - LONGEST // 3)
    if first:
        first = min(at, text.find(" ", first, at) + 1 or first)
    shown = text[first:]
    if len(shown) > LONGEST:
        shown = shown[: LONGEST - 2]
        shown = f"{shown.rpartition(' ')[0] or shown} …"
    return ("… " if first and not shown.startswith("…") else "") + shown
