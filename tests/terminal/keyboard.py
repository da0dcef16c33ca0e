"""Every key that a terminal sends, pressed in a pane on a pseudo-terminal: which ones do something there."""

from __future__ import annotations

import os
import re
import string
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Self

from textual.keys import _character_to_key

from newstui.ui.keys import bindings as tables
from newstui.ui.keys.bindings import key_name
from tests import REPOSITORY
from tests.terminal.harness import TooLateError, start

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import TracebackType

    from tests.terminal.harness import Terminal

ESCAPE, REDRAW, _CLEARED = "\x1b[27u", "\x0c", b"\x1b[2J"
_NAMED = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "insert": "\x1b[2~", "delete": "\x1b[3~", "enter": "\r", "tab": "\t",
    "shift+tab": "\x1b[Z", "backspace": "\x7f", "escape": ESCAPE, "space": " ", "shift+left": "\x1b[1;2D",
    "shift+right": "\x1b[1;2C", "shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B", "f1": "\x1bOP", "f2": "\x1bOQ",
    "f3": "\x1bOR", "shift+f3": "\x1b[1;2R", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~", "f7": "\x1b[18~",
    "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~", "f11": "\x1b[23~", "f12": "\x1b[24~",
}  # fmt: skip
_SENT_AS_ANOTHER = "him"
"""Letters whose key with Ctrl is sent as Backspace, Tab and Enter."""
SENT: dict[str, str] = {
    **{_character_to_key(each): each for each in string.printable.strip()},
    **{f"ctrl+{each}": chr(ord(each) - 96) for each in string.ascii_lowercase if each not in _SENT_AS_ANOTHER},
    "ctrl+backslash": "\x1c",
    "ctrl+right_square_bracket": "\x1d",
    "ctrl+circumflex_accent": "\x1e",
    "ctrl+underscore": "\x1f",
    **_NAMED,
}
"""Key → what a terminal sends for it."""
_NAMES = {  # key of the page → key of a binding
    key_name(key): key
    for table in vars(tables).values()
    if isinstance(table, list)
    for binding in table
    for key in binding.key.split(",")
}
_SECONDS, _SECONDS_A_KEY = 20.0, 0.5
_QUIET_SECONDS = 0.03
_MOST_LOOKS = 20


class DocumentedKey(NamedTuple):
    """A key of the page of keys."""

    id: str
    """Of its binding."""
    key: str


def documented_keys() -> dict[str, set[DocumentedKey]]:
    """Returns the keys of the page by its headings."""
    rows: dict[str, set[DocumentedKey]] = {}
    heading = ""
    for line in (REPOSITORY / "docs/keys.md").read_text().replace("\\|", "VERTICAL").splitlines():
        if line.startswith("## "):
            heading = line[3:]
        elif heading != "Presets" and (cells := re.match(r"\| (`[^|]+`) \| (`[^|]+`) \|", line)):
            names = [name.replace("VERTICAL", "|") for name in re.findall(r"`([^`]+)`", cells[2])]
            ids = re.findall(r"`([^`]+)`", cells[1])
            rows.setdefault(heading, set()).update(DocumentedKey(id_, _NAMES[name]) for id_ in ids for name in names)
    return rows


def keys_after(id_: str) -> list[str]:
    """Returns the keys that follow the one of a binding, as its row on the page names them: `then `a` all above`."""
    page = (REPOSITORY / "docs/keys.md").read_text()
    row = next(line for line in page.splitlines() if line.startswith(f"| `{id_}` |"))
    return [_character_to_key(name) for name in re.findall(r"`([^`])`", row.rpartition(" then ")[2])]


class Seen(NamedTuple):
    """What a reader has before the eyes, and what is kept of that."""

    screen: str
    """Without colours: what a key does is seen in black and white too."""
    kept: tuple[tuple[str, int], ...]
    """The files of the library and of the journal, and their sizes."""


class Keyboard:
    """A person at newstui who presses keys one by one."""

    def __init__(self, library: Path, home: Path) -> None:
        self._library, self._home = library, home
        self.terminal: Terminal = self._started()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.terminal.close()

    def _started(self) -> Terminal:
        terminal = start(self._library, self._home, BROWSER="/bin/false", VISUAL="/bin/true")
        terminal.wait_for("unread ·")
        return terminal

    def go(self, keys: str) -> None:
        """Presses keys, and returns once they are answered and drawn; it starts newstui again where it has ended."""
        if self.terminal.exit_status is not None:
            self.terminal.close()
            self.terminal = self._started()
        self._send_and_draw(keys)

    def _send_and_draw(self, keys: str) -> None:
        times = self.terminal.raw.count(_CLEARED)
        self.terminal.send(keys + REDRAW)
        end = time.monotonic() + _SECONDS + _SECONDS_A_KEY * len(keys)
        while self.terminal.raw.count(_CLEARED) == times and time.monotonic() < end:
            self.terminal._read(0.01)
            if self.terminal.exit_status is not None:
                return
        self.terminal.wait_quiet(_QUIET_SECONDS)
        if self.terminal.raw.count(_CLEARED) == times:
            raise TooLateError(f"nothing is drawn after {keys!r}\n{self.terminal.text}")

    @property
    def seen(self) -> Seen:
        folders = (self._library, self._home / "data" / "journal", self._home / "data" / "feeds")
        files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
        return Seen(self.terminal.text, tuple(sorted((os.fspath(path), path.stat().st_size) for path in files)))

    def _seen_at_rest(self) -> Seen:
        """Returns what is seen once it stays as it is: threads may still bring what a pane shows."""
        seen = self.seen
        for _ in range(_MOST_LOOKS):
            before = seen
            self._send_and_draw("")
            seen = self.seen
            if seen == before:
                break
        return seen

    def does_something(self, key: str, besides: Seen | None = None) -> bool:
        """Presses a key; returns True as soon as anything is another than it was.

        besides: how it is once a panel is left, where that alone is nothing.
        """
        before, written = self.seen, len(self.terminal.raw)
        self.terminal.send(SENT[key])
        end = time.monotonic() + _SECONDS
        while time.monotonic() < end:
            self.terminal._read(0.01)
            new = bytes(self.terminal.raw[written:])
            if (
                self.terminal.exit_status is not None
                or any(sent in new for sent in (_CLEARED, b"\x1b]52;", b"\a"))
                or self.seen not in (before, besides)
            ):
                return True
        return False

    def first_that_does_something(
        self, keys: Sequence[str], go_there: Callable[[], None], first: str = ""
    ) -> str | None:
        """Returns the first of these keys that does something in the pane to which `go_there` leads; None: none does.

        first: what is pressed before each. All are pressed at once, and one by one only where one did something; twice,
        as what a thread or a clock did just then is no doing of the key.
        """
        go_there()
        before = self._seen_at_rest()
        self._send_and_draw("".join(first + SENT[key] for key in keys))
        if self.terminal.exit_status is None and self.seen == before:
            return None
        pressed = partial(self._does_something_now, go_there=go_there)
        return next((key for key in keys if all(pressed(first + SENT[key]) for _ in range(2))), None)

    def _does_something_now(self, typed: str, go_there: Callable[[], None]) -> bool:
        go_there()
        before = self._seen_at_rest()
        self._send_and_draw(typed)
        return self.terminal.exit_status is not None or self.seen != before
