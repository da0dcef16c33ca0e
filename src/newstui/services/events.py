"""What long work says while it runs. The command line prints events, the interface shows them, tests list them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """So much is done; `total` is None while nobody knows how much there is."""

    done: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """One item could not be taken; the rest goes on."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Indexed:
    """The catalogue is in line with the folder."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def changed_anything(self) -> bool:
        return bool(self.added or self.changed or self.removed)


Event = Progress | Skipped | Indexed
