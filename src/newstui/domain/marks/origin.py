"""The origin of a change: the window, command or task that made it. Its label is the end of its session's name."""

from __future__ import annotations

WINDOW = "window"
_PARTS = 4
_TASKS = {"fetched": "fetching", "added": "adding", "discovered": "subscribing", "followed": "subscribing"}


def session_name(now: int, process: int, digits: str, label: str) -> str:
    """Returns the name of a new session. now: µs since 1970. digits: random, hexadecimal."""
    return "-".join(filter(None, (f"{now:x}", f"{process:x}", digits, label)))


def origin_in_words(session: str, own: str) -> str:
    """Returns who made a change: `here`, `another window`, `newstui mark`; `earlier` where that is not known.

    own: the session that asks.
    """
    if session == own:
        return "here"
    label = "-".join(session.split("-")[_PARTS - 1 :])
    if label == WINDOW:
        return "another window"
    return _TASKS.get(label) or (f"newstui {label}" if label else "earlier")
