"""Words for mistakes on the command line: what was typed, shortened, and what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 60
"""Characters that a message repeats of what was typed."""


def quoted(text: str) -> str:
    """Returns what was typed, in quotation marks and no longer than a line."""
    return repr(text if len(text) <= _MOST else f"{text[:_MOST]}…")


def nearest(word: str, known: Iterable[str]) -> str:
    """Returns the known word that this one may be a slip of; empty where none is near."""
    from difflib import get_close_matches  # only where something is wrong

    matches = get_close_matches(word[:_MOST].lower(), list(known), n=1)
    return matches[0] if matches else ""


def meant(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Returns the hint `did you mean …?`, or another one where no known word is near."""
    near = nearest(word, known)
    return f"did you mean {near}?" if near else otherwise
