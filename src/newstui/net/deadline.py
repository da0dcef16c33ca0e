"""How long a server is waited for, and how much of it is taken. One rule: no server can keep the reader waiting."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError

if TYPE_CHECKING:
    from collections.abc import Callable

MOMENT = 0.1
"""Seconds between two looks at the reader's wish."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, in seconds, and how much, in bytes."""

    connect: float = 10.0
    silence: float = 120.0
    """Without a byte. A model on a slow machine is loaded and reads the article before its first word."""
    total: float = 300.0
    received: int = 8 * 1024 * 1024
    """With everything that is wrapped around the answer: some hundred for each word."""
    head: int = 80 * 1024
    """Before the answer's body begins. A single line may have 64 KB, and there may be 100 of them."""


class Cancelled(Exception):  # noqa: N818 - nothing is wrong: the reader went on
    """The reader does not want it any more."""


class Patience:
    """What may still be waited for: from the first server that is asked to the last one that it leads to."""

    def __init__(self, limits: Limits, is_cancelled: Callable[[], bool], hint: str) -> None:
        """hint: what a person can do about a server that is too slow."""
        self._limits, self._is_cancelled, self._hint = limits, is_cancelled, hint
        self._begun = time.monotonic()
        self._received = 0
        self.each = limits.connect / 3
        """Seconds for each address of a name: one that swallows everything must not use up the time of the next."""
        self.turn_to("the server")

    def turn_to(self, server: str) -> None:
        """Another server is asked; the time for all of it runs on."""
        self._server = server
        self._turned = self._heard = time.monotonic()
        self._received_before = self._received
        self.connected = self.has_head = False

    def check(self) -> None:
        """Raises Cancelled, or NewstuiError at a deadline."""
        if self._is_cancelled():
            raise Cancelled
        now = time.monotonic()
        if not self.connected and now - self._turned > self._limits.connect:
            raise self._late(f"{self._server} cannot be reached within {self._limits.connect:g} seconds.")
        if now - self._heard > self._limits.silence:
            raise self._late(f"{self._server} was silent for {self._limits.silence:g} seconds.")
        if now - self._begun > self._limits.total:
            raise self._late(f"{self._server} did not finish within {self._limits.total:g} seconds.")
        if not self.has_head and self._received - self._received_before >= self._limits.head:
            raise NewstuiError(f"The headers of {self._server} do not end.", hint="Check the address.")

    def heard(self, size: int) -> None:
        """So many bytes came in. Raises NewstuiError when there are too many."""
        self._heard = time.monotonic()
        self._received += size
        if self._received > self._limits.received:
            raise NewstuiError(f"The answer of {self._server} does not end.", hint="Check the address.")

    def _late(self, message: str) -> NewstuiError:
        return NewstuiError(message, hint=self._hint)
