"""CSV tables, as services export them. A row with the wrong number of columns is refused, with its line."""

from __future__ import annotations

import csv
import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.articles.incoming import Refused
from newstui.domain.text.clean import one_line
from newstui.formats.text.plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.formats.exports.fields import Row

_DECLARED_DELIMITER = re.compile(r"\"?sep=([,;\t|])\"?\n")
"""The line that spreadsheets write before a header."""
_ADDRESS = re.compile(r"https?://\S+")
_LOOKED_AT = 5
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
    text = text.lstrip("\n")
    declared = _DECLARED_DELIMITER.match(text)
    text = text[declared.end() :] if declared else text
    header = text.partition("\n")[0][:_LONGEST_HEADER]
    delimiter = declared[1] if declared else max(",;\t", key=header.count)
    return Table(tuple(one_line(cell).lower() for cell in _cells(header, delimiter)), text, delimiter)


def headless(table: Table) -> Table | None:
    """Returns a table without a header with the names `url` and `title` for its columns; None for one with a header.

    It has no header where its first rows all have an address, alone in the same cell.
    """
    lines = [line for line in table.text.split("\n", _LOOKED_AT)[:_LOOKED_AT] if line.strip()]
    shown = [_cells(line[:_LONGEST_HEADER], table.delimiter) for line in lines]
    width = len(shown[0]) if shown else 0
    if width < 2 or any(len(cells) != width for cells in shown):
        return None
    at = next(
        (number for number in range(width) if all(_ADDRESS.fullmatch(cells[number].strip()) for cells in shown)), None
    )
    if at is None:
        return None
    names = [f"column {number + 1}" for number in range(width)]
    names[at], names[at == 0] = "url", "title"
    return Table(tuple(names), f"{table.delimiter.join(names)}\n{table.text}", table.delimiter)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


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
