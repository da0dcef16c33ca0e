"""newstui's own JSON Lines: the articles of another library, with everything that their reader did with them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newstui.domain.articles.identity import is_id
from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.domain.articles.tags import unique_tags
from newstui.domain.enclosure import Enclosure
from newstui.domain.feed import SavedSearch
from newstui.domain.highlights.highlight import highlight_of
from newstui.domain.text.clean import clean
from newstui.domain.urls import web_url
from newstui.formats.articles.page_status import parse_page_status
from newstui.formats.exports.fields import is_yes, line, listed, moment, share_of, text
from newstui.formats.exports.kind import Kind, list_kind
from newstui.formats.text.plain import shortened

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Parsed, Row

_LONGEST_NUMBER = 10**15


def _article(row: Row) -> Parsed:
    id_, url, body = line(row.get("id")), web_url(line(row.get("url"))), clean(text(row.get("body"))).strip("\n")
    title = line(row.get("title")) or url or ""
    if not title:
        return Refused(shortened(id_, 100) or "an entry without a title", "it has no title and no address")
    own = unique_tags(map(text, listed(row.get("own_tags"))))
    return Incoming(
        title=title,
        id=id_ if is_id(id_) else None,
        url=url,
        body=body,
        source=line(row.get("source")) or None,
        author=line(row.get("author")) or None,
        published=moment(row.get("stated")) or moment(row.get("published")),
        first_seen=moment(row.get("first_seen")) or moment(row.get("added")),
        tags=tuple(tag for tag in unique_tags(map(text, listed(row.get("tags")))) if tag not in own),
        tagged=own,
        summary=line(row.get("summary")) or None,
        lang=line(row.get("lang")) or None,
        image=web_url(line(row.get("image"))),
        page_status=parse_page_status(line(row.get("text"))),
        enclosures=tuple(_enclosures(row.get("enclosures"))),
        note=clean(text(row.get("note"))).strip(),
        highlights=highlight_values(row.get("highlights")),
        **_names(row),
        **_marks(row),
    )


def highlight_values(value: object) -> tuple[tuple[str, str], ...]:
    """Returns (id, the journal's value) of each highlight in a list of objects."""
    rows = [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    named = ((line(row.get("id")), row) for row in rows)
    known = (highlight_of(id_, json.dumps(row)) for id_, row in named if is_id(id_))
    return tuple((each.id, each.value) for each in known if each)


def _names(row: Row) -> dict[str, Any]:
    return {
        "feed": web_url(line(row.get("feed"))),
        "guid": line(row.get("guid")) or None,
        "also_feeds": tuple(filter(None, (web_url(text(each)) for each in listed(row.get("also_feeds"))))),
        "book": line(row.get("book")) or None,
        "chapter": _number(row.get("chapter")),
        "place": _number(row.get("place")),
        "saved": moment(row.get("saved")),
        "updated": moment(row.get("updated")),
    }


def _marks(row: Row) -> dict[str, Any]:
    flags = {name: True for name in ("read", "bookmarked", "discarded") if is_yes(row.get(name))}
    return {**flags, "position": share_of(row.get("position"), 1)}


def _enclosures(value: object) -> list[Enclosure]:
    rows = [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    addressed = ((web_url(text(each.get("url"))), each) for each in rows)
    return [
        Enclosure(url, line(each.get("type")), _number(each.get("length")), _number(each.get("duration")))
        for url, each in addressed
        if url
    ]


def _number(value: object) -> int | None:
    is_number = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LONGEST_NUMBER
    return value if is_number else None  # type: ignore[return-value]


def _is_searches(value: list[object]) -> bool:
    return any(isinstance(each, dict) and {"search", "query"} <= each.keys() for each in value)


def _read_searches(value: list[object]) -> Export:
    searches: list[SavedSearch] = []
    refusals: list[Refused] = []
    for number, row in enumerate(value, 1):
        name, query = (line(row.get(key)) for key in ("search", "query")) if isinstance(row, dict) else ("", "")
        if name and query:
            searches.append(SavedSearch(name, query))
        else:
            refusals.append(Refused(name or f"entry {number}", "it is not a search with a name"))
    return Export(SEARCHES.name, searches=tuple(searches), refused=tuple(refusals))


SEARCHES = Kind("newstui searches", "list", _is_searches, _read_searches)
KIND = list_kind("newstui JSON", _article, "id, source, published, added, words, minutes, read, bookmarked, position")
"""Lines that `newstui export` writes. Those of `newstui list --json` serve too; they have no texts."""
