"""The output of a command: data on stdout, the rest on stderr; colour and tables only for a person at a terminal.

Text from an article or a file name is always cleaned before it reaches a terminal.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newstui.domain.errors import StorageError
from newstui.domain.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, RenderableType
    from rich.progress import Progress as Bar

    from newstui.services.events import Event, Skipped

_BAR_FROM = 1000
"""Items from which a progress bar is shown."""
_LONGEST_WORD = 400
"""Characters of a word of a message, for instance a path."""


class Output:
    """The output of one command."""

    def __init__(self, color: str, *, is_quiet: bool, command: str = "") -> None:
        """`color`: `always`, `never`, or `auto`: at a terminal that can, unless NO_COLOR is set. command: its name."""
        self.is_quiet, self.command = is_quiet, command
        self.is_for_person = color == "always" or sys.stdout.isatty()
        """True for columns and wrapped lines, False for lines that a script reads."""
        is_plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        self.is_colored = color == "always" or (color == "auto" and self.is_for_person and not is_plain)

    def line(self, text: str, end: str = "\n") -> None:
        """Writes data as a line of plain text. Raises StorageError, BrokenPipeError."""
        with _writing():
            print(clean(text), end=end)

    def json(self, fields: dict[str, Any]) -> None:
        """Writes data as one JSON object on a line. Raises StorageError, BrokenPipeError."""
        import json  # loaded late, like everything that not every command needs

        is_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
        text = json.dumps(fields, ensure_ascii=not is_unicode)
        if clean(text) != text:  # unclean characters occur only in strings, where an escape means the same
            text = "".join(char if clean(char) == char else json.dumps(char)[1:-1] for char in text)
        with _writing():
            print(text)

    def draw(self, drawing: RenderableType) -> None:
        """Draws data with Rich for a person; lines may be longer than the terminal is wide. Raises StorageError."""
        with _writing():
            self.console.print(drawing, soft_wrap=True)

    @cached_property
    def console(self) -> Console:
        """The Rich console on stdout."""
        from rich.console import Console

        # Without a colour system Rich writes no escape sequence at all: bold and dim are left out too.
        return Console(
            highlight=False, markup=False, emoji=False,
            force_terminal=self.is_colored, color_system="standard" if self.is_colored else None,
        )  # fmt: skip

    def note(self, text: str) -> None:
        """Writes a note for a person to stderr, unless the command is quiet."""
        if not self.is_quiet:
            print(_for_person(text), file=sys.stderr)

    def error(self, message: str, hint: str = "") -> None:
        """Writes what is wrong, and what to do about it, to stderr."""
        print(_shortened(_for_person(f"newstui: {message}")), file=sys.stderr)
        for line in _shortened(_for_person(hint)).splitlines():
            print(f"  {line}", file=sys.stderr)

    def flush(self) -> None:
        """Hands all data to the program that reads it. Raises StorageError, BrokenPipeError."""
        with _writing():
            sys.stdout.flush()

    def follow(self, events: Iterable[Event], activity: str, *, bar_from: int = _BAR_FROM) -> bool:
        """Runs long work to its end, with progress on a terminal's stderr, and reports what was skipped.

        bar_from: how many items it takes to show a bar. Returns False where something was skipped unexpectedly.
        """
        from newstui.services.events import Progress, Skipped

        shows_bar = not self.is_quiet and sys.stderr.isatty()
        is_complete = True
        bar: Bar | None = None
        try:
            for event in events:
                if isinstance(event, Skipped):
                    is_complete = is_complete and event.is_expected
                    self._report(event)
                elif shows_bar and isinstance(event, Progress) and (event.total or 0) > bar_from:
                    bar = bar or _bar(activity)
                    bar.update(bar.task_ids[0], completed=event.done, total=event.total)
        finally:
            if bar is not None:
                bar.stop()
        return is_complete

    def _report(self, skipped: Skipped) -> None:
        """Reports a skipped item; an unexpected one even when the command is quiet."""
        if not (self.is_quiet and skipped.is_expected):
            says_what = skipped.reason.startswith(f"{os.path.basename(skipped.path)} ")  # noqa: PTH119  (pathlib costs the start)
            self.error(skipped.reason if says_what else f"{skipped.path} was left out: {skipped.reason}")


def _bar(activity: str) -> Bar:
    from rich.console import Console
    from rich.progress import Progress as Bar

    bar = Bar(console=Console(stderr=True), transient=True)
    bar.add_task(activity, total=None)
    bar.start()
    return bar


def _for_person(text: str) -> str:
    """Returns a message without what acts on a terminal, and without the passwords of addresses."""
    if "@" not in text and "=" not in text:
        return clean(text)
    from newstui.domain.urls import without_login  # its patterns are needed only for what may hold a secret

    return clean(without_login(text))


def _shortened(message: str) -> str:
    """Returns a message whose words fit on a screen: a name of thousands of characters keeps its start and its end."""
    if len(message) < _LONGEST_WORD:
        return message
    words = (f"{word[:80]}…{word[-40:]}" if len(word) > _LONGEST_WORD else word for word in message.split(" "))
    return " ".join(words)


@contextmanager
def _writing() -> Iterator[None]:
    """Raises StorageError where stdout is a file on a full disk, BrokenPipeError where the reader has ended."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        hint = "free some space, or write elsewhere"
        raise StorageError(f"the output cannot be written: {error.strerror}", hint=hint) from error
