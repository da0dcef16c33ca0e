"""`mark`, `undo` and `history`: what the reader did."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.cli.opening import ready_desk
from newstui.domain.errors import StorageError, UsageError
from newstui.domain.mark import TAG
from newstui.domain.text import clean, one_line

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.change import Change, Value
    from newstui.services.desk import Desk

_WORDS = {
    ("read", True): "read",
    ("read", False): "unread",
    ("bookmarked", True): "bookmarked",
    ("bookmarked", False): "not bookmarked",
    ("discarded", True): "discarded",
    ("discarded", False): "kept",
}


def mark_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("ids", nargs="*", metavar="ID", help="an id, the start of one, or a path in the library")
    command.add_argument("--query", metavar="QUERY", help="every article that matches")
    command.add_argument("--read", dest="read", action="store_true", default=None)
    command.add_argument("--unread", dest="read", action="store_false")
    command.add_argument("--bookmark", dest="bookmarked", action="store_true", default=None)
    command.add_argument("--no-bookmark", dest="bookmarked", action="store_false")
    command.add_argument("--tag", action="append", default=[], metavar="T")
    command.add_argument("--untag", action="append", default=[], metavar="T")
    command.add_argument("--note", metavar="TEXT", help="an empty text takes the note away")


def mark(options: argparse.Namespace, output: Output) -> int:
    """Changes marks of articles; returns when they are on disk."""
    wanted = _wanted(options)
    if not wanted:
        raise UsageError("nothing to mark them with", hint="give --read, --unread, --bookmark, --no-bookmark, --tag, --untag or --note")
    if bool(options.ids) == (options.query is not None):
        raise UsageError("name the articles by ids or by --query", hint="newstui mark 3f2a --read; newstui mark --query 'after:2w' --read")
    desk = ready_desk(options, output)
    if options.query is not None:
        articles = desk.ids(desk.listing(options.query).rows)
    else:
        articles = list(dict.fromkeys(desk.find(name).article.id for name in options.ids))
    title = desk.find(articles[0]).article.title if len(articles) == 1 else ""
    for field, value in wanted:
        desk.set(field, articles, value, title)
    _finish(desk)
    output.remark(f"{len(articles):,} article{'s' * (len(articles) != 1)} marked")
    return 0


def _wanted(options: argparse.Namespace) -> list[tuple[str, Value]]:
    wanted: list[tuple[str, Value]] = []
    for field in ("read", "bookmarked"):
        if getattr(options, field) is not None:
            wanted.append((field, getattr(options, field)))
    for tags, to in ((options.tag, True), (options.untag, False)):
        for tag in tags:
            if not (name := one_line(tag)):
                raise UsageError("a tag needs a name")
            wanted.append((TAG + name, to))
    if options.note is not None:
        wanted.append(("note", clean(options.note).strip()))
    return wanted


def undo_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("number", nargs="?", type=int, default=1, metavar="N", help="how many changes, 1 if not said")


def undo(options: argparse.Namespace, output: Output) -> int:
    """Takes back the last changes, whatever session made them."""
    if options.number < 1:
        raise UsageError("undo takes a number from 1 on")
    desk = ready_desk(options, output)
    for _ in range(options.number):
        change = desk.undo()
        if change is None:
            output.remark("there is nothing more to undo")
            break
        output.line(f"undone: {told(change)}")
    _finish(desk)
    return 0


def history_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="JSON Lines, one change a line")
    command.add_argument("--limit", type=int, default=-1, metavar="N", help="at most so many")


def history(options: argparse.Namespace, output: Output) -> int:
    """What was done, the latest first."""
    desk = ready_desk(options, output)
    shown = 0
    for change in reversed(desk.history()):
        if shown == options.limit:
            break
        if change.field == "position":
            continue
        shown += 1
        when = _moment(change.stamp.at)
        if options.json:
            output.json({
                "at": when.isoformat(), "act": change.act, "field": change.field, "articles": list(change.articles),
                "was": list(change.was), "to": list(change.to), "title": change.title,
            })  # fmt: skip
        else:
            act = "" if change.act == "do" else f"{change.act}: "
            output.line(f"{when.astimezone():%Y-%m-%d %H:%M:%S}  {act}{told(change)}")
    return 0


def told(change: Change) -> str:
    """A change in words."""
    to = change.to[0]
    what = _WORDS.get((change.field, bool(to)))
    if change.field.startswith(TAG):
        what = f"{'tagged' if to else 'untagged'} {change.field[len(TAG) :]}"
    elif what is None:
        what = f"{change.field}: {to}" if to else f"no {change.field}"
    number = len(change.articles)
    subject = change.title or (change.articles[0] if number == 1 else f"{number:,} articles")
    return f"{subject} — {what}"


def _finish(desk: Desk) -> None:
    if not desk.close():
        raise StorageError("the changes could not be written", hint="free some space on the disk, and say it again")


def _moment(at: int) -> datetime:
    try:
        return datetime.fromtimestamp(at / 1_000_000, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.max.replace(tzinfo=UTC)
