"""A journal file: a TinyDB file whose table `changes` holds one document for each change.

`change_of` reads what `document_of` writes; anything else is cleaned or refused.
"""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple, get_args
from zlib import crc32

from newstui.domain.marks.change import Act, Change, Stamp
from newstui.domain.marks.fields import FIELDS, HIGHLIGHT, TAG
from newstui.domain.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newstui.domain.marks.fields import Value

TABLE = "changes"
EARLIEST, LATEST = -62_135_596_800_000_000, 253_402_300_799_999_999
"""The years 1 to 9999, in µs since 1970: what a datetime can show."""

Document = dict[str, Any]

_GREATEST = 2**53  # of the whole numbers: beyond it, programs in other languages round
_ACTS: dict[str, Act] = {act: act for act in get_args(Act)}
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_DOCUMENT_START = re.compile(r'\{\s*"at"\s*:')  # `at` is always written first


class Contents(NamedTuple):
    """The readable part of a file."""

    changes: list[Change]
    damage: str | None = None
    """The damage of the file in words; None when it is whole. `changes` are then those that are still whole."""


def document_of(change: Change) -> Document:
    """Returns a change as a document of TinyDB."""
    document: Document = {
        "at": change.stamp.at,
        "session": change.stamp.session,
        "sequence": change.stamp.sequence,
        "field": change.field,
        "articles": list(change.articles),
        "was": _packed(change.was),
        "to": _packed(change.to),
    }
    if change.title:
        document["title"] = change.title
    if change.act != "do":
        document["act"] = change.act
    if change.of is not None:
        document["of"] = list(change.of)
    document["check"] = _check(document)
    return document


def change_of(document: object) -> Change:
    """Returns the change of a document. Raises ValueError when newstui did not write it, or it was altered since."""
    if not isinstance(document, dict):
        raise ValueError("a change is a document")
    if "check" in document and document["check"] != _check(document):
        raise ValueError("the change was altered after it was written")
    field = _field(document.get("field"))
    articles = _articles(document.get("articles"))
    of = document.get("of")
    return Change(
        stamp=_stamp(document.get("at"), document.get("session"), document.get("sequence")),
        field=field,
        articles=articles,
        was=_values(document.get("was"), field, len(articles)),
        to=_values(document.get("to"), field, len(articles)),
        title=_line(document.get("title", "")),
        act=_act(document.get("act", "do")),
        of=None if of is None else _stamp_of_list(of),
    )


def contents_of(data: bytes) -> Contents:
    """Returns the changes of a file, in its order. Never fails: of a damaged file it returns what is whole."""
    if not data:
        return Contents([], "it is empty")
    broken = False
    documents: Iterable[object]
    try:
        documents = _documents(data)
    except (ValueError, RecursionError):
        broken, documents = True, _whole_documents(data.decode("utf-8", "replace"))
    changes, refused = [], 0
    for document in documents:
        try:
            changes.append(change_of(document))
        except (ValueError, RecursionError):
            refused += 1
    if broken:
        return Contents(changes, "it was cut short or overwritten")
    return Contents(changes, f"{refused} of its changes are not as they were written" if refused else None)


def _documents(data: bytes) -> Iterable[object]:
    tables = json.loads(data.decode("utf-8"), object_pairs_hook=_unique_names)
    table = tables.get(TABLE) if isinstance(tables, dict) else None
    if not isinstance(table, dict):
        raise ValueError("no table of changes")
    return table.values()


def _unique_names(pairs: list[tuple[str, object]]) -> Document:
    """Raises ValueError for a name that stands twice: a flipped bit can give two documents the same number."""
    document = dict(pairs)
    if len(document) < len(pairs):
        raise ValueError("a name stands twice")
    return document


def _whole_documents(text: str) -> Iterator[object]:
    decoder = json.JSONDecoder()
    start = _DOCUMENT_START.search(text)
    while start:
        try:
            document, end = decoder.raw_decode(text, start.start())
            yield document
        except ValueError:
            end = start.end()
        except RecursionError:
            return
        start = _DOCUMENT_START.search(text, end)


def _check(document: Document) -> str:
    """Returns a checksum that shows damage on the disk; it does not protect against a person."""
    content = {name: value for name, value in document.items() if name != "check"}
    return f"{crc32(_canonical(content).encode()):08x}"


def _packed(values: tuple[Value, ...]) -> Value | list[Value]:
    return values[0] if len(values) == 1 else list(values)


def _values(packed: object, field: str, articles: int) -> tuple[Value, ...]:
    values = packed if isinstance(packed, list) else [packed]
    if len(values) not in (1, articles):
        raise ValueError("a change has one value, or one for each article")
    return tuple(_value(value, field) for value in values)


def _value(value: object, field: str) -> Value:
    if value is None:
        return None
    known = FIELDS.get(field)
    if field.startswith(TAG) or (known and known.kind == "flag"):
        if isinstance(value, bool):
            return value
        raise ValueError(f"{field} must be true or false")
    if known and known.kind == "share":
        return min(max(_number(value), 0.0), 1.0)
    if field.startswith(HIGHLIGHT) or (known and known.kind == "text"):
        return clean(_text(value))
    # The field of a newer newstui is carried along: compaction must not drop it.
    if isinstance(value, bool):
        return value
    return clean(value) if isinstance(value, str) else _number(value)


def _number(value: object) -> float:
    if isinstance(value, float) and isfinite(value):
        return value
    return float(_whole(value, -_GREATEST, _GREATEST))


def _whole(value: object, least: int, greatest: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= greatest:
        raise ValueError("not a number that a change can have")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _line(value: object) -> str:
    text = _text(value)
    if text.isascii() and text.isprintable():  # most are: ten times as fast
        return " ".join(text.split())
    return one_line(text)


def _name(value: object) -> str:
    name = _line(value)
    if not name:
        raise ValueError("a name is empty")
    return name


def _field(value: object) -> str:
    field = _name(value)
    for family in (TAG, HIGHLIGHT):
        if field.startswith(family):
            return family + _name(field[len(family) :])
    return field


def _articles(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("a change is about articles")
    return tuple(_name(article) for article in value)


def _stamp(at: object, session: object, sequence: object) -> Stamp:
    return Stamp(_whole(at, EARLIEST, LATEST), _name(session), _whole(sequence, 0, _GREATEST))


def _stamp_of_list(value: object) -> Stamp:
    if not isinstance(value, list) or len(value) != 3:
        raise ValueError("a stamp has three parts")
    return _stamp(*value)


def _act(value: object) -> Act:
    # The act of a newer newstui counts, but nobody here would know how to take it back.
    return _ACTS.get(_text(value), "carry")
