"""`newstui mark`: changes marks, and returns when they are on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.context import ready_desk
from newstui.cli.records import story_fields_of
from newstui.domain.errors import UsageError
from newstui.domain.marks.fields import TAG
from newstui.domain.text.clean import clean, one_line
from newstui.formats.writers.record import article_fields
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.marks.fields import Value


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("ids", nargs="*", metavar="ID", help="an id, the start of one, or a path in the library")
    command.add_argument("--query", metavar="QUERY", help="every article that matches, instead of ids")
    read = command.add_mutually_exclusive_group()
    read.add_argument("--read", dest="read", action="store_true", default=None, help="mark as read")
    read.add_argument("--unread", dest="read", action="store_false", default=None, help="mark as unread")
    bookmark = command.add_mutually_exclusive_group()
    bookmark.add_argument("--bookmark", dest="bookmarked", action="store_true", default=None, help="bookmark")
    bookmark.add_argument(
        "--no-bookmark", dest="bookmarked", action="store_false", default=None, help="remove the bookmark"
    )
    command.add_argument(
        "--tag", action="append", default=[], metavar="T", help="add a tag; may be given more than once"
    )
    command.add_argument("--untag", action="append", default=[], metavar="T", help="take a tag off")
    command.add_argument("--note", metavar="TEXT", help="an empty text removes the note")
    command.add_argument("--json", action="store_true", help="the changed articles, as `list --json` shows them")


def run(options: argparse.Namespace, output: Output) -> int:
    changes = _changes(options)
    if not changes:
        hint = "give --read, --unread, --bookmark, --no-bookmark, --tag, --untag or --note"
        raise UsageError("nothing to mark them with", hint=hint)
    if bool(options.ids) == (options.query is not None):
        examples = "newstui mark 3f2a --read; newstui mark --query 'after:2w' --read"
        raise UsageError("name the articles by ids or by --query", hint=examples)
    settings = reader_settings()
    with ready_desk(options.library, settings, output) as desk:
        if options.query is not None:
            articles = desk.articles.ids(desk.articles.listing(options.query).rows)
        else:  # every name is looked up before the first article is marked
            articles = list(dict.fromkeys(desk.articles.find(name).article.id for name in options.ids))
        title = desk.articles.find(articles[0]).article.title if len(articles) == 1 else ""
        copies: dict[str, None] = {}
        for field, value in changes:
            marked_together = desk.stories.with_copies(field, articles)
            desk.marks.set(field, marked_together, value, title)
            copies.update(dict.fromkeys(marked_together[len(articles) :]))
        desk.flush()
        for article in articles if options.json else ():
            marked = desk.articles.find(article)
            output.json({**article_fields(marked), **story_fields_of(desk, marked)})
    also = f", and {len(copies):,} {'copies' if len(copies) != 1 else 'copy'}" if copies else ""
    output.note(f"{len(articles):,} article{'s' * (len(articles) != 1)} marked{also}")
    return 0


def _changes(options: argparse.Namespace) -> list[tuple[str, Value]]:
    """Returns (field, value) of each change that is asked for. Raises UsageError."""
    changes: list[tuple[str, Value]] = []
    for field in ("read", "bookmarked"):
        if getattr(options, field) is not None:
            changes.append((field, getattr(options, field)))
    for tags, to in ((options.tag, True), (options.untag, False)):
        for tag in tags:
            if not (name := one_line(tag)):
                raise UsageError("a tag needs a name", hint="newstui mark 3f2a --tag energy")
            changes.append((TAG + name, to))
    if options.note is not None:
        changes.append(("note", clean(options.note).strip()))
    return changes
