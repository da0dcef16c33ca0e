"""`newstui digest`: the news on one page, a sentence or two per article, as Markdown, plain text, HTML or a book."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.cli.arguments import add_limit, add_query
from newstui.cli.context import group_few, ready_desk
from newstui.domain.errors import UsageError
from newstui.domain.rules import end_of
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.services.desk import Desk
    from newstui.services.summaries.digest_pages import Form

_MOST = 50
"""Articles on one page by default."""
_SUFFIXES: dict[str, Form] = {
    ".html": "html", ".htm": "html", ".epub": "epub", ".txt": "text", ".md": "markdown", ".markdown": "markdown",
}  # fmt: skip
_STDOUT = "-"
_TEXTS = ("text", "markdown")
"""Formats of which each may stand in a file with the ending of the other."""


def options(command: argparse.ArgumentParser) -> None:
    add_query(command, "which articles; by default those of today, or of the newest day")
    formats = ("markdown", "text", "html", "epub")
    command.add_argument("--format", choices=formats, help="by default that of the file's name, else markdown")
    command.add_argument("--to", metavar="FILE", help="writes it there, - is stdout; a book (.epub) needs a file")
    command.add_argument("--force", action="store_true", help="also where there is such a file already")
    about = "what came since the last digest with this option, or in 2d, 1w"
    command.add_argument("--since", metavar="last|SPAN", help=about)
    add_limit(command, "articles", _MOST)


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.summaries.digest import digest_of
    from newstui.services.summaries.digest_pages import DigestPages, write_digest

    if options.to == _STDOUT:
        options.to = None
    form = _form(options)
    settings = reader_settings()
    query = " ".join(options.query)
    now = datetime.now().astimezone()
    width = min(settings.text_width, output.console.width) if output.is_for_person else settings.text_width
    with ready_desk(options.library, settings, output) as desk:
        group_few(desk, output)
        groups = {} if settings.stories == "off" else desk.stories.groups()
        digest = digest_of(
            desk.articles, desk.summaries, query, options.limit, now.date(), groups=groups,
            since=_since(desk, options.since, now),
        )  # fmt: skip
        for skipped in digest.skipped:
            output.note(f"newstui: {skipped.path} was left out: {skipped.reason}")
        if not digest.count:
            output.note("no article matches" if query or options.since else "there are no articles yet")
        elif options.to:
            pages = DigestPages(digest, query, desk.library.root, max(1, width))
            write_digest(pages, form, Path(options.to), desk.articles, now, overwrites=options.force)
        else:
            for line in DigestPages(digest, query, desk.library.root, max(1, width)).lines(form):
                output.line(line)
        if options.since == "last":  # only now: what could not be written is new the next time
            desk.save_digest_time(now)
    return 0


def _form(options: argparse.Namespace) -> Form:
    """Returns the format that is wanted. Raises UsageError."""
    of_name = _SUFFIXES.get(Path(options.to or "").suffix.lower())
    form: Form = options.format or of_name or "markdown"
    if of_name not in (None, form) and not (form in _TEXTS and of_name in _TEXTS):
        hint = "leave --format out, or give the file another ending"
        raise UsageError(f"{options.to} is the name of {of_name}, not of {form}", hint=hint)
    if form == "epub" and not options.to:
        raise UsageError("a book is written to a file", hint="newstui digest --to news.epub")
    return form


def _since(desk: Desk, given: str | None, now: datetime) -> datetime | None:
    """Returns the time that `--since` means. Raises UsageError."""
    if given is None:
        return None
    if given == "last":
        return desk.digest_time() or now - timedelta(days=1)
    return datetime.combine(now.date() - (end_of(given, now.date()) - now.date()), now.time(), now.tzinfo)
