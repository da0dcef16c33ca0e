"""A line of Markdown without its marks, every piece with its place. One rule: no line takes more than one pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|\\$"
    r"|(?<!`)`++(?P<code>[^`\n]+)`+"
    r"|\[\^[^\]\[\s]{1,200}\]"
    r"|(?P<bracket>!?\[)"
    r"|<(?P<address>https?://[^<>\s]+)>|</?[A-Za-z][^<>\n]*>"
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~"
    r"|&(?P<entity>amp|lt|gt|quot|nbsp|#39|mdash|ndash|hellip);"
)
_CLOSES = {"(": ")", "[": "]"}
_BRACKET = re.compile(r"\\.|[\[\]]")
_ENTITIES = {
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "nbsp": " ",
    "#39": "'",
    "mdash": "—",
    "ndash": "–",
    "hellip": "…",
}
_MARKED = re.compile(r"[\\`*_\[<~&]")


def unmarked(line: str) -> Iterable[tuple[int, str]]:
    """(place in the line, text) of what is left of a line without Markdown."""
    if not _MARKED.search(line):
        return [(0, line)]
    return _without_marks(line, 0, len(line), _links(line) if "[" in line else {})


def _without_marks(line: str, start: int, end: int, links: dict[int, tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Returns `unmarked` for a part of a line; `links` are those of the whole line."""
    place = at = start
    while match := _INLINE.search(line, at, end):
        at, name = match.end(), match.lastgroup
        label_end, link_end = links.get(at - 1, (0, 0)) if name == "bracket" else (0, at)
        if not 0 < link_end <= end:
            continue  # a bracket that is text
        if match.start() > place:
            yield place, line[place : match.start()]
        if name == "bracket":
            if match[0] == "[":
                yield from _without_marks(line, at, label_end, links)
        elif name == "entity":
            yield match.start(), _ENTITIES[match["entity"]]
        elif name:
            yield match.start(name), match[name]
        place = at = link_end
    if place < end:
        yield place, line[place:end]


def _links(line: str) -> dict[int, tuple[int, int]]:
    """The brackets that open a link or a picture, each with the end of its label and of the whole, found in one pass.

    A label may have brackets in it, but no more than one pair in another: no text makes this deep.
    """
    links: dict[int, tuple[int, int]] = {}
    opened: list[tuple[int, int]] = []
    close = {"(": 0, "[": 0}
    for bracket in _BRACKET.finditer(line):
        at = bracket.start()
        if bracket[0] == "[":
            opened.append((at, 0))
        elif bracket[0] == "]" and opened:
            start, inner = opened.pop()
            if opened:
                around, depth = opened[-1]
                opened[-1] = (around, max(depth, inner + 1))
            kind = line[at + 1 : at + 2]
            if kind not in close or inner > 1 or (at == start + 1 and line[start - 1 : start] != "!"):
                continue
            if close[kind] <= at + 1:
                found = line.find(_CLOSES[kind], at + 2)
                close[kind] = found if found >= 0 else len(line)
            if close[kind] < len(line):
                links[start] = (at, close[kind] + 1)
    return links
