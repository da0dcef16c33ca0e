"""One-line results of add, import and sync: the command line and the interface show the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newstui.domain.errors import DiskError, NewstuiError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.services.events import FeedChecked, Ingested, Outcome, Synced

OUTCOME_WORDS: dict[Outcome, str] = {
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
    429: "the server was asked too often; newstui waits before it asks again",
    503: "the server is too busy; newstui waits before it asks again",
}


def reason_of(error: NewstuiError) -> str:
    """Returns an error and its hint as one line."""
    message, hint = str(error).rstrip("."), error.hint.rstrip(".")
    return f"{message}{'. ' if hint[:1].isupper() else '; ' * bool(hint)}{hint}"


def failure_of(error: Exception) -> str:
    """Returns why one feed, page or image failed, as one line. Raises the error where it concerns all of them."""
    if isinstance(error, DiskError):
        raise error
    if isinstance(error, NewstuiError):
        return reason_of(error)
    return f"newstui has a bug there ({type(error).__name__}); please report it with the address"


def refusal(status: int) -> str:
    """Returns an HTTP status that is not an answer, in words."""
    words = _REFUSALS.get(status) or ("the server has a fault" if status >= 500 else "the server refuses")
    return f"{words} (HTTP {status})"


def added_line(articles: Sequence[Ingested]) -> str:
    """Returns a line about articles that were added; empty where there are none."""
    if len(articles) == 1:
        article = articles[0]
        return f"{OUTCOME_WORDS[article.outcome]}: {article.title}" + (f" ({article.note})" if article.note else "")
    counts = Counter(OUTCOME_WORDS[article.outcome] for article in articles)
    return ", ".join(f"{number:,} {words}" for words, number in counts.items())


def news_line(event: FeedChecked | Synced) -> str:
    """Returns how many articles are new or changed, and how many marks two sides told each other."""
    marks = f"{event.marks:,} mark{'s' * (event.marks != 1)}"
    counts = ((event.new, f"{event.new:,} new"), (event.changed, f"{event.changed:,} changed"), (event.marks, marks))
    return ", ".join(words for number, words in counts if number) or "nothing new"


def text_line(event: Synced) -> str:
    """Returns a line about the texts of articles that were fetched without any feed."""
    if event.pages:
        return "the text is here" if event.pages == 1 else f"{event.pages:,} texts are here"
    return "the text could not be fetched; it is tried again with the feeds"


def sync_line(event: Synced) -> str:
    """Returns a line about a whole sync."""
    counts = ((event.accounts, "account"), (event.feeds, "feed"))
    parts = [
        f"{number:,} {name}{'s' * (number != 1)}"
        for number, name in counts
        if number or (name == "feed" and not event.accounts)
    ]
    parts.append(news_line(event))
    if event.pages:
        parts.append(f"{event.pages:,} page{'s' * (event.pages != 1)} fetched")
    if event.pages_left:
        parts.append(f"{event.pages_left:,} page{'s' * (event.pages_left != 1)} could not be fetched")
    if event.pages_waiting:
        parts.append(f"{event.pages_waiting:,} page{'s' * (event.pages_waiting != 1)} still to be fetched")
    if event.failed:
        parts.append(f"{event.failed:,} failed")
    return " · ".join(parts)
