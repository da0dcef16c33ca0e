"""The terminal's background: it is asked for its colour at the start, and the answer kept apart from what is typed."""

from __future__ import annotations

import os
import re
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING

from rich.color_triplet import ColorTriplet

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTION = "\x1b]11;?\x1b\\"
_DEADLINE = 2.0
"""Seconds: the colours do not change in the midst of reading because an answer is late."""
_PART = r"[0-9a-fA-F]{1,4}"
_ANSWER = rf"\x1b\]11;(?:rgba?:({_PART})/({_PART})/({_PART})(?:/{_PART})?|[^\x07\x1b]*)(?:\x07|\x1b\\)"
_BEGUN = r"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]{0,60}\x1b?)?)?)?)?\Z"
_compiled = cache(re.compile)
"""Patterns are compiled when something has come: the first paint does not wait for it."""
_CANNOT_BE_ASKED = ("linux", "dumb", "unknown", "")
"""Terminals that might show the question."""


def can_be_asked(name: str) -> bool:
    """Returns True for a terminal (TERM) that answers or ignores the question."""
    return name not in _CANNOT_BE_ASKED


class BackgroundAnswer:
    """Takes the answer out of what comes from the terminal; everything else goes on as it was typed."""

    def __init__(self, tell: Callable[[ColorTriplet], None], deadline: float = _DEADLINE) -> None:
        """`tell` is called with the colour, unless it comes too late."""
        self._tell, self._seconds = tell, deadline
        self._until = 0.0
        self._held = ""
        """The beginning of what may be an answer."""

    def asked(self) -> None:
        """Takes note that the question was asked now."""
        self._until = monotonic() + self._seconds

    def read(self, text: str) -> str:
        """Returns what was typed of all that has come."""
        text, self._held = self._held + text, ""
        text = _compiled(_ANSWER).sub(self._take, text)
        if (begun := _compiled(_BEGUN).search(text)) and (len(begun[0]) > 1 or monotonic() < self._until):
            self._held = begun[0]
            text = text[: begun.start()]
        return text

    def rest(self) -> str:
        """Returns what was held back, once nothing followed: it was typed."""
        held, self._held = self._held, ""
        return held

    def _take(self, answer: re.Match[str]) -> str:
        if answer[1] is not None and monotonic() < self._until:
            self._until = 0.0
            self._tell(ColorTriplet(*(round(255 * int(part, 16) / (16 ** len(part) - 1)) for part in answer.groups())))
        return ""


def is_light_by_environment() -> bool | None:
    """Returns what COLORFGBG, which some terminals set, says of the background; None where it says nothing."""
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return background in ("7", "15") if background.isdigit() else None
