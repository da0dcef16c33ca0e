"""Tasks for tests of the process: they yield given events, wait for their end, or end badly."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from newstui.services.events import Indexed, Progress, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newstui.services.desk import Desk
    from newstui.services.events import Event


class PickyError(Exception):
    """An error that its message alone cannot make again."""

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
    """Turns one bookmark around and sets another."""
    desk.marks.set("bookmarked", [article], not desk.marks.of(article).bookmarked)
    desk.marks.set("bookmarked", [other], to=True)
    yield Progress(1, 1)


def waits(desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Waits until it is cancelled, and makes a last change."""
    yield Skipped(str(os.getpid()), "it waits")
    while not is_cancelled():
        time.sleep(0.01)
    desk.marks.set("bookmarked", ["the last"], to=True)


def ends_slowly(desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Does a little more once it is cancelled."""
    yield Progress(1, 4)
    yield Indexed(added=1)
    while not is_cancelled():
        time.sleep(0.01)
    yield Indexed(added=1)
    yield Progress(4, 4)


def hangs(desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Hangs, cancelled or not."""
    yield Skipped(str(os.getpid()), "it hangs")
    time.sleep(60)


def dies(desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    yield Progress(1, 2)
    os._exit(9)
