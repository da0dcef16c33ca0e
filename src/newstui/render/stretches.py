"""Stretches: the parts of a huge text that are set one after the other. Each costs about the same, and no text is lost.

They end where blocks end. A list or a quotation is cut between its blocks after twice the cost, a code block too; any
other block at a newline or a space after three times. A code block or a table that is cut goes on in the next stretch.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.text.portions import portion_end

if TYPE_CHECKING:
    from collections.abc import Iterator

COST = 12_288
"""The cost of a stretch, as `portion_end` weighs it: a key that comes meanwhile waits for one at most."""

BLANK_OR_FENCE = re.compile(r"^(?: {0,3}(`{3,}|~{3,})(.*)|[ \t]*)\n", re.MULTILINE)
_FENCE = re.compile("`{3,}|~{3,}")
_MOST_OF_INFO = 60
"""Characters behind the mark of a fence that are repeated where its code goes on: they name its language."""
_CONTINUES = re.compile(r"[ \t]|(?:[-+*>|]|\d{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)
_TABLE_HEAD = re.compile(r" {0,3}(?=[^\n|]{0,2000}\|)[^\n]{1,2000}\n {0,3}(?=[|:-])[ |:-]*-[ |:-]*\n")


class Stretch(NamedTuple):
    """A part of a text, by its place there."""

    start: int
    end: int
    before: str = ""
    """The opening of the code block, or the head of the table, that goes on here."""

    def of(self, markdown: str) -> str:
        """Returns the Markdown to set."""
        return self.before + markdown[self.start : self.end]


def stretches(markdown: str, cost: int = COST) -> Iterator[Stretch]:
    """Yields the stretches of a text, in order: at least one."""
    start, before = 0, ""
    while start < len(markdown) or not start:
        end, after = _end(markdown, start, before, cost)
        yield Stretch(start, end, before)
        if not markdown:
            return
        start, before = end, after


def fence_after(fence: str, mark: str, rest: str) -> str:
    """The fence that stays open after a line of `mark` and `rest`; empty when none does."""
    if not fence:
        return "" if mark[0] == "`" and "`" in rest else mark
    closes = mark[0] == fence[0] and len(mark) >= len(fence) and not rest.strip()
    return "" if closes else fence


def _end(markdown: str, start: int, before: str, cost: int) -> tuple[int, str]:
    """(the end of the stretch from `start`, what the next one needs before it)."""
    soft = portion_end(markdown, start, cost)
    if soft == len(markdown):
        return soft, ""
    loose = portion_end(markdown, soft, cost)
    hard = portion_end(markdown, loose, cost)
    opened = _FENCE.match(before)
    fence, opening = (opened[0], before) if opened else ("", "")
    block, head = start, "" if fence else before
    for line in BLANK_OR_FENCE.finditer(markdown, start, hard):
        if fence and line.start() >= loose:
            break
        if mark := line[1]:
            was_open, fence = bool(fence), fence_after(fence, mark, line[2])
            opening = opening if was_open else f"{mark}{line[2][:_MOST_OF_INFO]}\n"
        elif not fence and line.end() >= (loose if _CONTINUES.match(markdown, line.end()) else soft):
            return line.end(), ""
        if not fence:
            block, head = line.end(), ""
    if (loose if fence else hard) == len(markdown):
        return len(markdown), ""
    if fence:
        return _forced_end(markdown, soft, loose), opening
    table = _TABLE_HEAD.match(markdown, block)
    return _forced_end(markdown, loose, hard), table[0] if table else head


def _forced_end(markdown: str, earliest: int, latest: int) -> int:
    for border in "\n ":
        border_at = markdown.rfind(border, earliest, latest)
        if border_at >= 0:
            return border_at + 1
    return latest
