"""The modes of a terminal and its pointer: whoever changes one, for whatever reason, it is changed back at the end."""

from __future__ import annotations

import re

_CHANGE = re.compile(r"\x1b\[\?([0-9;]+)([hl])")
_POINTER = re.compile(r"\x1b\]22;([a-z-]*)\x07")
_USUALLY_ON = {7, 25}
"""Modes that are on before a program starts: line wrap and the cursor."""

_USUAL_POINTER = "default"


class Modes:
    """Reads what is written to a terminal, and knows which modes are not as they were before."""

    def __init__(self) -> None:
        self._changed: dict[int, None] = {}
        self._pointer = _USUAL_POINTER

    def read(self, text: str) -> None:
        """Takes note of the modes that this text changes."""
        if "\x1b]22;" in text:
            self._pointer = (_POINTER.findall(text) or [self._pointer])[-1]
        if "\x1b[?" not in text:
            return
        for numbers, switch in _CHANGE.findall(text):
            for number in map(int, filter(None, numbers.split(";"))):
                if (switch == "h") == (number in _USUALLY_ON):
                    self._changed.pop(number, None)
                else:
                    self._changed[number] = None

    def restored(self) -> str:
        """Returns what changes all of them back, the latest first."""
        pointer = "" if self._pointer == _USUAL_POINTER else f"\x1b]22;{_USUAL_POINTER}\x07"
        return pointer + "".join(
            f"\x1b[?{number}{'h' if number in _USUALLY_ON else 'l'}" for number in reversed(self._changed)
        )
