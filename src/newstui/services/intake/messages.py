"""What came of getting articles in, in one line: the command line and the interface say the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.errors import NewstuiError
    from newstui.services.events import FeedChecked, Outcome, Synced, Took

DID: dict[Outcome, str] = {
    "added": "added",
    "changed": "brought up to date",
    "there": "already there",
    "edited": "already there, and edited by you",
    "removed": "already there",
}

_REFUSALS = {
    401: "it wants a password",
    403: "the server does not let newstui in",
    404: "there is nothing at this address any more",
    410: "it is gone for good",
    429: "the server was asked too often and wants to be left alone for a while",
    503: "the server is too busy and wants to be left alone for a while",
}


def reason_of(error: NewstuiError) -> str:
    """What is wrong, and what to do about it, as one line."""
    message, hint = str(error).rstrip("."), error.hint.rstrip(".")
    return f"{message}{'. ' if hint[:1].isupper() else '; ' * bool(hint)}{hint}"


def refusal(status: int) -> str:
    """What a server says that has no answer, in words."""
    said = _REFUSALS.get(status) or ("the server has a fault" if status >= 500 else "the server refuses")
    return f"{said} (HTTP {status})"


def told_of(took: Sequence[Took]) -> str:
    """Articles that were added; empty where there were none."""
    if len(took) == 1:
        return f"{DID[took[0].outcome]}: {took[0].title}" + (f" ({took[0].note})" if took[0].note else "")
    counts = Counter(DID[each.outcome] for each in took)
    return ", ".join(f"{number:,} {did}" for did, number in counts.items())


def news_of(event: FeedChecked | Synced) -> str:
    """How much came."""
    parts = [f"{event.new:,} new" if event.new else "", f"{event.changed:,} changed" if event.changed else ""]
    return ", ".join(part for part in parts if part) or "nothing new"


def summed_up(event: Synced) -> str:
    """One line about a whole sync."""
    parts = [f"{event.feeds:,} feed{'s' * (event.feeds != 1)}", news_of(event)]
    if event.pages:
        parts.append(f"{event.pages:,} page{'s' * (event.pages != 1)} fetched")
    if event.pages_left:
        parts.append(f"{event.pages_left:,} page{'s' * (event.pages_left != 1)} not")
    if event.failed:
        parts.append(f"{event.failed:,} failed")
    return " · ".join(parts)
