"""The network of one sync: whether there is one at all. Servers nearby answer without it, and say nothing about it."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING
from urllib.request import getproxies

from newstui.domain.errors import NoNetworkError

if TYPE_CHECKING:
    from collections.abc import Callable

_ENOUGH = 3
"""Different servers that cannot be reached, while none answers: then there is no network."""
_SOMEWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses for examples. Nothing is sent there."""


class Network:
    """Counts what servers on the internet do. Any thread may report and ask."""

    def __init__(self, has_way_out: Callable[[], bool] | None = None) -> None:
        """`has_way_out`: False where the system knows no way to any other network."""
        self._has_way_out = has_way_out or has_route
        self._off = threading.Event()
        self._has_answered = threading.Event()
        self._unreached: set[str] = set()
        self._lock = threading.Lock()

    @property
    def is_off(self) -> bool:
        """True once it is clear that there is no network."""
        return self._off.is_set()

    @property
    def is_in_doubt(self) -> bool:
        """True while no server has answered, and once there is no network."""
        return self.is_off or not self._has_answered.is_set()

    def look(self) -> None:
        """Asks the system, which knows at once where no network is connected."""
        if not self._has_way_out():
            self._off.set()

    def check(self) -> None:
        """Raises NoNetworkError where there is no network."""
        if self.is_off:
            raise NoNetworkError("there is no network")

    def answered(self) -> None:
        """Counts a server that answered."""
        self._has_answered.set()

    def missed(self, host: str) -> None:
        """Counts a server that could not be reached."""
        with self._lock:
            self._unreached.add(host)
            if self.is_in_doubt and len(self._unreached) >= _ENOUGH:
                self._off.set()


def has_route() -> bool:
    """Returns False where this machine has no way to another network, and no proxy."""
    return bool(getproxies()) or any(_leads_to(family, address) for family, address in _SOMEWHERE)


def _leads_to(family: int, address: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, 9))  # of datagrams it only looks for the way
            return True
    except OSError:
        return False


class _Nearby(Network):
    """The reader's own network and this machine, which are always there: each server counts for itself."""

    def missed(self, host: str) -> None:
        """Says nothing about the other servers."""


NEARBY = _Nearby()
