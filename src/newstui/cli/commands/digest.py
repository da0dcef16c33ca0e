"""`newstui digest`: the news on one page, a sentence or two per article, as Markdown or plain text."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newstui.cli.arguments import add_limit, add_query
from newstui.cli.context import ready_desk
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from newstui.cli.output import Output
    from newstui.services.summaries.digest import Digest

_MOST = 50
"""Articles on one page by default."""


def options(command: argparse.ArgumentParser) -> None:
    add_query(command, "which articles; by default those of today, or of the newest day")
    command.add_argument("--format", choices=("markdown", "text"), default="markdown", help="by default markdown")
    add_limit(command, "articles", _MOST)


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.summaries.digest import digest_of

    settings = reader_settings()
    query = " ".join(options.query)
    with ready_desk(options.library, settings, output) as desk:
        digest = digest_of(desk.articles, desk.summaries, query, options.limit, datetime.now().date())
    for skipped in digest.skipped:
        output.note(f"newstui: {skipped.path} was left out: {skipped.reason}")
    if not digest.count:
        output.note("no article matches" if query else "there are no articles yet")
        return 0
    width = min(settings.text_width, output.console.width) if output.is_for_person else settings.text_width
    for line in _markdown(digest, query) if options.format == "markdown" else _text(digest, query, max(1, width)):
        output.line(line)
    return 0


def _heading(digest: Digest, query: str) -> str:
    day = digest.day
    return query if day is None else f"{day:%A} {day.day} {day:%B} {day.year}"


def _size(digest: Digest) -> str:
    from newstui.render.dates import duration

    left_out = f", {digest.left_out:,} more left out" if digest.left_out else ""
    return f"{digest.count:,} article{'s' * (digest.count != 1)}, {duration(digest.minutes)}{left_out}"


def _markdown(digest: Digest, query: str) -> Iterator[str]:
    from newstui.formats.text.plain_text import escaped, escaped_start
    from newstui.render.dates import duration

    yield f"# {escaped(_heading(digest, query))}\n\n{_size(digest)}"
    for source, items in digest.sections:
        yield f"\n## {escaped(source)}"
        for item in items:
            title = escaped(item.article.title)
            address = item.article.url
            linked = f"[{title}](<{address.replace('<', '%3C').replace('>', '%3E')}>)" if address else title
            yield f"\n### {linked}\n\n{duration(item.article.minutes)}"
            if item.sentences:
                yield "\n" + escaped_start(escaped(" ".join(item.sentences)))


def _text(digest: Digest, query: str, width: int) -> Iterator[str]:
    from newstui.render.dates import duration
    from newstui.render.wrap import wrap

    yield from wrap(_heading(digest, query), width)
    yield from wrap(_size(digest), width)
    for source, items in digest.sections:
        yield ""
        yield from wrap(source.upper(), width)
        for item in items:
            yield ""
            yield from wrap(f"{item.article.title} ({duration(item.article.minutes)})", width)
            for line in wrap(" ".join(item.sentences), max(1, width - 2)) if item.sentences else ():
                yield f"  {line}"
