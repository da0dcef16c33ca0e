"""The memory of the process that shows articles: garbage is collected between keys, and large texts are given back."""

from __future__ import annotations

import gc
from asyncio import get_running_loop
from contextlib import suppress

_NEW, _OLDER = 10_000, 3
"""Garbage is searched for among so many new objects, each third time among older ones too.

With Python's own numbers every other key would wait for it.
"""
_SELDOM = 20
"""Searches among older ones after which Python searches among all, whatever it does then."""
_WORTH_WHILE = 3
"""The same, between keys."""
_ANSWERED_SECONDS = 0.04
"""After so long a key is answered, as a rule."""
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
    """Returns True where all garbage is worth to be collected; never before `settle`."""
    return gc.get_threshold()[2] == _SELDOM and gc.get_count()[2] >= _WORTH_WHILE


def tidy_soon() -> None:
    """Has garbage be collected where that is worth it, once a key that comes now is answered.

    Beside a long text it takes as long as a key.
    """
    if is_untidy():
        get_running_loop().call_later(_ANSWERED_SECONDS, tidy)


def tidy() -> None:
    """Collects garbage where that is worth it."""
    if is_untidy():
        gc.collect()


def _give_large_blocks_back() -> None:
    """Keeps GNU's C library from keeping blocks as large as the largest that was freed.

    A text of four megabytes is read in several copies, and all of them would stay.
    """
    import ctypes  # the first paint does not wait for it

    with suppress(OSError, AttributeError):  # other libraries do not have it, and need it less
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)
