"""Code blocks: plain text, a line for each line, without line numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.formats.html.elements import BLOCK_SELECTOR, BLOCKS, is_element, new_element, new_text

if TYPE_CHECKING:
    from turbohtml import Element

_LANGUAGE = re.compile(r"(?:^|[\s_-])(?:language|lang|highlight-source|brush)[-:]\s*([\w+#-]{1,20})", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table-row|list-item)", re.IGNORECASE)
_LINES = (
    ".line, .token-line, .code-line, .view-line, .CodeMirror-line, .cm-line, .ace_line, .react-code-text, .cl, code"
)
"""Elements that are a line where two of them touch."""
_NUMBERS = (
    "[data-line-number], .lineno, .linenos, .linenumber, .line-number, .line-numbers, .linenodiv, .ln, .lnt, .gutter, "
    ".hljs-ln-numbers, .blob-num, .react-syntax-highlighter-line-number, [style*=user-select]"
)
_IN_LINE = ("code", "tt", "samp")
_TABLE_PARTS = ("table", "tbody", "thead", "tfoot", "td", "th")
_MONOSPACE = re.compile(r"monospace|courier|consolas|menlo|monaco", re.IGNORECASE)
_KEPT = "data-lines"
_HEXO = re.compile(r"highlight\s+([\w+#-]{1,20})")
_BARS = ("div", "span", "header", "figcaption", "label", "small")
_BARS_AROUND = 3
_EDITORS = ".cm-content, .CodeMirror-code, .view-lines, .ace_text-layer"
"""Selects the lines of code editors that a page is built with."""
_GUTTERS = ".cm-gutters, .CodeMirror-gutter-wrapper, .CodeMirror-gutters, .ace_gutter, .monaco-editor .margin"
_PRE_STYLE = re.compile(r"white-space\s*:\s*(?:pre|pre-wrap|pre-line|break-spaces)\b", re.IGNORECASE)


def show_editors(tree: Element) -> None:
    """Makes code blocks of the editors in which some pages show code."""
    editors = tree.select(_EDITORS)
    if editors:
        tree.remove(_GUTTERS)
    for lines in editors:
        if lines.closest("pre, code, td") is None:
            lines.tag = "pre"


def prepare_code(tree: Element) -> None:
    """Makes code blocks hold plain text only, and name their language where the page does."""
    _keep_styled_lines(tree)
    for table in tree.select("table"):
        _join_numbered(table)
    for block in tree.select("pre"):
        if block.parent is not None and block.closest("pre") is block:
            _prepare(block)
    for line_break in tree.select("code > br, tt > br, samp > br"):
        code = line_break.parent
        if is_element(code) and code.tag in _IN_LINE and code.parent is not None:
            _part_at_breaks(code)


def _part_at_breaks(code: Element) -> None:
    """Makes code inside a line, which holds no line break, several that have line breaks between them."""
    parts: list[Element] = [new_element("code")]
    for child in list(code.children):
        if is_element(child) and child.tag == "br":
            parts += [child, new_element("code")]
        else:
            parts[-1].append(child)
    code.replace_with(*parts)


def _keep_styled_lines(tree: Element) -> None:
    """Writes line breaks where a style keeps lines as they are, or code where it has the font of code as well."""
    from turbohtml import Text

    for element in tree.select("[style]"):
        style = element.attr("style") or ""
        if not _PRE_STYLE.search(style):
            continue
        del element.attrs["style"]
        if element.closest(f"pre, code, textarea, [{_KEPT}]"):
            continue
        if _MONOSPACE.search(style) and element.tag in ("div", "p", "section"):
            element.tag = "pre"
            continue
        element.attrs[_KEPT] = ""
        for node in [each for each in element.descendants if isinstance(each, Text) and "\n" in each.data]:
            first, *lines = node.data.strip("\n").split("\n")
            broken = [part for line in lines for part in (new_element("br"), new_text(line))]
            node.replace_with(new_text(first), *broken)


def _prepare(block: Element) -> None:
    language = _language(block)
    for number in block.select(_NUMBERS):
        if number.parent is not None and _is_numbers(number.text):
            number.decompose()
    for cell in block.select("td + td, th + td, td + th, th + th"):
        cell.insert(0, new_text(" "))
    for line_break in block.select("br"):
        line_break.replace_with(new_text("\n"))
    for line in block.select(_LINES):
        following = line.next_sibling
        if is_element(following) and following.tag == line.tag and following.matches(_LINES):
            _end_line(line)
    for line in block.select(f"{BLOCK_SELECTOR}, [style]"):
        is_block = line.tag in BLOCKS or _BLOCK_STYLE.search(line.attr("style") or "")
        if not is_block or line.tag in _TABLE_PARTS:
            continue
        before = line.previous_sibling
        if before is not None and before.text.rpartition("\n")[2].strip():
            line.insert_before(new_text("\n"))
        _end_line(line)
    if language:
        _drop_label_inside(block, language)
    text = block.text.strip("\n")
    if not text.strip():
        block.decompose()
        return
    code = new_element("code", text)
    if language:
        code.attrs["class"] = f"language-{language.lower()}"
    block.clear()
    block.append(code)
    if language:
        _drop_label(block, language)


def _end_line(line: Element) -> None:
    last = line.children[-1] if line.children else None
    is_ended = is_element(last) and last.tag in BLOCKS and last.tag not in _TABLE_PARTS  # by the block inside
    if not is_ended and not line.text.endswith("\n"):
        line.append(new_text("\n"))


def _language(block: Element) -> str | None:
    for element in (block, block.select_one("code"), block.parent, block.parent.parent if block.parent else None):
        if element is not None and is_element(element):
            stated = element.attr("data-lang") or element.attr("data-language") or ""
            found = _LANGUAGE.search(f"{element.attr('class') or ''} lang-{stated}")
            if found:
                return found[1]
            if element.tag == "figure" and (found := _HEXO.fullmatch(element.attr("class") or "")):
                return found[1]
    return None


def _is_numbers(text: str) -> bool:
    return not text.strip() or all(part.isdecimal() for part in text.split())


def _drop_label_inside(block: Element, language: str) -> None:
    """Drops the name of the language in front of the code, inside of its block."""
    code = block.select_one("code")
    first = next((each for each in block.children if each.text.strip()), None)
    if code is None or not is_element(first) or first is code or first.select_one("code") is not None:
        return
    if first.text.strip().casefold() == language.casefold():
        first.decompose()


def _drop_label(block: Element, language: str) -> None:
    """Drops the bar above a block that says nothing but its language."""
    inner = block
    for _ in range(_BARS_AROUND):
        before = inner.previous_sibling
        while before is not None and not before.text.strip() and not (is_element(before) and before.select_one("img")):
            before = before.previous_sibling
        if before is not None:
            if is_element(before) and before.tag in _BARS and before.text.strip().casefold() == language.casefold():
                before.decompose()
            return
        if not is_element(inner.parent):
            return
        inner = inner.parent


def _join_numbered(table: Element) -> None:
    """Makes lines of code of a table that numbers them: its numbers go."""
    if table.parent is None or table.select_one("table") is not None:
        return
    rows = [[cell for cell in row.children if is_element(cell)] for row in table.select("tr")]
    columns = len(rows[0]) if rows else 0
    if columns < 2 or any(len(row) != columns for row in rows):
        return
    code = [row[-1] for row in rows]
    in_code = table.closest("pre, code") is not None
    if not in_code and not all(cell.select_one("pre, code") or "code" in (cell.attr("class") or "") for cell in code):
        return
    if not all(_are_numbers([row[column] for row in rows]) for column in range(columns - 1)):
        return
    block = new_element("div" if in_code else "pre")
    for name in ("class", "data-lang"):
        stated = (code[0].select_one("code, pre") or table).attr(name) or ""
        block.attrs[name] = stated
    for cell in code:
        inner = cell.select("pre")
        for each in inner:
            each.tag = "div"
        line = new_element("div")
        line.extend(list(cell.children))
        block.append(line)
    table.replace_with(block)


def _are_numbers(column: list[Element]) -> bool:
    return all(_is_numbers(cell.text) for cell in column) and (
        len(column) == 1 or _counts([cell.text.strip() for cell in column])
    )


def _counts(texts: list[str]) -> bool:
    """Returns True for `1`, `2`, `3`, also where the numbers are drawn by a style and not there."""
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 8]
    return all(not text or text.isdecimal() for text in texts) and numbers == sorted(set(numbers))
