"""Short turns: while much is written behind the screen, Python gives the interface its turn five times as often."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_USUAL, _SHORT = 0.005, 0.001
"""Seconds after which another thread gets its turn. A key waits for several turns: each time it reads or writes."""


@contextmanager
def short_turns() -> Iterator[None]:
    """Has long work in a thread of its own hold up the others less."""
    sys.setswitchinterval(_SHORT)
    try:
        yield
    finally:
        sys.setswitchinterval(_USUAL)
