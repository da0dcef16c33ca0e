"""Texts that nobody writes by hand, of any length: each is dense with one thing that a parser may look at twice."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = {
    "open brackets": "[",
    "pictures that never end": "![",
    "links whose text is a bracket": "[\\[](x)",
    "links that never close": "[a](",
    "emphasis": "*a **b _c ",
    "backticks": "` `` ",
    "one run of backticks": "`",
    "addresses and tags that never close": "<a <http://b ",
    "attributes": '<br a=" = ',
    "open quotation marks": "«„“ ",
    "quotations and brackets": '"He said (“so! ',
    "table rows": "| a | b |\n",
    "headings": "# H\n",
    "one huge word": "a",
    "one huge line": "word ",
    "one huge word of capitals and small letters": "aA",
    "arrows": "← ",
    "lists in each other": "\n".join("  " * depth + "- x" for depth in range(30)) + "\n",
    "quotations in each other": ">" * 30 + " x\n\n",
    "entities": "&amp;&hellip;&#27; ",
    "combining marks": "e\u0301\u0302",
    "points before a digit": "...",
    "initials": "J. R. R. ",
    "ideographs": "字。",
    "times": "12:30 The minister spoke.\n\n",
    "questions": "Q: What?\n\nA: That.\n\n",
    "spaces": "a" + " " * 500 + "\n",
    "definitions": "[a]: /b\n\n",
    "dashes": "By A-",
    "underlines": "a\n===\n\n",
    "code": "```\nx\n",
}
ENDS = {"points before a digit": "5", "dashes": "!"}


def hostile_text(shape: str, size: int) -> str:
    """Returns a text of about so many characters."""
    piece = PIECES[shape]
    return piece * (size // len(piece) + 1) + ENDS.get(shape, "")


def growth(work: Callable[[str], object], shape: str, size: int) -> float:
    """Returns how many times longer the work takes on four times the text, a tenth of a second always allowed.

    Processor time within one run, so that a busy machine changes nothing.
    """
    times = [min(_seconds(work, hostile_text(shape, size * factor)) for _ in range(2)) for factor in (1, 2, 4)]
    return max(times[2] / times[0], 2 * times[2] / times[1]) if times[2] > _ALLOWED else 1.0


def growth_of(work: Callable[[str], object], text: Callable[[int], str], pieces: int) -> float:
    """Returns how many times longer the work takes on so many pieces of text than on a quarter; as `growth` does."""
    whole = _seconds(work, text(pieces))
    return whole / min(_seconds(work, text(pieces // 4)) for _ in range(2)) if whole > _ALLOWED else 1.0


QUADRATIC = 11
"""A growth that is too much: 4 is linear, 16 is quadratic."""
_ALLOWED = 0.1


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = process_time()
    work(text)
    return max(process_time() - start, 1e-6)
