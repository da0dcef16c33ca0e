"""Tables as rows of cells of words. A table that is the layout of its page is unfolded into blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.text.item_label import split_label
from newstui.formats.html.elements import BLOCK_SELECTOR, is_element, new_element, new_text

if TYPE_CHECKING:
    from turbohtml import Element, Node

_MOST_COLUMNS = 24
_LONGEST_CELL = 600
"""Characters. A longer cell with paragraphs in it is part of a page's layout."""
_LONGEST_CODE = 200
_BREAK, _GAP = "br", " · "
_BULLETS = "•◦▪"
_INDENT = "\N{NO-BREAK SPACE}" * 2
_TAGS_OF_ROLES = {"row": "tr", "cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th"}
_DEEPEST_INDENT = 4
"""Levels of lists in a cell that are told apart."""


def write_tables(tree: Element) -> None:
    """Makes tables of what a page lays out as some and calls so for screen readers."""
    for table in tree.select("[role=table], [role=grid]"):
        if table.tag == "table" or table.closest("table, p") is not None or not table.select_one("[role=row]"):
            continue
        for part in table.select("[role]"):
            if (tag := _TAGS_OF_ROLES.get(part.attr("role") or "")) and part.tag not in ("td", "th"):
                part.tag = tag
        table.tag = "table"


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
        lines = _rows(cells)
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
    said = [cell for row in rows for cell in row if cell.text.strip() or cell.select_one("img") is not None]
    if len(said) == 1 and len(rows) == 1:
        return True  # an indent beside its text
    if len(rows) == 1 and not is_data and any(cell.select_one("img") and not cell.text.strip() for cell in rows[0]):
        return True  # a picture beside its text
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


def _rows(rows: list[list[Element]]) -> list[Element]:
    """Returns the rows that say something. A cell over several columns or rows stands in the first of each."""
    lines: list[Element] = []
    reaching: dict[int, int] = {}
    """The columns of cells that reach into the next rows, and into how many."""
    for cells in rows:
        line: list[Element] = []
        for cell in cells:
            _add_reached(line, reaching)
            columns, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for number in range(min(columns, _MOST_COLUMNS + 1)):
                line.append(fresh := new_element(cell.tag))
                if down > 1:
                    reaching[len(line) - 1] = down - 1
                if number == 0:
                    _flatten(cell)
                    fresh.extend(list(cell.children))
        _add_reached(line, reaching)
        if any(cell.text.strip() or cell.select_one("img") for cell in line):
            lines.append(row := new_element("tr"))
            row.extend(line)
    return lines


def _add_reached(line: list[Element], reaching: dict[int, int]) -> None:
    """Adds empty cells where cells of the rows above stand."""
    while (rows := reaching.pop(len(line), 0)) > 0:
        if rows > 1:
            reaching[len(line)] = rows - 1
        line.append(new_element("td"))


def _span(cell: Element, name: str) -> int:
    """Returns over how many columns or rows a cell reaches."""
    written = cell.attr(name) or ""
    return max(1, int(written)) if written.isascii() and written.isdecimal() and len(written) < 3 else 1


def _flatten(cell: Element) -> None:
    """Makes lines of the blocks in a cell: a table's cells hold no block."""
    for block in cell.select("pre"):
        lines = block.text.strip("\n").split("\n")
        block.replace_with(*(part for line in lines for part in (new_element("code", line), new_element(_BREAK))))
    for item in cell.select("li"):
        if item.text.strip():
            item.insert(0, new_text(_bullet(item, cell)))
    for inner in cell.select("td, th"):
        inner.insert_before(new_text(_GAP if inner.previous_sibling is not None else ""))
        inner.unwrap()
    for block in cell.select(BLOCK_SELECTOR):
        block.insert_before(new_element(_BREAK))
        block.insert_after(new_element(_BREAK))
        block.unwrap()
    _tidy_breaks(cell)


def _bullet(item: Element, cell: Element) -> str:
    around = item.closest("ol, ul")
    depth = 0
    up = around.parent if around is not None else None
    while is_element(up) and up != cell and depth < _DEEPEST_INDENT:
        depth += up.tag in ("ol", "ul")
        up = up.parent
    indent = depth * _INDENT
    if around is None or around.tag == "ul":
        return indent + ("" if split_label(item.text)[0] else f"{_BULLETS[min(depth, len(_BULLETS) - 1)]} ")
    number = int(around.attr("start") or 1)
    around.attrs["start"] = str(number + 1)
    return f"{indent}{number}. "


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
