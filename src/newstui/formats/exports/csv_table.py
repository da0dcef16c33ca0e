"""CSV tables, as services export them. A row with the wrong number of columns is refused, with its line."""

from __future__ import annotations

import csv
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.articles.incoming import Refused
from newstui.domain.text.clean import one_line
from newstui.formats.text.plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.formats.exports.fields import Row

_LONGEST_HEADER = 2000
_LONGEST_FIELD = 2**31 - 1
"""Python's own limit is 128 KB, and a note may be longer."""


class Table(NamedTuple):
    columns: tuple[str, ...]
    """Names in lower case."""
    text: str
    """The whole table, with the header."""
    delimiter: str


def table_of(text: str) -> Table:
    """Returns the text as a table, with at least the names of its columns."""
    header = text.lstrip("\n").partition("\n")[0][:_LONGEST_HEADER]
    delimiter = max(",;\t", key=header.count)
    try:
        cells = next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error:
        cells = []
    return Table(tuple(one_line(cell).lower() for cell in cells), text.lstrip("\n"), delimiter)


def rows_of(table: Table) -> Iterator[Row | Refused]:
    """Yields the rows below the header, by the names of the columns."""
    limit = csv.field_size_limit(_LONGEST_FIELD)
    try:
        lines = csv.reader(table.text.splitlines(keepends=True), delimiter=table.delimiter)
        next(lines, None)
        before = lines.line_num
        for cells in lines:
            if any(cells):
                yield _row(table.columns, cells, before + 1)
            before = lines.line_num
    finally:
        csv.field_size_limit(limit)


def _row(columns: tuple[str, ...], cells: list[str], number: int) -> Row | Refused:
    if len(cells) < len(columns) and "\n" in cells[-1].rstrip("\n"):
        count = cells[-1].count("\n")
        return Refused(f"line {number}", f"a quotation mark is not closed: this line and the {count} below it are lost")
    if any(cells[len(columns) :]):
        what = shortened(one_line(" ".join(cells)), 60)
        return Refused(f"line {number}: {what}", f"it has {len(cells)} columns where the table has {len(columns)}")
    return dict(zip_longest(columns, cells[: len(columns)], fillvalue=""))
