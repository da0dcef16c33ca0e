"""Tables and JSON lists of no known service, by the names of their columns: `url`, `title`, `tags` in any order.

They are read only where no kind with evidence of its own accepts the file.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Refused
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed
from newstui.formats.exports.csv_table import headless, rows_of
from newstui.formats.exports.fields import (
    NOT_WEB,
    article_at,
    export,
    is_yes,
    line,
    markdown,
    moment,
    paragraphs,
    read_unless,
    rows,
    tags_in,
    tags_of,
    text,
    text_article,
)
from newstui.formats.exports.loose_address import is_like_a_feed, loose_url
from newstui.formats.text.plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newstui.domain.articles.incoming import Export, TakenAs
    from newstui.formats.exports.csv_table import Table
    from newstui.formats.exports.fields import Parsed, Row

TABLE, LIST = "a table", "a list in JSON"
_ROLES = {
    role: tuple(names.split(", "))
    for role, names in {
        "url": "url, link, href, uri, address, web address, page url, page link, permalink, article url, article "
        "link, lien, adresse, enlace, webadresse",
        "feed": "feed url, feed, xml url, xmlurl, rss, rss url, feed link, feedurl",
        "title": "custom title, mark title, title, name, headline, page title, article title, titel, titre, "
        "título, titolo",
        "tags": "tags, tag, labels, label, label name, keywords, tag names, categories, category, topics, "
        "schlagwörter, "
        "étiquettes, etiquetas",
        "folder": "folder, folders, collection, collections, list, group, ordner, dossier",
        "note": "note, notes, comment, comments, description, custom description, annotation, selection, "
        "highlight, highlights, excerpt",
        "summary": "summary, preview, preview text, subtitle",
        "saved": "saved at, saved, date saved, saved date, added, date added, added at, added on, time added, "
        "bookmarked at, created, created at, created on, created date, date created, add date, timestamp, time, date, "
        "datum",
        "published": "published, published at, publication date, date published, pub date, pubdate",
        "author": "author, authors, by, creator, byline, autor, auteur",
        "source": "source, publisher, site, site name, publication, website",
        "body": "content, html, body, text, article text, full text",
        "read": "read, is read, archived, is archived, gelesen, lu, leído, letto",
        "finished": "read at, read on, date read, archived at, archived on, finished at, completed at",
        "status": "status, state",
        "unread": "unread, is unread, to read, toread",
        "bookmarked": "starred, favorite, favourite, favorited, favourited, is starred, is favorite, bookmarked, "
        "important, pinned, liked",
    }.items()
}
"""Role → the names that a column with it may have, the most usual first."""
_TELLING = ("title", "tags", "note", "summary", "saved", "published", "author", "finished")
"""Roles of what a bookmark says of its address."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,30}:|www\.", re.IGNORECASE)
_PASSWORDS = frozenset(("password", "passwort", "otpauth", "login password"))
_READ = frozenset(("read", "archive", "archived", "done", "finished", "gelesen"))
_MARKUP = re.compile(r"</?[a-z][a-z0-9]*[\s/>]", re.IGNORECASE)
_WORD = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def accepts_table(table: Table) -> bool:
    roles = _roles(table.columns)
    return "url" in roles or "feed" in roles or headless(table) is not None


def accepts_list(value: list[object]) -> bool:
    roles = _roles(_fields(value))
    return "url" in roles or "feed" in roles


def address_in(row: Row) -> str:
    """Returns the address in an object of JSON; empty where none of its fields is one."""
    written = (line(row.get(column)) for column in _roles(tuple(row)).get("url", ()))
    return next((each for each in written if _SCHEME.match(each)), "")


def says_more(row: Row) -> bool:
    """Returns True for an object that says more of its address than that it is one."""
    return not _roles(tuple(row)).keys().isdisjoint(_TELLING)


def read_table(table: Table, called: str, taken_as: TakenAs) -> Export:
    """Reads a table. Raises NewstuiError for one with passwords."""
    table = headless(table) or table
    return _read(rows_of(table), table.columns, TABLE, called, taken_as)


def read_list(value: list[object], called: str, taken_as: TakenAs) -> Export:
    """Reads a list of objects. Raises NewstuiError for one with passwords."""
    return _read(rows(value), _fields(value), LIST, called, taken_as)


def _fields(value: list[object]) -> tuple[str, ...]:
    """Returns the names of all fields: a service may write `readAt` only for what was read."""
    return tuple(dict.fromkeys(name for row in value if isinstance(row, dict) for name in row))


@lru_cache(maxsize=64)
def _roles(columns: tuple[str, ...]) -> dict[str, list[str]]:
    """Returns the columns of each role, the one with the most usual name first."""
    by_name: dict[str, str] = {}
    for column in columns:
        by_name.setdefault(_plain(column), column)
    roles = {role: [by_name[name] for name in _ROLES[role] if name in by_name] for role in _ROLES}
    return {role: found for role, found in roles.items() if found}


def _plain(name: str) -> str:
    return _WORD.sub(" ", _CAMEL.sub(" ", name).lower()).strip()


def _read(
    parsed: Iterable[Row | Refused], columns: tuple[str, ...], shape: str, called: str, taken_as: TakenAs
) -> Export:
    if any(_plain(column) in _PASSWORDS for column in columns):
        raise NewstuiError(f"{called} has passwords in it", hint="newstui does not read such a table: delete it")
    roles = _roles(columns)
    is_given = bool(taken_as)
    parsed = list(parsed)
    taken_as = taken_as or _likely(parsed, roles)
    name = f"{shape} of {taken_as}"
    address = roles.get("url" if taken_as == "pages" else "feed") or roles.get("url") or roles["feed"]
    used = {column for role, found in roles.items() for column in found if role != "feed" or taken_as == "feeds"}
    left = [column for column in columns if column not in used and column]
    notes = [taken_note(f"{name} with the address in “{line(address[0])}”", taken_as, is_given=is_given)]
    if left:
        notes.append(f"Columns that newstui does not know: {shortened(', '.join(map(line, left)), 200)}.")
    more = {"doubt": shape, "taken_as": taken_as, "notes": tuple(notes)}
    if taken_as == "pages":
        return export(name, (row if isinstance(row, Refused) else _article(row, roles) for row in parsed), **more)
    feeds = [row if isinstance(row, Refused) else _feed(row, address[0], roles) for row in parsed]
    refusals = (each for each in feeds if isinstance(each, Refused))
    return export(name, refusals, feeds=tuple(each for each in feeds if isinstance(each, Feed)), **more)


def _likely(parsed: Sequence[Row | Refused], roles: dict[str, list[str]]) -> TakenAs:
    """Returns the meaning of the addresses by what most of them look like."""
    if "url" not in roles:
        return "feeds"
    addresses = [line(row.get(roles["url"][0])) for row in parsed if isinstance(row, dict)]
    return "feeds" if sum(map(is_like_a_feed, addresses)) * 2 > len(addresses) else "pages"


def taken_note(what: str, taken_as: TakenAs, *, is_given: bool) -> str:
    """Returns the sentence that says what a file was taken for; `is_given`: the reader said it."""
    other = "feeds" if taken_as == "pages" else "pages"
    return f"Taken as {what}." if is_given else f"Taken as {what}. If its addresses are {other}: --as {other}"


def _article(row: Row, roles: dict[str, list[str]]) -> Parsed:
    def first(role: str) -> object:
        return next((row[column] for column in roles.get(role, ()) if row.get(column) not in (None, "")), None)

    status, body = line(first("status")).lower(), text(first("body")).strip()
    written = line(first("url"))
    url = loose_url(written)
    known = {
        "author": line(first("author")) or None,
        "source": line(first("source")) or None,
        "published": moment(first("published")),
        "saved": moment(first("saved")),
        "body": markdown(body, url) if _MARKUP.search(body) else body,
        "summary": line(first("summary")) or None,
        "read": _is_read(first("read"), first("finished"), status, first("unread")),
        "bookmarked": True if is_yes(first("bookmarked")) else None,
        "tagged": tags_of(_tags(row, roles)),
        "note": paragraphs(*(text(row.get(column)).strip() for column in roles.get("note", ()))),
    }
    if body and not written:
        return text_article(None, "", first("title"), **known)
    return article_at(url or written, first("title"), **known)


def _is_read(read: object, finished: object, status: str, unread: object) -> bool | None:
    is_read = is_yes(read) or status in _READ or moment(finished) is not None
    return True if is_read else read_unless(unread)


def _feed(row: Row, column: str, roles: dict[str, list[str]]) -> Feed | Refused:
    written = line(row.get(column))
    title = next((line(row.get(each)) for each in roles.get("title", ())), "")
    address = loose_url(written)
    if not address:
        return Refused(shortened(title or written, 100) or "an entry without a title", NOT_WEB)
    return Feed(address, title=title, tags=tags_of(_tags(row, roles)))


def _tags(row: Row, roles: dict[str, list[str]]) -> Iterator[str]:
    for column in (*roles.get("tags", ()), *roles.get("folder", ())):
        yield from tags_in(row.get(column))
