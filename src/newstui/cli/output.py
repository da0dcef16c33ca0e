"""What a command writes: data on stdout, the rest on stderr; colour and tables only for a person at a terminal.

Nothing that came from an article or a file name reaches a terminal uncleaned.
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

_WORTH_A_BAR = 1000


class Output:
    """Where one command's words go."""

    def __init__(self, color: str, *, is_quiet: bool) -> None:
        """`color`: `always`, `never`, or `auto`: at a terminal that can, unless NO_COLOR is set."""
        self.is_quiet = is_quiet
        self.is_for_eyes = color == "always" or sys.stdout.isatty()
        """Columns and wrapped lines; otherwise what a script reads."""
        is_plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        self.is_colored = color == "always" or (color == "auto" and self.is_for_eyes and not is_plain)

    def line(self, text: str) -> None:
        """Data, as plain text."""
        with _writing():
            print(clean(text))

    def json(self, fields: dict[str, Any]) -> None:
        """Data, one JSON object a line."""
        import json  # loaded late, as all that not every command needs

        speaks_all = (sys.stdout.encoding or "").lower().startswith("utf")
        text = json.dumps(fields, ensure_ascii=not speaks_all)
        if clean(text) != text:  # only within strings: there an escape means the same
            text = "".join(each if clean(each) == each else json.dumps(each)[1:-1] for each in text)
        with _writing():
            print(text)

    def draw(self, drawing: RenderableType) -> None:
        """Data, drawn by Rich for a person; lines may be longer than the terminal is wide."""
        with _writing():
            self.console.print(drawing, soft_wrap=True)

    @cached_property
    def console(self) -> Console:
        from rich.console import Console

        # Without a colour system Rich writes no escape sequence at all: bold and dim are left out too.
        return Console(
            highlight=False, markup=False, emoji=False,
            force_terminal=self.is_colored, color_system="standard" if self.is_colored else None,
        )  # fmt: skip

    def remark(self, text: str) -> None:
        """What a person may like to know, on stderr."""
        if not self.is_quiet:
            print(clean(text), file=sys.stderr)

    def error(self, message: str, hint: str = "") -> None:
        """What is wrong, and what to do about it, on stderr."""
        print(clean(f"newstui: {message}"), file=sys.stderr)
        for line in clean(hint).splitlines():
            print(f"  {line}", file=sys.stderr)

    def flush(self) -> None:
        """All data is with whoever reads it. Raises StorageError, BrokenPipeError."""
        with _writing():
            sys.stdout.flush()

    def follow(self, events: Iterable[Event], doing: str, *, worth: int = _WORTH_A_BAR) -> bool:
        """Runs long work to its end, with progress on a terminal's stderr; what was skipped is said.

        worth: how many items make a bar. Whether nothing was skipped that should not have been.
        """
        from newstui.services.events import Progress, Skipped

        shows_bar = not self.is_quiet and sys.stderr.isatty()
        is_well = True
        bar: Bar | None = None
        try:
            for event in events:
                if isinstance(event, Skipped):
                    is_well = is_well and event.is_expected
                    self._tell_of(event)
                elif shows_bar and isinstance(event, Progress) and (event.total or 0) > worth:
                    bar = bar or _bar(doing)
                    bar.update(bar.task_ids[0], completed=event.done, total=event.total)
        finally:
            if bar is not None:
                bar.stop()
        return is_well

    def _tell_of(self, skipped: Skipped) -> None:
        """What is wrong is said even to who wants no remarks."""
        if not (self.is_quiet and skipped.is_expected):
            self.error(f"{skipped.path} was left out: {skipped.reason}")


def _bar(doing: str) -> Bar:
    from rich.console import Console
    from rich.progress import Progress as Bar

    bar = Bar(console=Console(stderr=True), transient=True)
    bar.add_task(doing, total=None)
    bar.start()
    return bar


@contextmanager
def _writing() -> Iterator[None]:
    """Raises StorageError where stdout is a file on a full disk; BrokenPipeError where nobody reads on."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        hint = "free some space, or write elsewhere"
        raise StorageError(f"the output cannot be written: {error.strerror}", hint=hint) from error
