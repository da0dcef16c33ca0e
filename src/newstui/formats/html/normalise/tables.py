"""Tables as rows of cells of words. A table that is the layout of its page is unfolded into blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.html.elements import BLOCK_SELECTOR, new_element, new_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from turbohtml import Element, Node

_MOST_COLUMNS = 24
_LONGEST_CELL = 600
"""Characters. A longer cell with paragraphs in it is part of a page's layout."""


def prepare_tables(tree: Element) -> None:
    """Makes tables of rows of cells of words, and unfolds those that are the layout of a page."""
    for table in reversed(tree.select("table")):
        rows = [row for row in table.select("tr") if row.closest("table") == table]
        cells = [[cell for cell in row.select("td, th") if cell.closest("tr") == row] for row in rows]
        widest = max(map(len, cells), default=0)
        if widest < 2 or any(_is_layout(cell) for row in cells for cell in row):
            _unfold(table)
            continue
        above: list[Node] = []
        for caption in table.select("caption"):
            paragraph = new_element("p")
            paragraph.extend(list(caption.children))
            above.append(paragraph)
        lines = [_row(row) for row in cells if any(cell.text.strip() or cell.select_one("img") for cell in row)]
        columns = max(map(len, lines), default=0)
        for line in lines:
            line.extend([new_element("td") for _ in range(columns - len(line))])
        fresh = new_element("table")
        fresh.extend(lines)
        table.replace_with(*above, fresh)


def _is_layout(cell: Element) -> bool:
    if cell.select_one("table, h1, h2, h3, blockquote, pre, article, section") is not None:
        return True
    return cell.select_one("p, ul, ol, div") is not None and len(cell.text) > _LONGEST_CELL


def _unfold(table: Element) -> None:
    for part in table.select("caption, thead, tbody, tfoot, tr, td, th, colgroup, col"):
        if part.closest("table") != table:
            continue
        if part.tag in ("td", "th", "caption"):
            part.tag = "div"
        else:
            part.unwrap()
    table.tag = "div"


def _row(cells: Iterable[Element]) -> Element:
    row = new_element("tr")
    for cell in cells:
        for block in cell.select(BLOCK_SELECTOR):
            block.insert_before(new_text(" • " if block.tag == "li" and block.text.strip() else " "))
            block.insert_after(new_text(" "))
            block.unwrap()
        for line_break in cell.select("br"):
            line_break.replace_with(new_text(" "))
        span = cell.attr("colspan") or ""
        row.append(fresh := new_element(cell.tag))
        fresh.extend(list(cell.children))
        extra = int(span) - 1 if span.isascii() and span.isdecimal() and len(span) < 3 else 0
        for _ in range(min(extra, _MOST_COLUMNS)):
            row.append(new_element(cell.tag))
    return row
