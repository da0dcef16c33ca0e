"""`newstui summary`: summarises an article of the library, a file, or stdin."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.cli.arguments import positive, share
from newstui.cli.context import ready_desk
from newstui.cli.records import summary_fields
from newstui.domain.errors import StorageError, UsageError
from newstui.domain.text.clean import count_words
from newstui.formats.text.decode import MAX_BYTES
from newstui.sandbox.client import Sandbox
from newstui.services.core.article_reader import parsed_article
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.articles.article import Article
    from newstui.domain.settings import Settings
    from newstui.domain.summaries.summary import Summary

_PAGE_STARTS = (b"<!doctype html", b"<html", b"<?xml")
_SOURCES = {
    "publisher": "by the publisher",
    "newstui": "chosen by newstui",
    "lead": "the first sentences",
    "text": "too short to shorten: the text itself",
}


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("of", nargs="?", metavar="FILE|ID|-", help="a file, an article of the library, or - for stdin")
    length = command.add_mutually_exclusive_group()
    length.add_argument(
        "-n", "--sentences", type=positive, metavar="N", help="N sentences; by default as many as the settings say"
    )
    length.add_argument("--words", type=positive, metavar="N", help="as many as fit into N words, at least one")
    length.add_argument("--ratio", type=share, metavar="R", help="as many as fit into this share of the text, as 0.2")
    command.add_argument(
        "--json", action="store_true", help="one object: sentences, positions, source, minutes_saved, shape"
    )


def run(options: argparse.Namespace, output: Output) -> int:
    settings = reader_settings()
    summary = _summary(_article(options, settings, output), options, settings)
    if options.json:
        output.json(summary_fields(summary))
        return 0
    for sentence in summary.sentences:
        output.line(" ".join(sentence.split()))
    saved = f", saves {summary.minutes_saved} min" if summary.minutes_saved else ""
    points = "key points, " if summary.shape == "key points" else ""
    output.note(f"({points}{_SOURCES.get(summary.source, summary.source)}{saved})")
    return 0


def _summary(article: Article, options: argparse.Namespace, settings: Settings) -> Summary:
    from newstui.services.summaries import own_summariser
    from newstui.services.summaries.word_limit import summary_within

    published = own_summariser()(article, options.sentences or settings.summary_sentences)
    if not (options.words or options.ratio):
        return published
    words = options.words or int(options.ratio * article.words)
    if published.source == "publisher" and sum(map(count_words, published.sentences)) <= words:
        return published
    return summary_within(article, words, own_summariser())


def _article(options: argparse.Namespace, settings: Settings, output: Output) -> Article:
    """Returns the article to summarise. A file comes before an article of that name. Raises NewstuiError."""
    if options.of is None and sys.stdin and sys.stdin.isatty():
        raise UsageError(
            "there is nothing to summarise", hint="newstui summary FILE; newstui summary ID; … | newstui summary -"
        )
    if options.of in (None, "-"):
        raw = sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
        is_page = raw[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE_STARTS)
        return _parsed(raw, "stdin.html" if is_page else "stdin.md")
    if os.path.exists(options.of):  # noqa: PTH110  (Path.exists raises for a name that is too long)
        return _read(Path(options.of))
    with ready_desk(options.library, settings, output) as desk:
        return desk.articles.read(desk.articles.find(options.of).article.id)


def _read(path: Path) -> Article:
    try:
        with path.open("rb") as file:
            return _parsed(file.read(MAX_BYTES + 1), path.name)
    except OSError as error:
        raise StorageError(f"{path} cannot be read: {error.strerror}", hint="name a file that you may read") from error


def _parsed(raw: bytes, name: str) -> Article:
    with Sandbox() as sandbox:
        return parsed_article(raw, name, datetime.now(UTC), lambda: sandbox)
