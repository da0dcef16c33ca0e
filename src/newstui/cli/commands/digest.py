"""`newstui digest`: the news on one page, a sentence or two per article, as Markdown or plain text."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newstui.cli.arguments import add_limit, add_query
from newstui.cli.context import group_few, ready_desk
from newstui.domain.rules import end_of
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from newstui.cli.output import Output
    from newstui.domain.articles.article import Article
    from newstui.services.desk import Desk
    from newstui.services.summaries.digest import Digest

_MOST = 50
"""Articles on one page by default."""


def options(command: argparse.ArgumentParser) -> None:
    add_query(command, "which articles; by default those of today, or of the newest day")
    formats = ("markdown", "text", "html")
    command.add_argument("--format", choices=formats, default="markdown", help="by default markdown")
    about = "what came since the last digest with this option, or in 2d, 1w"
    command.add_argument("--since", metavar="last|SPAN", help=about)
    add_limit(command, "articles", _MOST)


def run(options: argparse.Namespace, output: Output) -> int:
    from newstui.services.summaries.digest import digest_of

    settings = reader_settings()
    query = " ".join(options.query)
    now = datetime.now().astimezone()
    with ready_desk(options.library, settings, output) as desk:
        group_few(desk, output)
        groups = {} if settings.stories == "off" else desk.stories.groups()
        digest = digest_of(
            desk.articles, desk.summaries, query, options.limit, now.date(), groups=groups,
            since=_since(desk, options.since, now),
        )  # fmt: skip
        if options.since == "last":
            desk.save_digest_time(now)
    for skipped in digest.skipped:
        output.note(f"newstui: {skipped.path} was left out: {skipped.reason}")
    if not digest.count:
        output.note("no article matches" if query or options.since else "there are no articles yet")
        return 0
    width = min(settings.text_width, output.console.width) if output.is_for_person else settings.text_width
    if options.format == "html":
        output.line(_html(digest, query))
        return 0
    for line in _markdown(digest, query) if options.format == "markdown" else _text(digest, query, max(1, width)):
        output.line(line)
    return 0


def _since(desk: Desk, given: str | None, now: datetime) -> datetime | None:
    """Returns the time that `--since` means. Raises UsageError."""
    if given is None:
        return None
    if given == "last":
        return desk.digest_time() or now - timedelta(days=1)
    return datetime.combine(now.date() - (end_of(given, now.date()) - now.date()), now.time(), now.tzinfo)


def _html(digest: Digest, query: str) -> str:
    """Returns the page as an HTML file that needs nothing else."""
    from newstui.formats.writers.html_page import page_start
    from newstui.formats.writers.to_html import html_of

    markdown = "\n".join(_markdown(digest, query)).partition("\n\n")[2]
    return (
        f"{page_start(_heading(digest, query), digest.count)}{html_of(markdown, {}, name='digest')}\n</body>\n</html>"
    )


def _heading(digest: Digest, query: str) -> str:
    day = digest.day
    return (query or "New") if day is None else f"{day:%A} {day.day} {day:%B} {day.year}"


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
            yield f"\n### {_linked(item.article)}\n\n{duration(item.article.minutes)}"
            if item.sentences:
                yield "\n" + escaped_start(escaped(" ".join(item.sentences)))
            if item.others:
                yield "\nAlso: " + ", ".join(f"{_linked(each)} ({escaped(each.source)})" for each in item.others)


def _linked(article: Article) -> str:
    """Returns the title as Markdown, with a link where there is an address."""
    from newstui.formats.text.plain_text import escaped

    title, address = escaped(article.title), article.url
    return f"[{title}](<{address.replace('<', '%3C').replace('>', '%3E')}>)" if address else title


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
            if item.others:
                also = ", ".join(f"{each.title} ({each.source})" for each in item.others)
                yield from (f"  {line}" for line in wrap(f"Also: {also}", max(1, width - 2)))
