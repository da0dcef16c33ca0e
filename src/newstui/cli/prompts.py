"""Questions to the person at the terminal. Questions go to stderr; a script is never asked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence


def can_ask() -> bool:
    """Returns True if somebody is there to answer."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr.isatty())


def choice(question: str, choices: Sequence[str], default: int | None) -> int | None:
    """Asks for one of the choices and returns its index; `default` for an empty answer, None for a wrong number."""
    for number, label in enumerate(choices, start=1):
        print(f"  {number}  {one_line(label)}", file=sys.stderr)
    answer = _answer(question)
    if not answer:
        return default
    return int(answer) - 1 if answer.isdecimal() and 1 <= int(answer[:9]) <= len(choices) else None


def agreed(question: str) -> bool:
    """Returns True if the answer is yes; an empty answer is no."""
    return _answer(question).lower() in ("y", "yes")


def _answer(question: str) -> str:
    print(f"{one_line(question)} ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline(100).strip()
