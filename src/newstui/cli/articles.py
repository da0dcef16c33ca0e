"""`list`, `search` and `show`: articles on stdout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newstui.cli.opening import ready_desk
from newstui.cli.output import table
from newstui.domain.query import SORTS

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.article import Article
    from newstui.services.desk import Desk
    from newstui.store.catalogue import Listed

_FETCHED_AT_ONCE = 500
_TEXT_WIDTH = 76


def list_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("query", nargs="*", metavar="QUERY", help="for instance: is:unread after:2w minutes:<10 river")
    command.add_argument("--json", action="store_true", help="JSON Lines, one article a line")
    command.add_argument("--limit", type=int, default=-1, metavar="N", help="at most so many")
    command.add_argument("--sort", choices=SORTS, default="newest")


def search_options(command: argparse.ArgumentParser) -> None:
    list_options(command)
    command.set_defaults(sort="rank")


def list_headlines(options: argparse.Namespace, output: Output) -> int:
    """Headlines that match a query."""
    desk = ready_desk(options, output)
    rows = desk.listing(" ".join(options.query), options.sort, options.limit).rows
    drawn: list[tuple[str, ...]] = []
    for first in range(0, len(rows), _FETCHED_AT_ONCE):
        for listed in desk.listed(rows[first : first + _FETCHED_AT_ONCE]):
            if options.json:
                output.json(fields_of(listed))
            else:
                drawn.append(_columns(listed))
                if not output.is_rich:
                    output.line("\t".join(drawn.pop()))
    if drawn:
        output.draw(table(("", "id", "published", "min", "source", "title"), drawn))
    if not len(rows) and not options.json:
        output.remark("no article matches" if options.query else "there are no articles yet")
    return 0


def _columns(listed: Listed) -> tuple[str, ...]:
    article, mark = listed.article, listed.mark
    state = (" " if mark.read else "●") + ("★" if mark.bookmarked else " ")
    published = article.published.astimezone().strftime("%Y-%m-%d %H:%M")
    return state, article.id, published, str(article.minutes), article.source, article.title


def fields_of(listed: Listed) -> dict[str, Any]:
    """An article as JSON says it; the names are a promise (docs/commands.md)."""
    article, mark = listed.article, listed.mark
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "published": article.published.isoformat(),
        "added": listed.added.isoformat(),
        "url": article.url,
        "path": article.path.encode("utf-8", "replace").decode(),
        "words": article.words,
        "minutes": article.minutes,
        "tags": list(article.tags),
        "read": mark.read,
        "bookmarked": mark.bookmarked,
        "position": mark.position,
        "note": mark.note,
        "summary": article.summary,
    }


def show_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", metavar="ID", help="an article's id, the start of it, or its path in the library")
    command.add_argument("--summary", action="store_true", help="its summary instead of its text")
    command.add_argument("--format", choices=("text", "markdown", "json"), default="text")


def show(options: argparse.Namespace, output: Output) -> int:
    """One article."""
    desk = ready_desk(options, output)
    listed = desk.find(options.id)
    article = desk.article(listed.article.id)
    if options.format == "json":
        output.json({**fields_of(listed), "body": _body(desk, article, options)})
    elif options.format == "markdown":
        output.line(f"# {article.title}\n\n{_body(desk, article, options)}".rstrip())
    else:
        _show_text(desk, article, options, output)
    return 0


def _body(desk: Desk, article: Article, options: argparse.Namespace) -> str:
    if not options.summary:
        return article.body
    return "\n\n".join(desk.summary(article, sentences_of_settings()).sentences)


def sentences_of_settings() -> int:
    """How many sentences a summary has by the reader's settings."""
    from newstui.store.paths import places
    from newstui.store.settings_file import read_settings

    return read_settings(places().settings).summary_sentences


def _show_text(desk: Desk, article: Article, options: argparse.Namespace, output: Output) -> None:
    from datetime import datetime

    from newstui.ui.render.page import head_lines, summary_lines
    from newstui.ui.render.typeset import typeset

    width = min(_TEXT_WIDTH, output.console.width) if output.is_for_eyes else _TEXT_WIDTH
    lines = head_lines(article, width, datetime.now().astimezone())
    links: tuple[str, ...] = ()
    if options.summary:
        lines += summary_lines(article, desk.summary(article, sentences_of_settings()), width)[0][:-1]
    else:
        setting = typeset(article.body, width)
        lines += setting.lines
        links = setting.links
    if output.is_rich:
        from newstui.cli.drawing import drawn

        for line in lines:
            output.draw(drawn(line))
    else:
        for line in lines:
            output.line(line.text.rstrip())
    for number, address in enumerate(links, start=1):
        output.line(f"{'' if number > 1 else chr(10)}[{number}] {address}")
