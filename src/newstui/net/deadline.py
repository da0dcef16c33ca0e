"""Deadlines and size limits of a request. One rule: no server can keep the reader waiting."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Callable

MOMENT = 0.1
"""Seconds between two checks whether the reader still wants the answer."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a request: seconds and bytes."""

    connect: float = 10.0
    silence: float = 120.0
    """Seconds without a byte. A model on a slow machine is loaded and reads the article before its first word."""
    total: float = 300.0
    received: int = 8 * 1024 * 1024
    """Bytes with everything around the answer: some hundred for each word of a model."""
    head: int = 80 * 1024
    """Bytes before the body starts. A single line may have 64 KB, and there may be 100 lines."""


class Cancelled(Exception):  # noqa: N818 - nothing is wrong: the reader went on
    """The reader no longer wants the answer."""


class Deadline:
    """The time and the bytes that are left for a request, from the first server to the last that it redirects to."""

    def __init__(self, limits: Limits, is_cancelled: Callable[[], bool], hint: str) -> None:
        """hint: what a person can do about a server that is too slow."""
        self._limits, self._is_cancelled, self._hint = limits, is_cancelled, hint
        self._started = time.monotonic()
        self._received = 0
        self.per_address = limits.connect / 3
        """Seconds for each IP address of a name: one that never answers must not use up the time of the next."""
        self.start_server("the server")

    def start_server(self, server: str) -> None:
        """Starts with another server; the total time goes on."""
        self._server = server
        self._server_started = self._last_byte = time.monotonic()
        self._received_before = self._received
        self.is_connected = self.has_head = False

    def check(self) -> None:
        """Raises Cancelled, or NewstuiError after a deadline."""
        if self._is_cancelled():
            raise Cancelled
        now = time.monotonic()
        if not self.is_connected and now - self._server_started > self._limits.connect:
            message = f"{self._server} cannot be reached within {self._limits.connect:g} seconds."
            raise UnreachableError(message, hint=self._hint)
        if now - self._last_byte > self._limits.silence:
            raise self._late(f"{self._server} was silent for {self._limits.silence:g} seconds.")
        if now - self._started > self._limits.total:
            raise self._late(f"{self._server} did not finish within {self._limits.total:g} seconds.")
        if not self.has_head and self._received - self._received_before >= self._limits.head:
            raise NewstuiError(f"The headers of {self._server} do not end.", hint="Check the address.")

    def count(self, size: int) -> None:
        """Counts bytes that came in. Raises NewstuiError when there are too many."""
        self._last_byte = time.monotonic()
        self._received += size
        if self._received > self._limits.received:
            raise NewstuiError(f"The answer of {self._server} does not end.", hint="Check the address.")

    def _late(self, message: str) -> NewstuiError:
        return NewstuiError(message, hint=self._hint)
