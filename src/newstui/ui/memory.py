"""The memory of the interface: garbage is collected while no key comes, and large texts are given back."""

from __future__ import annotations

import gc
from asyncio import get_running_loop
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Later = Callable[[float, Callable[[], None]], None]

_NEW, _OLDER = 10_000, 3
"""Garbage is searched for among so many new objects, each third time among older ones too.

With Python's own numbers every other key would wait for it.
"""
_SELDOM = 60
"""Searches among older ones after which Python searches among all, whatever it does then."""
_REST_SECONDS = 0.7
"""The pause after a key from which on the reader reads: the next one may be far."""
_LARGE = 262_144
"""Bytes of a block that is taken from the system alone, and given back whole."""
_M_MMAP_THRESHOLD = -3


def settle() -> None:
    """Switches garbage collection on, but not for what was allocated so far: that would cost 30 ms now and then."""
    gc.freeze()
    gc.set_threshold(_NEW, _OLDER, _SELDOM)
    gc.enable()
    _give_large_blocks_back()


def is_untidy() -> bool:
    """Returns True where there may be old garbage; never before `settle`."""
    return gc.get_threshold()[2] == _SELDOM and gc.get_count()[2] > 0


def call_later(seconds: float, call: Callable[[], None]) -> None:
    """Has the event loop call something after so many seconds."""
    get_running_loop().call_later(seconds, call)


class Tidying:
    """Searches for garbage among all objects while no key comes: beside a long text it takes as long as a key."""

    def __init__(self, now: Callable[[], float] = monotonic, later: Later = call_later) -> None:
        """Takes a clock in seconds, and what has something done later."""
        self._now, self._later = now, later
        self._last_key = 0.0
        self._is_planned = False

    def key_came(self) -> None:
        """Takes note of a key, in the event loop: garbage waits until there was none for a while."""
        self._last_key = self._now()
        if not self._is_planned and is_untidy():
            self._plan(_REST_SECONDS)

    def _plan(self, seconds: float) -> None:
        self._is_planned = True
        self._later(seconds, self._tidy)

    def _tidy(self) -> None:
        self._is_planned = False
        if (left := self._last_key + _REST_SECONDS - self._now()) > 0:
            self._plan(left)
        else:
            gc.collect()


def _give_large_blocks_back() -> None:
    """Keeps GNU's C library from keeping blocks as large as the largest that was freed.

    A text of four megabytes is read in several copies, and all of them would stay.
    """
    import ctypes  # the first paint does not wait for it

    with suppress(OSError, AttributeError):  # other libraries do not have it, and need it less
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)
