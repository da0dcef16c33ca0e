"""Questions to the person at the terminal. What is asked goes to stderr; a script is never asked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr.isatty())


def choice(question: str, choices: Sequence[str], otherwise: int | None) -> int | None:
    """The index of the one that was chosen; `otherwise` for an empty answer, None for what is no number of theirs."""
    for number, each in enumerate(choices, start=1):
        print(f"  {number}  {one_line(each)}", file=sys.stderr)
    said = _answer(question)
    if not said:
        return otherwise
    return int(said) - 1 if said.isdecimal() and 1 <= int(said[:9]) <= len(choices) else None


def agreed(question: str) -> bool:
    """Whether the answer is yes; an empty one is no."""
    return _answer(question).lower() in ("y", "yes")


def _answer(question: str) -> str:
    print(f"{one_line(question)} ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline(100).strip()
