"""What a command writes: data on stdout, the rest on stderr; colour and tables only for a person at a terminal.

Nothing that came from an article or a file name reaches a terminal uncleaned.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newstui.domain.text import clean
from newstui.services.events import Indexed, Progress, Skipped

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from newstui.services.events import Event


class Output:
    """Where one command's words go."""

    def __init__(self, color: str, *, is_quiet: bool) -> None:
        self.is_quiet = is_quiet
        is_plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        self.is_rich = color == "always" or (color == "auto" and sys.stdout.isatty() and not is_plain)
        self.is_for_eyes = sys.stdout.isatty() or color == "always"

    def line(self, text: str) -> None:
        """Data, as plain text."""
        print(_speakable(clean(text)), file=sys.stdout)

    def json(self, fields: dict[str, Any]) -> None:
        """Data, one JSON object a line."""
        print(_speakable(json.dumps(fields, ensure_ascii=False)), file=sys.stdout)

    def draw(self, drawing: RenderableType) -> None:
        """Data, drawn by Rich for a person at a terminal."""
        self.console.print(drawing)

    @property
    def console(self) -> Console:
        from rich.console import Console  # loaded late: a pipe gets plain text

        return Console(highlight=False, markup=False, emoji=False, force_terminal=self.is_for_eyes, no_color=not self.is_rich)

    def remark(self, text: str) -> None:
        """What a person may like to know, on stderr."""
        if not self.is_quiet:
            print(_speakable(clean(text)), file=sys.stderr)

    def error(self, message: str, hint: str = "") -> None:
        print(_speakable(clean(f"newstui: {message}")), file=sys.stderr)
        if hint:
            print("\n".join(f"  {_speakable(line)}" for line in clean(hint).splitlines()), file=sys.stderr)

    def follow(self, events: Iterable[Event], doing: str) -> Indexed:
        """Runs long work to its end, with progress on a terminal's stderr; what was skipped is said."""
        ended = Indexed()
        for event in self._with_progress(events, doing):
            if isinstance(event, Skipped):
                self.remark(f"newstui: {event.path} was left out: {event.reason}")
            elif isinstance(event, Indexed):
                ended = event
        return ended

    def _with_progress(self, events: Iterable[Event], doing: str) -> Iterator[Event]:
        if self.is_quiet or not sys.stderr.isatty():
            yield from events
            return
        progress = None
        try:
            for event in events:
                if isinstance(event, Progress) and event.total and event.total > 1000:
                    if progress is None:
                        progress = _bar(doing)
                    progress.update(progress.task_ids[0], completed=event.done, total=event.total)
                yield event
        finally:
            if progress is not None:
                progress.stop()


def _bar(doing: str) -> Any:
    from rich.console import Console
    from rich.progress import Progress as Bar

    bar = Bar(console=Console(stderr=True), transient=True)
    bar.add_task(doing, total=None)
    bar.start()
    return bar


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> RenderableType:
    """A table of plain cells; nothing in them is markup."""
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        drawn.add_column(heading, overflow="ellipsis", no_wrap=True)
    for row in rows:
        drawn.add_row(*(Text(clean(cell)) for cell in row))
    return drawn


def _speakable(text: str) -> str:
    """Text that stdout's encoding can say."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)
