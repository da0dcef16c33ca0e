"""Tables as rows of cells of words. A table that is the layout of its page is unfolded into blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.text.item_label import split_label
from newstui.formats.html.elements import BLOCK_SELECTOR, is_element, new_element, new_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from turbohtml import Element, Node

_MOST_COLUMNS = 24
_LONGEST_CELL = 600
"""Characters. A longer cell with paragraphs in it is part of a page's layout."""
_LONGEST_CODE = 200
_BREAK, _GAP = "br", " · "


def prepare_tables(tree: Element) -> None:
    """Makes tables of rows of cells of words, and unfolds those that are the layout of a page."""
    for table in reversed(tree.select("table")):
        rows = [row for row in table.select("tr") if row.closest("table") == table]
        cells = [[cell for cell in row.select("td, th") if cell.closest("tr") == row] for row in rows]
        widest = max(map(len, cells), default=0)
        if widest < 2 or _is_layout(table, cells):
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


def _is_layout(table: Element, rows: list[list[Element]]) -> bool:
    """Returns True for a table that arranges a page: long cells of paragraphs, or parts of a page side by side."""
    if (table.attr("role") or "").lower() in ("presentation", "none"):
        return True
    is_data = table.select_one("th, caption") is not None
    for cell in (cell for row in rows for cell in row):
        inside = cell.select_one("p, ul, ol, div, table, pre, blockquote, h1, h2, h3, article, section")
        if inside is None:
            continue
        if len(cell.text) > _LONGEST_CELL or cell.select_one("article, section") is not None:
            return True
        if not is_data and cell.select_one("h1, h2, h3") is not None:
            return True
        if any(len(code.text) > _LONGEST_CODE for code in cell.select("pre")):
            return True
        if any(_is_data(inner) for inner in cell.select("table")) and (len(rows) < 2 or not is_data):
            return True
    return False


def _is_data(table: Element) -> bool:
    """Returns True for a table inside of another that says more than one line can."""
    return len(table.select("tr")) > 2 and table.select_one("td + td, td + th, th + th, th + td") is not None


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
        _flatten(cell)
        span = cell.attr("colspan") or ""
        row.append(fresh := new_element(cell.tag))
        fresh.extend(list(cell.children))
        extra = int(span) - 1 if span.isascii() and span.isdecimal() and len(span) < 3 else 0
        for _ in range(min(extra, _MOST_COLUMNS)):
            row.append(new_element(cell.tag))
    return row


def _flatten(cell: Element) -> None:
    """Makes lines of the blocks in a cell: a table's cells hold no block."""
    for block in cell.select("pre"):
        lines = block.text.strip("\n").split("\n")
        block.replace_with(*(part for line in lines for part in (new_element("code", line), new_element(_BREAK))))
    for item in cell.select("li"):
        if item.text.strip():
            item.insert(0, new_text(_bullet(item)))
    for inner in cell.select("td, th"):
        inner.insert_before(new_text(_GAP if inner.previous_sibling is not None else ""))
        inner.unwrap()
    for block in cell.select(BLOCK_SELECTOR):
        block.insert_before(new_element(_BREAK))
        block.insert_after(new_element(_BREAK))
        block.unwrap()
    _tidy_breaks(cell)


def _bullet(item: Element) -> str:
    numbered = item.closest("ol, ul")
    if numbered is None or numbered.tag == "ul":
        return "" if split_label(item.text)[0] else "• "
    number = int(numbered.attr("start") or 1)
    numbered.attrs["start"] = str(number + 1)
    return f"{number}. "


def _tidy_breaks(cell: Element) -> None:
    """Keeps one break between two lines, and none at the start or end."""
    waiting: Node | None = None
    is_empty = True
    for node in list(cell.descendants):
        if is_element(node) and node.tag == _BREAK:
            if waiting is not None or is_empty:
                node.extract()
            else:
                waiting = node
        elif (is_element(node) and node.tag == "img") or (not is_element(node) and node.text.strip()):
            waiting, is_empty = None, False
    if waiting is not None:
        waiting.extract()
