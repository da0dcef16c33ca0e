"""`newstui debug summarise`, for evaluation: reads JSON Lines {text, title, lang}, writes {"sentences": […]}."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.cli.arguments import positive
from newstui.domain.articles.article import Article
from newstui.domain.text.clean import clean, count_words, one_line

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-n", "--sentences", type=positive, default=3, metavar="N", help="sentences of each summary, by default 3"
    )


def run(options: argparse.Namespace, output: Output) -> int:
    """Answers each line at once. Exit status 1 where a line is bad: its answer is {"error": …}."""
    from newstui.services.summaries import own_summariser

    summariser = own_summariser()
    status = 0
    for line in sys.stdin.buffer if sys.stdin else ():
        if not line.strip():
            continue
        try:
            article = _article(line)
        except (ValueError, RecursionError) as error:
            output.json({"error": str(error)})
            status = 1
        else:
            output.json({"sentences": list(summariser(article, options.sentences).sentences)})
        output.flush()
    return status


def _article(line: bytes) -> Article:
    """Returns the article of a line. Raises ValueError (not JSON, not UTF-8, without a text) or RecursionError."""
    fields = json.loads(line.decode("utf-8-sig"))
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise ValueError('a line is an object with a "text", as in {"text": "…", "title": "…", "lang": "en"}')
    title, lang = (fields.get(name) if isinstance(fields.get(name), str) else None for name in ("title", "lang"))
    body = clean(fields["text"])
    return Article(
        id="", title=one_line(title or ""), source="", published=datetime.fromtimestamp(0, UTC), body=body,
        words=count_words(body), lang=one_line(lang).lower() if lang else None,
    )  # fmt: skip
