"""The growth of a long text, a stretch at a time. A place that is wanted is shown as soon as it is set."""

from __future__ import annotations

from asyncio import sleep
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

    from newstui.render.layout import Layout

AT_ONCE_SECONDS = 0.03
"""A key waits so long for more of a text at most; what is left is done behind the keys."""
_PIECE_SECONDS, _PAUSE_SECONDS = 0.015, 0.01


class Goal(NamedTuple):
    """A place that is not set yet, and given up when the reader goes elsewhere meanwhile."""

    position: float
    """The share of the text above it; 1 for its end."""
    top: int
    """The line of the page that is on top until then."""
    is_near: bool = False
    """True where it is shown already, as well as can be told before all of the text is set."""


def extend(layout: Layout, share: float, seconds: float = AT_ONCE_SECONDS) -> None:
    """Sets as much of a text as this share of it, or as there is time for; always one stretch.

    The next stretch is taken to need as long as the last one did.
    """
    start = perf_counter()
    end = start + seconds
    while not layout.is_whole and layout.share <= share:
        layout.extend()
        before, start = start, perf_counter()
        if 2 * start - before >= end:
            break


def work_behind(widget: Widget, work: Callable[[float], bool]) -> None:
    """Has work done behind the keys, a piece of so many seconds at a time, until it gives False."""

    async def pieces() -> None:
        while work(_PIECE_SECONDS):
            await sleep(_PAUSE_SECONDS)

    widget.run_worker(pieces, group="typesetting", exclusive=True)  # type: ignore[arg-type]  # Textual says Never
