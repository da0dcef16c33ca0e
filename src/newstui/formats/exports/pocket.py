"""Pocket: the table that it sent last, the page that it gave before, and the highlights that came beside the table."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.formats.exports.csv_table import Table, rows_of
from newstui.formats.exports.fields import export, line, moment, names, page, paragraphs, quotation, rows, text
from newstui.formats.html.tokens import attributes, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.formats.exports.fields import Row, Taken

CSV, HTML, HIGHLIGHTS = "Pocket CSV", "Pocket HTML", "Pocket highlights"
_READ = frozenset(("archive", "archived", "read", "1"))
_TAG_BREAK = re.compile(r"[|,]")


def is_csv(table: Table) -> bool:
    return {"url", "time_added"} <= set(table.columns)


def is_html(start: str) -> bool:
    """start: the beginning of the page in lower case."""
    return "<title>pocket export" in start or ("time_added=" in start and "<h1>" in start)


def is_highlights(first: object) -> bool:
    return isinstance(first, dict) and {"url", "highlights"} <= first.keys()


def of_csv(table: Table) -> Export:
    return export(CSV, (row if isinstance(row, Refused) else _article(row) for row in rows_of(table)))


def _article(row: Row) -> Taken:
    status = line(row.get("status")).lower()
    return page(
        row["url"],
        row.get("title"),
        saved=moment(row.get("time_added")),
        read=status in _READ if status else None,
        bookmarked=True if row.get("favorite") == "1" else None,
        tagged=names(_TAG_BREAK.split(text(row.get("tags")))),
    )


def of_html(written: str) -> Export:
    return export(HTML, _links(written))


def _links(written: str) -> Iterator[Taken]:
    """Each link below a heading `Unread` or `Read Archive`."""
    is_read: bool | None = None
    said: dict[str, str] | None = None
    words: list[str] = []
    for token in tokens(written):
        if token.kind == "text":
            words.append(token.text)
        elif token.kind == "start" and token.name in ("h1", "a"):
            words = []
            said = attributes(token.text) if token.name == "a" else None
        elif token.name == "h1":
            is_read = "archive" in "".join(words).lower()
        elif token.name == "a" and said is not None:
            yield page(
                said.get("href"),
                "".join(words),
                saved=moment(said.get("time_added")),
                read=is_read,
                tagged=names(_TAG_BREAK.split(said.get("tags", ""))),
            )
            said = None


def of_highlights(value: object) -> Export:
    return export(HIGHLIGHTS, (row if isinstance(row, Refused) else _highlighted(row) for row in rows(value)))


def _highlighted(row: Row) -> Taken:
    highlights = row.get("highlights")
    said = [each for each in highlights if isinstance(each, dict)] if isinstance(highlights, list) else []
    notes = (paragraphs(quotation(each.get("quote")), text(each.get("note"))) for each in said)
    return page(row.get("url"), row.get("title"), note=paragraphs(*notes))


def with_highlights(articles: tuple[Incoming, ...], highlights: tuple[Incoming, ...]) -> tuple[Incoming, ...]:
    """The articles with the notes of those that have the same address; what is left of those comes behind."""
    notes = {each.url: each for each in highlights}
    joined = []
    for article in articles:
        found = notes.pop(article.url, None)
        joined.append(replace(article, note=paragraphs(article.note, found.note)) if found else article)
    return (*joined, *notes.values())
