"""newstui's own records: the articles of another library, with everything that their reader did with them.

They stand on lines of JSON, in comments of a page, or in files of a book.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newstui.domain.articles.identity import is_id
from newstui.domain.articles.incoming import Export, Incoming, Refused, SavedPicture
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.articles.tags import unique_tags
from newstui.domain.enclosure import Enclosure
from newstui.domain.feed import SavedSearch
from newstui.domain.highlights.highlight import highlight_of
from newstui.domain.rules import rule_of
from newstui.domain.text.clean import clean
from newstui.domain.urls import web_url
from newstui.formats.articles.images import PICTURE_FOLDER, picture_name, with_file_pictures
from newstui.formats.articles.page_status import parse_page_status
from newstui.formats.exports.fields import export, is_yes, line, listed, moment, rows, share_of, text
from newstui.formats.exports.kind import Kind, list_kind
from newstui.formats.text.plain import shortened
from newstui.formats.zip_archive import ZipMemberError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newstui.formats.exports.fields import Parsed, Row
    from newstui.formats.zip_archive import ZipArchive

COMMENT = "<!-- newstui "
"""The start of a comment in a page that holds a record, on a line of its own."""
RECORDS = "META-INF/newstui/"
"""The folder of the records in a book. Other programs pass over what they do not know there."""
_LONGEST_NUMBER = 10**15
_LARGEST_PICTURE = 8 << 20
_START = 4096
_GENERATOR = '<meta name="generator" content="newstui"'
_RECORD = re.compile(f"^{COMMENT}({{.*) -->$", re.MULTILINE)
_DATA = re.compile(r"data:image/[a-z]+;base64,")
_DATA_PICTURE = re.compile(rf'src="{_DATA.pattern}([A-Za-z0-9+/=]+)"')


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
        page_status=parse_page_status(line(row.get("text"))) if "body" in row else PageStatus("wanted"),
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


def _is_rules(value: list[object]) -> bool:
    return any(isinstance(each, dict) and {"rule", "query", "act"} <= each.keys() for each in value)


def _read_rules(value: list[object]) -> Export:
    rules: list[tuple[str, str]] = []
    refusals: list[Refused] = []
    for number, row in enumerate(value, 1):
        name = line(row.get("rule")) if isinstance(row, dict) else ""
        if name and (rule := rule_of(name, json.dumps(row))):
            rules.append((name, rule.value))
        else:
            refusals.append(Refused(name or f"entry {number}", "it is not a rule that newstui knows"))
    return Export(RULES.name, rules=tuple(rules), refused=tuple(refusals))


RULES = Kind("newstui rules", "list", _is_rules, _read_rules)
SEARCHES = Kind("newstui searches", "list", _is_searches, _read_searches)


def _records(name: str, records: Iterable[Row | Refused], picture: Callable[[str], bytes]) -> Export:
    """Returns the articles of records with their pictures. picture: a place in a record → bytes, empty for none."""
    articles: list[Parsed] = []
    files: dict[str, SavedPicture] = {}
    for row in records:
        if isinstance(row, Refused) or isinstance(article := _article(row), Refused):
            articles.append(row if isinstance(row, Refused) else article)
            continue
        paths: dict[str, str] = {}
        places = row.get("pictures")
        for in_text, place in places.items() if isinstance(places, dict) else ():
            raw = picture(text(place))
            if len(raw) <= _LARGEST_PICTURE and (file := picture_name(raw)):
                path = f"{PICTURE_FOLDER}/{file}"
                files[path] = SavedPicture(path, raw)
                paths[in_text] = f"../{path}"  # each article is in a folder of the library
        articles.append(replace(article, body=with_file_pictures(article.body, paths)))
    return replace(export(name, articles), pictures=tuple(files.values()))


def _of_data_address(address: str) -> bytes:
    data = _DATA.match(address)
    return _decoded(address[data.end() :]) if data else b""


def _decoded(digits: str) -> bytes:
    try:
        return b64decode(digits, validate=True)
    except ValueError:
        return b""


def _is_page(markup: str) -> bool:
    return _GENERATOR in markup[:_START] and COMMENT + "{" in markup


def _read_page(markup: str) -> Export:
    found = (_decoded(match[1]) for match in _DATA_PICTURE.finditer(markup))
    pictures = {name: raw for raw in found if (name := picture_name(raw))}
    records = (_row(match[1], number) for number, match in enumerate(_RECORD.finditer(markup), 1))
    return _records(PAGE.name, records, lambda place: pictures.get(place, b""))


def _read_book(book: ZipArchive) -> Export:
    def member(name: str) -> bytes:
        try:
            return book.read(name)
        except ZipMemberError:
            return b""

    names = sorted(name for name in book.names if name.startswith(RECORDS))
    rows_of_book = (_row(member(name).decode("utf-8", "replace"), number) for number, name in enumerate(names, 1))
    return _records(BOOK.name, rows_of_book, member)


def _row(written: str, number: int) -> Row | Refused:
    try:
        row = json.loads(written)
    except (ValueError, RecursionError):
        row = None
    return row if isinstance(row, dict) else Refused(f"article {number}", "what newstui wrote of it is damaged")


_LINES = list_kind("newstui JSON", _article, "id, source, published, added, words, minutes, read, bookmarked, position")
KIND = _LINES._replace(read=lambda value: _records(_LINES.name, rows(value), _of_data_address))
"""Lines that `newstui export` writes. Those of `newstui list --json` serve too; they have no texts."""
PAGE = Kind("newstui page", "markup", _is_page, _read_page)
BOOK = Kind("newstui book", "archive", lambda book: any(name.startswith(RECORDS) for name in book.names), _read_book)
"""Pages and books that `newstui export` writes."""
