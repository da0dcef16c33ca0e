"""Zotero: its table, its CSL JSON, the JSON of Better BibTeX and of its API. The reader's notes come along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Refused
from newstui.formats.exports.fields import (
    annotated,
    article_at,
    export,
    highlights,
    line,
    listed,
    markdown,
    moment,
    paragraphs,
    tags_of,
    text,
    text_article,
)
from newstui.formats.exports.kind import Kind, list_kind, table_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.formats.exports.fields import Parsed, Row

_SERVICE = "https://www.zotero.org/"
_DOI = "https://doi.org/"
_NO_ARTICLES = frozenset(("attachment", "note", "annotation"))
_BETWEEN_NOTES = re.compile(r"(?<=>); (?=<)")


def _table_article(row: Row) -> Parsed:
    return _article(
        row,
        row.get("key"),
        (row.get("url"), row.get("doi")),
        author=", ".join(_turned(each) for each in line(row.get("author")).split(";")) or None,
        source=line(row.get("publication title")) or line(row.get("publisher")) or None,
        published=moment(row.get("date")) or moment(row.get("publication year")),
        saved=moment(row.get("date added")) or moment(row.get("access date")),
        abstract=row.get("abstract note"),
        tags=tags_of(line(row.get("automatic tags")).split(";")),
        tagged=tags_of(line(row.get("manual tags")).split(";")),
        notes=_BETWEEN_NOTES.split(text(row.get("notes"))),
    )


def _csl_article(row: Row) -> Parsed:
    return _article(
        row,
        row.get("id"),
        (row.get("URL"), row.get("DOI")),
        author=", ".join(_person(each, "given", "family") for each in _rows(row.get("author"))) or None,
        source=line(row.get("container-title")) or line(row.get("publisher")) or None,
        published=_csl_date(row.get("issued")),
        saved=_csl_date(row.get("accessed")),
        abstract=row.get("abstract"),
        tagged=tags_of(line(row.get("keyword")).split(",")),
        notes=[row.get("note")],
    )


def _better_article(row: Row) -> Parsed:
    kind = line(row.get("itemType"))
    if kind in _NO_ARTICLES:
        return Refused(line(row.get("title")) or f"an entry without a title ({kind})", f"it is only a {kind}")
    notes = _rows(row.get("notes"))
    tags = _rows(row.get("tags"))
    authors = [each for each in _rows(row.get("creators")) if line(each.get("creatorType")) in ("author", "")]
    return _article(
        row,
        row.get("key") or row.get("itemKey") or row.get("citationKey"),
        (row.get("url"), row.get("DOI")),
        author=", ".join(_person(each, "firstName", "lastName") for each in authors) or None,
        source=line(row.get("publicationTitle")) or line(row.get("websiteTitle")) or line(row.get("publisher")) or None,
        published=moment(row.get("date")),
        saved=moment(row.get("dateAdded")) or moment(row.get("accessDate")),
        abstract=row.get("abstractNote"),
        tags=tags_of(each.get("tag") for each in tags if each.get("type") == 1),
        tagged=tags_of(each.get("tag") for each in tags if each.get("type") != 1),
        notes=[each.get("note") for each in notes] or listed(row.get("notes")),
        passages=[
            each for attachment in _rows(row.get("attachments")) for each in _rows(attachment.get("annotations"))
        ],
    )


def _api_articles(value: list[object]) -> Iterator[Parsed]:
    """Yields the articles of an answer of the API, in which notes, files and passages name the item they belong to."""
    items = [data for row in _rows(value) if isinstance(data := row.get("data"), dict)]
    children: dict[str, list[Row]] = {}
    for item in items:
        children.setdefault(line(item.get("parentItem")), []).append(item)
    known = {line(item.get("key")) for item in items}
    for item in items:
        if line(item.get("parentItem")) not in known:
            inside = children.get(line(item.get("key")), [])
            notes = [each for each in inside if each.get("itemType") == "note"]
            files = [{"annotations": children.get(line(each.get("key")))} for each in inside]
            yield _better_article({**item, "notes": notes, "attachments": files} if inside else item)


def _article(row: Row, key: object, addresses: tuple[object, object], **known: object) -> Parsed:
    """Returns the article at its address, else at that of its DOI; one without either is made of its abstract."""
    abstract, note = text(known.pop("abstract")).strip(), _notes(known.pop("notes"))
    passages = known.pop("passages", None)
    marks = [{"quote": each.get("annotationText"), "note": each.get("annotationComment")} for each in _rows(passages)]
    known.update(annotated(highlights(marks, "note"), note))
    url, doi = map(line, addresses)
    address = url or (doi if doi.startswith("http") else f"{_DOI}{doi}" if doi else "")
    if address:
        return article_at(address, row.get("title"), summary=line(abstract) or None, **known)
    known["source"] = known.get("source") or "Zotero"
    return text_article(_SERVICE, line(key), row.get("title"), body=paragraphs(abstract, note), **known)


def _notes(values: object) -> str:
    notes = values if isinstance(values, list) else []
    return paragraphs(*(markdown(each, None) if "<" in text(each) else text(each).strip() for each in notes))


def _rows(value: object) -> list[Row]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _person(person: Row, given: str, family: str) -> str:
    name = " ".join(filter(None, (line(person.get(given)), line(person.get(family)))))
    return name or line(person.get("literal")) or line(person.get("name"))


def _turned(name: str) -> str:
    family, _, given = name.partition(",")
    return line(f"{given} {family}")


def _csl_date(value: object) -> object:
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [line(each) for each in first[:3]]
    if numbers and all(each.isdecimal() for each in numbers):
        year, month, day = (*numbers, "1", "1")[:3] if len(numbers) == 1 else (*numbers, "1")[:3]
        return moment(f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}")
    return moment(value.get("raw")) or moment(value.get("literal"))


CSV = table_kind("Zotero CSV", _table_article, "key, item type, title, url")
CSL_JSON = list_kind(
    "CSL JSON",
    _csl_article,
    "id, type, title, issued",
    "id, type, title, URL",
    "id, type, title, DOI",
    "id, type, title, author",
)
BETTER_BIBTEX = list_kind(
    "Zotero JSON", _better_article, "itemType, title, creators", "itemType, title, url", "itemType, title, dateAdded"
)
API = Kind(
    "Zotero API JSON",
    "list",
    lambda value: any(isinstance(data := row.get("data"), dict) and "itemType" in data for row in _rows(value[:20])),
    lambda value: export("Zotero API JSON", _api_articles(value)),
)
KINDS = (CSV, CSL_JSON, BETTER_BIBTEX, API)
