"""ArchiveBox: its snapshots in JSON or JSON Lines. `is_archived` says that it saved a page, not that somebody read it.

Its lines hold records of other kinds too: how it saved each page, and with which programs.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Refused
from newstui.formats.exports.fields import article_at, export, line, moment, rows, tags_in
from newstui.formats.exports.kind import Kind, list_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row

_NAME = "ArchiveBox JSON"
_OTHER_RECORDS = frozenset(
    ("ArchiveResult", "Binary", "BinaryRequest", "Crawl", "Machine", "NetworkInterface", "Process", "Tag")
)
_DONE = "succeeded"


def _article(row: Row) -> Parsed:
    return article_at(
        row.get("url"),
        line(row.get("title")) or _found_title(row),
        saved=moment(row.get("bookmarked_at")) or moment(row.get("timestamp")) or moment(row.get("bookmarked_date")),
        tagged=tags_in(row.get("tags")),
    )


def _found_title(row: Row) -> str:
    """Returns the title that it found in a page, which it keeps apart from the one that the page was saved with."""
    history = row.get("history")
    tries = history.get("title") if isinstance(history, dict) else None
    results = [*rows(tries), *(each for each in rows(row.get("archive_results")) if _is_title(each))]
    return next((_output(each) for each in reversed(results) if isinstance(each, dict) and _output(each)), "")


def _is_title(result: Row | Refused) -> bool:
    return isinstance(result, dict) and "title" in (result.get("plugin"), result.get("extractor"))


def _output(result: Row) -> str:
    return line(result.get("output") or result.get("output_str")) if result.get("status") == _DONE else ""


def _read(value: list[object]) -> Export:
    parsed = list(rows(value))
    others = Counter(kind for row in parsed if (kind := _other_kind(row)))
    found = {
        line(row.get("snapshot_id")): _output(row)
        for row in parsed
        if isinstance(row, dict) and _is_title(row) and _output(row)
    }
    names = ", ".join(f"{number:,} {kind}" for kind, number in others.most_common())
    notes = (f"Records that are no pages are left out: {names}.",) if others else ()
    return export(_NAME, _articles(parsed, found), notes=notes)


def _articles(parsed: list[Row | Refused], found: dict[str, str]) -> Iterator[Parsed]:
    for row in parsed:
        if isinstance(row, Refused):
            yield row
        elif not _other_kind(row):
            yield _article({**row, "title": row.get("title") or found.get(line(row.get("id")))})


def _other_kind(row: Row | Refused) -> str:
    kind = line(row.get("type")) if isinstance(row, dict) else ""
    return kind if kind in _OTHER_RECORDS else ""


_LIST = list_kind(
    _NAME,
    _article,
    "url, timestamp, bookmarked_date",
    "url, timestamp, bookmarked_at",
    "url, timestamp, archive_path",
    "url, timestamp, is_static",
    "url, timestamp, sources",
)
KIND = Kind(_NAME, "list", _LIST.accepts, _read)
