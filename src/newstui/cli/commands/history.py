"""`newstui history`: what was done, the latest first."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from newstui.cli.arguments import positive
from newstui.cli.context import reader_settings, ready_desk
from newstui.domain.marks.fields import TAG

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.marks.change import Change

_WORDS = {
    ("read", True): "read",
    ("read", False): "unread",
    ("bookmarked", True): "bookmarked",
    ("bookmarked", False): "not bookmarked",
    ("discarded", True): "discarded",
    ("discarded", False): "kept",
    ("subscription", True): "subscribed",
    ("subscription", False): "no longer subscribed",
    ("search", True): "search saved",
    ("search", False): "search removed",
}


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="JSON Lines, one change a line")
    command.add_argument("--limit", type=positive, metavar="N", help="at most so many")


def run(options: argparse.Namespace, output: Output) -> int:
    with ready_desk(options.library, reader_settings(), output) as desk:
        history = desk.marks.history()
    # Where a reader is in an article is no act; nor is what newstui carries over when a file is edited.
    acts = (change for change in reversed(history) if change.field != "position" and change.act != "carry")
    for change in islice(acts, options.limit):
        if options.json:
            output.json(change_fields(change))
        else:
            when = _moment(change.stamp.at)
            act = "" if change.act == "do" else f"{change.act}: "
            output.line(f"{when.astimezone():%Y-%m-%d %H:%M:%S}  {act}{told(change)}")
    return 0


def change_fields(change: Change) -> dict[str, Any]:
    """A change as JSON."""
    return {
        "at": _moment(change.stamp.at).isoformat(), "act": change.act, "field": change.field,
        "articles": list(change.articles), "was": list(change.was), "to": list(change.to), "title": change.title,
    }  # fmt: skip


def told(change: Change) -> str:
    """A change in words: `The last ferry — bookmarked`."""
    to = change.to[0]
    what = _WORDS.get((change.field, bool(to)))
    if change.field.startswith(TAG):
        what = f"{'tagged' if to else 'untagged'} {change.field[len(TAG) :]}"
    elif what is None and len(set(change.to)) > 1:
        what = f"{change.field} of each"
    elif what is None:
        what = f"{change.field}: {' '.join(str(to).split())}" if to else f"no {change.field}"
    number = len(change.articles)
    subject = change.title or (change.articles[0] if number == 1 else f"{number:,} articles")
    return f"{subject} — {what}"


def _moment(at: int) -> datetime:
    """`at` in µs since 1970; the calendar's last day for what lies beyond it."""
    try:
        return datetime.fromtimestamp(at / 1_000_000, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime(9999, 12, 30, tzinfo=UTC)
