"""Typed ahead: the keys for the screen of another library that opens in place of this one, and the terminal they need.

Each library has an app of its own. Between two of them Textual would throw away what is typed, and the terminal would
show it and change it: Enter into another key, and Backspace would take back the letter before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Key, Paste


class TypedAhead:
    """Is shared by the apps of a sitting, one after the other."""

    def __init__(self) -> None:
        self.is_kept = False
        """True from when the reader asks for another library until its app reads keys."""
        self._events: list[Key | Paste] = []
        self._terminal: tuple[int, list[Any]] | None = None
        """The terminal's file, and its settings before the first app."""

    def keep(self, events: Iterable[Key | Paste]) -> None:
        """Keeps what is typed from now on, after what waits already."""
        self.is_kept = True
        self._events.extend(events)

    def add(self, event: Key | Paste) -> None:
        self._events.append(event)

    def take(self) -> list[Key | Paste]:
        """Returns what was typed, the oldest first, and keeps no more."""
        self.is_kept = False
        events, self._events = self._events, []
        return events

    def lend_terminal(self, file: int, settings: list[Any] | None) -> None:
        """Leaves the terminal to the next app as it is. settings: those of termios before newstui."""
        self._terminal = (file, settings) if settings is not None else None

    def borrow_terminal(self) -> list[Any] | None:
        """Returns the settings to be restored at the end, where an app left the terminal as it was; else None."""
        terminal, self._terminal = self._terminal, None
        return terminal[1] if terminal else None

    def end(self) -> None:
        """Restores the terminal where no other app took it over."""
        if self._terminal is not None:
            import termios  # only Unix has it, and only its driver lends a terminal

            file, settings = self._terminal
            self._terminal = None
            termios.tcsetattr(file, termios.TCSANOW, settings)
