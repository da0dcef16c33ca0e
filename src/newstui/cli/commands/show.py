"""`newstui show`: shows one article, typeset as in the browser, as Markdown, or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.cli.context import ready_desk
from newstui.cli.records import story_fields_of, summary_fields
from newstui.formats.writers.record import article_fields, enclosure_fields
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.articles.article import Article
    from newstui.domain.marks.fields import Mark
    from newstui.domain.summaries.summary import Summary
    from newstui.render.line import Line


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", metavar="ID", help="an article's id, the start of it, or its path in the library")
    command.add_argument("--summary", action="store_true", help="its summary instead of its text")
    command.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text", help="text is set as in the browser"
    )
    command.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")


def run(options: argparse.Namespace, output: Output) -> int:
    settings = reader_settings()
    with ready_desk(options.library, settings, output) as desk:
        marked = desk.articles.find(options.id)
        article = desk.articles.read(marked.article.id)
        mark = desk.marks.of(article.id)
        story = story_fields_of(desk, marked)
        summary = desk.summaries.of(article, settings.summary_sentences) if options.summary else None
    if options.format == "json":
        fields = {**article_fields(marked), **story, "body": article.body, "enclosures": enclosure_fields(article)}
        output.json(fields if summary is None else {**fields, "shortened": summary_fields(summary)})
    elif options.format == "markdown":
        output.line(_markdown(article, summary))
    else:
        _write_typeset(article, summary, settings.text_width, output, mark)
    return 0


def _markdown(article: Article, summary: Summary | None) -> str:
    from newstui.formats.text.plain_text import escaped, escaped_start

    if summary is None:
        text = article.body
    else:
        text = "\n\n".join(escaped_start(escaped(sentence)) for sentence in summary.sentences)
    return f"# {escaped(article.title)}\n\n{text}".rstrip()


def _write_typeset(article: Article, summary: Summary | None, widest: int, output: Output, mark: Mark) -> None:
    width = max(1, min(widest, output.console.width)) if output.is_for_person else widest
    lines = _lines(article, summary, width, mark)
    while lines and not lines[0].text.strip():
        del lines[0]
    if not output.is_for_person:
        for line in lines:
            if all(span.role != "title-rule" for span in line.spans):
                output.line(line.text.rstrip())
        return
    from newstui.cli.tables import rich_text

    for line in lines:
        output.draw(rich_text(line))


def _lines(article: Article, summary: Summary | None, width: int, mark: Mark) -> list[Line]:
    from datetime import datetime

    from newstui.render.article_page import all_links, head_lines, summary_lines
    from newstui.render.enclosures import enclosure_words
    from newstui.render.layout import Layout
    from newstui.render.line import Line, Span

    lines = head_lines(article, width, datetime.now().astimezone(), mark=mark)
    if summary is not None:
        return lines + summary_lines(article, summary, width)[0][:-1]  # without the blank line at its end
    layout = Layout(article.body, width)
    while not layout.is_whole:
        first = len(layout)
        layout.extend()
        lines += layout[first:]
    links = all_links(article, layout.links)
    if links:
        lines.append(Line())
    about = {enclosure.url: f"  ({enclosure_words(enclosure)})" for enclosure in article.enclosures}
    return lines + [Line((Span(f"[{n}] {url}{about.get(url, '')}"),)) for n, url in enumerate(links, start=1)]
