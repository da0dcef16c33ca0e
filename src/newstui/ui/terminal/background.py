"""The terminal's background: it is asked for its colour at the start, and the answer kept apart from what is typed."""

from __future__ import annotations

import os
from time import monotonic
from typing import TYPE_CHECKING

from rich.color_triplet import ColorTriplet

from newstui.ui.terminal.answers import Answers

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

QUESTION = "\x1b]11;?\x1b\\"
_DEADLINE = 2.0
"""Seconds: the colours do not change in the midst of reading because an answer is late."""
_PART = r"[0-9a-fA-F]{1,4}"
_CANNOT_BE_ASKED = ("linux", "dumb", "unknown", "")
"""Terminals that might show the question."""


def can_be_asked(name: str) -> bool:
    """Returns True for a terminal (TERM) that answers or ignores the question."""
    return name not in _CANNOT_BE_ASKED


class BackgroundAnswer(Answers):
    """The answer to the question for the background."""

    ANSWER = rf"\x1b\]11;(?:rgba?:({_PART})/({_PART})/({_PART})(?:/{_PART})?|[^\x07\x1b]*)(?:\x07|\x1b\\)"
    BEGUN = r"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]{0,60}\x1b?)?)?)?)?\Z"

    def __init__(self, tell: Callable[[ColorTriplet], None], deadline: float = _DEADLINE) -> None:
        """`tell` is called with the colour, unless it comes too late."""
        super().__init__()
        self._tell, self._seconds = tell, deadline
        self._until = 0.0

    def asked(self) -> None:
        """Takes note that the question was asked now."""
        self._until = monotonic() + self._seconds

    @property
    def is_awaited(self) -> bool:
        return monotonic() < self._until

    def take(self, answer: re.Match[str]) -> None:
        """Tells the colour, unless it makes no sense or comes too late."""
        if answer[1] is not None and self.is_awaited:
            self._until = 0.0
            self._tell(ColorTriplet(*(round(255 * int(part, 16) / (16 ** len(part) - 1)) for part in answer.groups())))


def is_light_by_environment() -> bool | None:
    """Returns what COLORFGBG, which some terminals set, says of the background; None where it says nothing."""
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return background in ("7", "15") if background.isdigit() else None
