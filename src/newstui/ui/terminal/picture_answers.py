"""Asks the terminal how it shows pictures, when the first one is to be shown, and keeps its answers apart from keys."""

from __future__ import annotations

import os
import threading
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from newstui.ui.terminal.answers import Answers
from newstui.ui.terminal.background import can_be_asked

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from newstui.domain.settings import PictureKind

_SECONDS = 1.0
"""The wait for a terminal that does not answer, once."""
_LATE_SECONDS = 10.0
"""Seconds after that in which an answer that is cut in its first byte is still known."""
_KITTY, _NAME, _CELL, _END = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\", "\x1b[>0q", "\x1b[16t", "\x1b[c"
_HAS_PLACEHOLDERS = ("kitty", "ghostty")
"""Terminals that draw pictures where placeholders stand. Others know kitty's protocol without them."""
_HAS_ITERM2 = ("iterm", "wezterm")
_SIXEL_ABILITY = "4"
_USUAL_CELL = (10, 20)


class PictureWay(NamedTuple):
    """The way in which pictures are drawn."""

    kind: PictureKind
    cell: tuple[int, int] = _USUAL_CELL
    """The pixels (across, down) of a cell."""


class PictureAnswers(Answers):
    """The answers to all that is asked about pictures."""

    ANSWER = (
        r"\x1b_Gi=31;(?P<kitty>[^\x1b]*)\x1b\\|\x1bP>\|(?P<name>[^\x1b]*)\x1b\\"
        r"|\x1b\[6;(?P<down>[0-9]+);(?P<across>[0-9]+)t|\x1b\[\?(?P<abilities>[0-9;]*)c"
    )
    BEGUN = r"\x1b(?:_[^\x1b]{0,99}\x1b?|P[^\x1b]{0,99}\x1b?|\[(?:6?;?[0-9;]{0,15}|\?[0-9;]{0,60}))?\Z"

    def __init__(self, write: Callable[[str], None], cell: Callable[[], tuple[int, int] | None]) -> None:
        """`write` writes to the terminal. `cell` gives the pixels of a cell, as the system knows them."""
        super().__init__()
        self._write, self._cell_of_system = write, cell
        self._lock, self._is_complete = threading.Lock(), threading.Event()
        self._until: float | None = None
        """The end of waiting; None where nothing was asked."""
        self._said: dict[str, str] = {}

    def way(self, wanted: PictureKind, seconds: float = _SECONDS) -> PictureWay:
        """Returns the way to draw pictures, asking the terminal once and waiting for it: not for the app's own thread.

        wanted: the kind of the settings.
        """
        if wanted == "blocks":
            return PictureWay("blocks")
        with self._lock:
            if self._until is None:
                self._ask(seconds)
        said, cell = self._said, self._cell_of_system()
        if "across" in said and int(said["across"]) and int(said["down"]):
            cell = int(said["across"]), int(said["down"])
        return PictureWay(self._best(cell) if wanted == "auto" else wanted, cell or _USUAL_CELL)

    def _ask(self, seconds: float) -> None:
        terminal = os.environ.get("TERM", "")
        self._until = monotonic() + seconds
        in_tmux = "TMUX" in os.environ
        if not can_be_asked(terminal) or (terminal.startswith("screen") and not in_tmux):
            return
        asked = f"{_KITTY}{_NAME}"
        self._write((through_tmux(asked) if in_tmux else asked) + _CELL + _END)
        self._is_complete.wait(seconds)

    def _best(self, cell: tuple[int, int] | None) -> PictureKind:
        name = (self._said.get("name") or os.environ.get("LC_TERMINAL") or os.environ.get("TERM_PROGRAM", "")).lower()
        if self._said.get("kitty") == "OK" and name.startswith(_HAS_PLACEHOLDERS):
            return "kitty"
        if name.startswith(_HAS_ITERM2) and "TMUX" not in os.environ:  # tmux does not know which cells are taken
            return "iterm2"
        if _SIXEL_ABILITY in self._said.get("abilities", "").split(";")[1:] and cell:
            return "sixel"
        return "blocks"

    # What comes from the terminal, in the thread that reads it

    def read(self, text: str) -> str:
        """Returns what was typed of all that has come."""
        return text if self._until is None else super().read(text)

    @property
    def is_awaited(self) -> bool:
        return self._until is not None and monotonic() < self._until + _LATE_SECONDS

    def take(self, answer: re.Match[str]) -> None:
        """Keeps what the terminal said of itself."""
        self._said.update({name: value for name, value in answer.groupdict().items() if value is not None})
        # All terminals answer the last question. tmux does it at once, before the terminal that it runs in.
        if "abilities" in self._said and ("TMUX" not in os.environ or {"kitty", "name"} <= self._said.keys()):
            self._is_complete.set()


def through_tmux(sequence: str) -> str:
    """Returns a sequence as tmux hands it to its own terminal, where it is allowed to."""
    return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"
