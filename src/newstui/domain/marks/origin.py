"""The origin of a change: the window, command or task that made it. Its label is the end of its session's name."""

from __future__ import annotations

WINDOW = "window"
_PARTS = 4
HEARD = "heard"
"""Begins the label of changes that came from an account's server; its name follows."""
_TASKS = {"fetched": "fetching", "added": "adding", "discovered": "subscribing", "followed": "subscribing"}


def session_name(now: int, process: int, digits: str, label: str) -> str:
    """Returns the name of a new session. now: µs since 1970. digits: random, hexadecimal."""
    return "-".join(filter(None, (f"{now:x}", f"{process:x}", digits, label)))


def heard_session(session: str, account: str) -> str:
    """Returns the name under which a session stamps what an account's server says."""
    return "-".join((*session.split("-")[: _PARTS - 1], HEARD, account))


def is_heard_from(session: str, account: str) -> bool:
    """Returns True for a change that came from this account's server, on whatever machine."""
    return session.split("-")[_PARTS - 1 :] == [HEARD, *account.split("-")]


def round_of(session: str) -> int | None:
    """Returns the time at which the round began that this session's change came from a server with, µs since 1970.

    None for a change that came from no server.
    """
    parts = session.split("-")
    try:
        return int(parts[0], 16) if parts[_PARTS - 1 : _PARTS] == [HEARD] else None
    except ValueError:
        return None


def origin_in_words(session: str, own: str) -> str:
    """Returns who made a change: `here`, `another window`, `newstui mark`; `earlier` where that is not known.

    own: the session that asks.
    """
    if session == own:
        return "here"
    label = "-".join(session.split("-")[_PARTS - 1 :])
    if label.startswith(f"{HEARD}-"):
        return f"the account {label.removeprefix(f'{HEARD}-')}"
    if label == WINDOW:
        return "another window"
    return _TASKS.get(label) or (f"newstui {label}" if label else "earlier")
