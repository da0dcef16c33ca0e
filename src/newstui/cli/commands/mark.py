"""`newstui mark`: changes marks. It returns when they are on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.context import reader_settings, ready_desk
from newstui.cli.records import fields_of
from newstui.domain.errors import UsageError
from newstui.domain.marks.fields import TAG
from newstui.domain.text.clean import clean, one_line

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.marks.fields import Value


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("ids", nargs="*", metavar="ID", help="an id, the start of one, or a path in the library")
    command.add_argument("--query", metavar="QUERY", help="every article that matches, instead of ids")
    read = command.add_mutually_exclusive_group()
    read.add_argument("--read", dest="read", action="store_true", default=None)
    read.add_argument("--unread", dest="read", action="store_false", default=None)
    bookmark = command.add_mutually_exclusive_group()
    bookmark.add_argument("--bookmark", dest="bookmarked", action="store_true", default=None)
    bookmark.add_argument("--no-bookmark", dest="bookmarked", action="store_false", default=None)
    command.add_argument("--tag", action="append", default=[], metavar="T", help="may be given more than once")
    command.add_argument("--untag", action="append", default=[], metavar="T", help="may be given more than once")
    command.add_argument("--note", metavar="TEXT", help="an empty text takes the note away")
    command.add_argument("--json", action="store_true", help="the articles as they are then, as `list --json` does")


def run(options: argparse.Namespace, output: Output) -> int:
    wanted = _wanted(options)
    if not wanted:
        what = "give --read, --unread, --bookmark, --no-bookmark, --tag, --untag or --note"
        raise UsageError("nothing to mark them with", hint=what)
    if bool(options.ids) == (options.query is not None):
        examples = "newstui mark 3f2a --read; newstui mark --query 'after:2w' --read"
        raise UsageError("name the articles by ids or by --query", hint=examples)
    settings = reader_settings()
    with ready_desk(options.library, settings, output) as desk:
        if options.query is not None:
            articles = desk.articles.ids(desk.articles.listing(options.query).rows)
        else:  # all are found before the first is marked
            articles = list(dict.fromkeys(desk.articles.find(name).article.id for name in options.ids))
        title = desk.articles.find(articles[0]).article.title if len(articles) == 1 else ""
        for field, value in wanted:
            desk.marks.set(field, articles, value, title)
        desk.flush()
        marked = [desk.articles.find(article) for article in articles] if options.json else []
    for listed in marked:
        output.json(fields_of(listed))
    output.remark(f"{len(articles):,} article{'s' * (len(articles) != 1)} marked")
    return 0


def _wanted(options: argparse.Namespace) -> list[tuple[str, Value]]:
    """(field, value) of each change that is asked for."""
    wanted: list[tuple[str, Value]] = []
    for field in ("read", "bookmarked"):
        if getattr(options, field) is not None:
            wanted.append((field, getattr(options, field)))
    for tags, to in ((options.tag, True), (options.untag, False)):
        for tag in tags:
            if not (name := one_line(tag)):
                raise UsageError("a tag needs a name", hint="newstui mark 3f2a --tag energy")
            wanted.append((TAG + name, to))
    if options.note is not None:
        wanted.append(("note", clean(options.note).strip()))
    return wanted
