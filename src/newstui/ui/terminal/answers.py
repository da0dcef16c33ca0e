"""Answers of the terminal: they come among what is typed, whole or in pieces, and are taken out of it."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from functools import cache
from typing import ClassVar

_compiled = cache(re.compile)
"""Patterns are compiled when something has come: the first paint does not wait for it."""


class Answers(ABC):
    """Answers of one kind; everything else goes on as it was typed."""

    ANSWER: ClassVar[str]
    """The pattern of a whole answer."""
    BEGUN: ClassVar[str]
    """The pattern of the beginning of one, Escape alone too, at the end of what came."""

    def __init__(self) -> None:
        self._held = ""
        """The beginning of what may be an answer."""

    @abstractmethod
    def take(self, answer: re.Match[str]) -> None:
        """Takes an answer."""

    @property
    @abstractmethod
    def is_awaited(self) -> bool:
        """True while an answer may come; then Escape, with which it begins, is held back too."""

    def read(self, text: str) -> str:
        """Returns what was typed of all that has come."""
        text, self._held = self._held + text, ""
        text = _compiled(self.ANSWER).sub(self._taken, text)
        if (begun := _compiled(self.BEGUN).search(text)) and (len(begun[0]) > 1 or self.is_awaited):
            self._held = begun[0]
            text = text[: begun.start()]
        return text

    def rest(self) -> str:
        """Returns what was held back, once nothing followed: it was typed."""
        held, self._held = self._held, ""
        return held

    def _taken(self, answer: re.Match[str]) -> str:
        self.take(answer)
        return ""
