"""Durations of recordings, as feeds write them."""

from __future__ import annotations

import re

_ISO = re.compile(r"P(?:T(?=\d))?(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,6})(?:\.\d*)?S)?", re.IGNORECASE)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,4}):(\d{1,2})(?:\.\d*)?")
_SECONDS = re.compile(r"(\d{1,7})(?:\.\d*)?")


def seconds(written: str) -> int | None:
    """Returns the seconds that `3723`, `1:02:03`, `62:03` or `PT1H2M3S` names; None for anything else, and for 0."""
    written = written.strip()
    found = _SECONDS.fullmatch(written)
    if found:
        return int(found[1]) or None
    found = _CLOCK.fullmatch(written) or _ISO.fullmatch(written)
    if not found:
        return None
    hours, minutes, rest = (int(number or 0) for number in found.groups())
    return 3600 * hours + 60 * minutes + rest or None
