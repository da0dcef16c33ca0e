"""The sentences of the doctor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about the state of things."""

    text: str
    is_odd: bool = False
    """True where a person may want to look; nothing is lost."""
    is_wrong: bool = False
    """True where something has to be repaired."""
    hint: str = ""
    """The remedy."""
