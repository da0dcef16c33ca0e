"""`newstui debug extract`, for evaluation: the article of a saved page as JSON {md, title, author, date}."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from newstui.domain.errors import NewstuiError

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="a page: .html, or .mhtml as browsers save it")
    command.add_argument("--url", metavar="U", help="where the page was")
    command.add_argument("--json", action="store_true", help="as JSON, which is always the case")


def run(options: argparse.Namespace, output: Output) -> int:
    try:
        raw = Path(options.file).read_bytes()
    except OSError as error:
        raise NewstuiError(f"{options.file} cannot be read: {error.strerror}", hint="check its name") from error
    output.json(article_fields(raw, options.url or None))
    return 0


def article_fields(raw: bytes, url: str | None = None) -> dict[str, Any]:
    """Returns `md`, `title`, `author`, `date` (ISO 8601) of the article; None where the page does not say."""
    from newstui.formats.saved.read import opened_page
    from newstui.formats.web_page.extract import extract

    page, address, content_type = opened_page(raw)
    article = extract(page, url or address, content_type)
    date = article.published.isoformat() if article.published else None
    return {"md": article.body, "title": article.title, "author": article.author, "date": date}
