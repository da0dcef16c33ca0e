"""Work that another process is given in tests: it says what it is told to, waits for its end, or comes to a bad one."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from newstui.services.events import Progress, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newstui.services.desk import Desk
    from newstui.services.events import Event


class PickyError(Exception):
    """One that cannot be made anew from what it says."""

    def __init__(self, one: str, another: str) -> None:
        super().__init__(one + another)


def says(events: Sequence[Event], desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    yield from events


def fails(error: Exception, desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    yield Progress(1, 2)
    raise error


def fails_oddly(desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    yield Progress(1, 2)
    raise PickyError("very ", "odd")


def turns_bookmark(article: str, other: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """On where it was off, and the other way round; on for the other."""
    desk.marks.set("bookmarked", [article], not desk.marks.of(article).bookmarked)
    desk.marks.set("bookmarked", [other], to=True)
    yield Progress(1, 1)


def waits(desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Until it is wanted no more; then it makes a last change, and is done."""
    yield Skipped(str(os.getpid()), "it waits")
    while not is_cancelled():
        time.sleep(0.01)
    desk.marks.set("bookmarked", ["the last"], to=True)


def hangs(desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Whatever is wanted."""
    yield Skipped(str(os.getpid()), "it hangs")
    time.sleep(60)


def dies(desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    yield Progress(1, 2)
    os._exit(9)
