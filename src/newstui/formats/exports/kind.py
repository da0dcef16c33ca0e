"""Kinds of exports: each recognises its files by evidence of its own, whatever the other kinds are.

A file shows itself in one or more shapes (`source.py`). A kind looks at one shape and accepts or not; only a kind that
accepts reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from newstui.domain.articles.incoming import Refused
from newstui.formats.exports.csv_table import rows_of
from newstui.formats.exports.fields import export, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.csv_table import Table
    from newstui.formats.exports.fields import Parsed, Row

Shape = Literal["archive", "plist", "object", "list", "markup", "xml", "table", "text"]
"""A ZipArchive; a property list as Python objects; an object or a list of JSON; text with tags; the root of XML; a
Table; plain text.
"""
_LOOKED_AT = 20
"""The rows of a list that show what it is."""


class Kind(NamedTuple):
    """One kind of export."""

    name: str
    """A name that a person knows: `Pinboard JSON`."""
    shape: Shape
    accepts: Callable[[Any], bool]
    """Returns True for a file of this kind, given in the kind's shape."""
    read: Callable[[Any], Export]


def table_kind(name: str, article: Callable[[Row], Parsed], *columns: str) -> Kind:
    """Returns a kind that is a table with an article in each row; each string lists the columns of one variant."""
    known = _variants(columns)

    def accepts(table: Table) -> bool:
        return any(variant.issubset(table.columns) for variant in known)

    def read(table: Table) -> Export:
        return export(name, _articles(rows_of(table), article))

    return Kind(name, "table", accepts, read)


def list_kind(name: str, article: Callable[[Row], Parsed], *fields: str, without: str | None = None) -> Kind:
    """Returns a kind that is a list in JSON with an article in each object; `fields` as the columns of a table.

    without: a field of another kind, whose objects have all of these too.
    """
    known = _variants(fields)

    def accepts(value: list[object]) -> bool:
        shown = [row for row in value[:_LOOKED_AT] if isinstance(row, dict)]
        return any(variant.issubset(row) and without not in row for row in shown for variant in known)

    def read(value: list[object]) -> Export:
        return export(name, _articles(rows(value), article))

    return Kind(name, "list", accepts, read)


def _variants(columns: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(each.split(", ")) for each in columns)


def _articles(parsed: Iterable[Row | Refused], article: Callable[[Row], Parsed]) -> Iterable[Parsed]:
    return (row if isinstance(row, Refused) else article(row) for row in parsed)
