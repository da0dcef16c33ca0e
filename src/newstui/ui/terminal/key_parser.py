"""Makes keys of what comes from the terminal, as Textual does, and knows Escape by itself from the start of a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.message import Message

_ESCAPE = "\x1b"
_GOES_ON = "[OP]_^X\\" + _ESCAPE
"""Characters after Escape in keys and answers of more than two characters, which may come in pieces."""


class KeyParser(XTermParser):
    """A parser for which Escape and a letter are Alt with that letter only where both came at once.

    A reader who leaves a panel and types on within a tenth of a second means two keys; a terminal sends Alt whole.
    """

    _was_escape = False
    """True where Escape was all that came last."""

    def read(self, typed: str) -> Iterator[Message]:
        """Gives what was typed, as far as it is certain."""
        if self._was_escape and typed[0] not in _GOES_ON:
            yield from self.rest()
        self._was_escape = typed == _ESCAPE
        yield from self.feed(typed)

    def rest(self) -> Iterator[Message]:
        """Gives what came last as it is: nothing follows."""
        if self._timeout_time is not None:
            self._timeout_time = 0.0
            yield from self.tick()
