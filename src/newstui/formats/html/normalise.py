"""A page's tree made fit to be written as Markdown: what Markdown has no word for becomes what it has.

The tree is changed in place. No step recurses, and each looks at a part of the tree a fixed number of times.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line
from newstui.formats.html.links import absolute
from newstui.formats.html.visible import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeGuard

    from turbohtml import Element, Node

NEVER_SHOWN = (
    "head, script, style, template, svg, iframe, object, embed, audio, video, canvas, map, form input, input, "
    "button, select, textarea, datalist, dialog, annotation, meta, link"
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_A_BLOCK = ", ".join(sorted(BLOCKS - {"body"} | {"hr"}))
DEEPEST = 200
"""Elements inside one another. The parser of lxml, which others of our tools use, loses text below 256."""
_MOST_ELEMENTS = 100_000
_MOST_NESTED = 10
_NOT_WORDS = frozenset(("script", "style", "template", "svg"))
_MOST_COLUMNS = 24
_LONGEST_CELL = 600
_MOST_FALLBACKS = 100
_CONTAINERS = "blockquote, ul, ol"
_STRONG, _EM = ("strong", "b"), ("em", "i", "cite", "dfn", "var")
_CODE = ("code", "kbd", "samp", "tt")
_RENAMED = {"b": "strong", "i": "em", "cite": "em", "dfn": "em", "var": "em", "kbd": "code", "samp": "code",
            "tt": "code"}  # fmt: skip
_LANGUAGE = re.compile(r"(?:^|[\s_-])(?:language|lang|highlight-source|brush)[-:]\s*([\w+#-]{1,20})", re.IGNORECASE)
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-url", "srcset", "data-srcset")
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:blank|spacer|pixel|placeholder|1x1|transparent|grey|clear|trans)\.(?:gif|png)"
)
_LOOSE = re.compile(r"(?<!\S)\xa0|\xa0(?!\S)")
_SUPERSCRIPT = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


def fit(tree: Element, base: str | None) -> None:
    """`tree` must hold what is to be written; it is never itself one of the elements that are changed."""
    shallow(tree)
    tree.remove(NEVER_SHOWN)
    _loosen(tree)
    _show_lazy_images(tree, base)
    _link(tree, base)
    _raise_and_lower(tree)
    _name_inline(tree)
    _fence(tree)
    _flatten(tree)
    _split_at_breaks(tree)
    _tabulate(tree)
    for term in tree.select("dt"):
        if not term.select_one(_A_BLOCK) and term.text.strip() and not term.select_one("strong"):
            term.wrap_children(_new("strong"))
    for holder in reversed(tree.select("li, ul, ol, blockquote, h1, h2, h3, h4, h5, h6")):
        if not holder.text.strip() and not holder.select_one("img"):
            holder.decompose()


def shallow(tree: Element) -> int:
    """Of what is nested deeper than `DEEPEST` elements only the words stay, so that no later step takes long.

    Of the elements after the first `_MOST_ELEMENTS` nothing stays. How many elements are left.
    """
    depths: dict[object, int] = {tree: 0}
    too_deep: list[Element] = []
    too_many: list[Element] = []
    for element in tree.iter_elements():
        depth = depths.get(element.parent, DEEPEST) + 1
        if depth > DEEPEST:
            continue
        if len(depths) > _MOST_ELEMENTS:
            too_many.append(element)
        elif depth < DEEPEST or element.tag in _NOT_WORDS:
            depths[element] = depth
        else:
            too_deep.append(element)
    for element in too_many:
        element.decompose()
    for element in too_deep:
        words = " ".join(element.strings)
        element.clear()
        element.append(_text(words))
    return len(depths)


def _new(tag: str, text: str = "") -> Element:
    from turbohtml import Element, Text

    return Element(tag, None, [Text(text)] if text else None)


def _loosen(tree: Element) -> None:
    """A space that does not break keeps two words together; elsewhere it was the layout of a page."""
    from turbohtml import Text as TextNode

    if "\xa0" in tree.text:
        for node in tree.descendants:
            if isinstance(node, TextNode) and "\xa0" in node.data:
                node.data = _LOOSE.sub(" ", node.data)


# Images


def _show_lazy_images(tree: Element, base: str | None) -> None:
    """Each image has the address of its picture, not of what stands in until it is loaded; others are dropped."""
    for image in tree.select("img"):
        address = image_address(image, base)
        if address is None or is_speck(image):
            image.decompose()
            continue
        alt = one_line(image.attr("alt") or "")
        for name in list(image.attrs):
            del image.attrs[name]
        image.attrs["src"] = address
        image.attrs["alt"] = alt
    for number, hidden in enumerate(tree.select("noscript")):
        if number > _MOST_FALLBACKS:
            hidden.decompose()
            continue
        pictures = hidden.select("img")
        shown = {each.attr("src") for each in hidden.parent.select("img")} if hidden.parent else set()
        if len(pictures) == 1 and not hidden.text.strip() and shown <= {pictures[0].attr("src")}:
            hidden.unwrap()
        else:
            hidden.decompose()


def image_address(image: Element, base: str | None) -> str | None:
    """Where the picture is, absolute; None where there is none but what stands in for it."""
    for name in _SOURCES:
        written = image.attr(name) or ""
        if name.endswith("srcset"):
            written = written.split(",")[0].split()[0] if written.strip(", \t\n") else ""
        if not written or written[:5].lower() == "data:" or _PLACEHOLDER.search(written.lower()):
            continue
        address = absolute(written, base)
        if address is not None and not address.lower().startswith("mailto:"):
            return address
    return None


def is_speck(image: Element) -> bool:
    return any((image.attr(side) or "").removesuffix("px") in ("0", "1", "2") for side in ("width", "height"))


# Links, emphasis, small letters


def _link(tree: Element, base: str | None) -> None:
    """Links lead where they may, hold no block and have words; all others are only their words."""
    for link in tree.select("a"):
        address = absolute(link.attr("href") or "", base)
        if address is None and base and (link.attr("href") or "#")[0] == "#" and len(link.attr("href") or "") > 1:
            address = absolute(base.partition("#")[0] + (link.attr("href") or ""), None)
            if link.closest("sup") and link.text.strip().isalnum():
                link.set_text(f"[{link.text.strip()}]")  # the mark of a footnote
        blocks = link.select(_A_BLOCK) if address else []
        if blocks:
            into = next((each for each in blocks if each.tag in HEADINGS), blocks[-1])
            if not into.select_one(_A_BLOCK) and into.text.strip() and not into.select_one("a"):
                into.wrap_children(_linked(address or ""))
        elif address and (link.text.strip() or link.select_one("img")):
            link.attrs["href"] = address
            if "title" in link.attrs:
                del link.attrs["title"]
            continue
        elif (link.attr("href") or "").startswith("#") and link.closest("sup") and link.text.strip().isalnum():
            link.set_text(f"[{link.text.strip()}]")  # the mark of a footnote
        link.unwrap()


def _linked(address: str) -> Element:
    from turbohtml import Element

    return Element("a", {"href": address})


def _raise_and_lower(tree: Element) -> None:
    """`10<sup>6</sup>` is not 106."""
    for small in tree.select("sup, sub"):
        text = small.text.strip()
        letters = _SUPERSCRIPT if small.tag == "sup" else _SUBSCRIPT
        if text and len(text) < 8 and all(ord(each) in letters for each in text) and not small.select_one("a, img"):
            small.set_text(text.translate(letters))


def _name_inline(tree: Element) -> None:
    """Emphasis and code: one name each, never inside of itself, never around nothing, two neighbours are one."""
    for kind in (_STRONG, _EM, _CODE):
        selector = ", ".join(kind)
        for mark in tree.select(selector):
            if mark.tag == "cite" and (mark.closest("blockquote") or mark.select_one("a, i, em, q, span")):
                mark.unwrap()
                continue
            outer = mark.parent
            inside = outer is not None and outer.closest(selector) is not None if is_element(outer) else False
            if inside or not mark.text.strip() or (kind is _CODE and mark.select_one("img, a, " + _A_BLOCK)):
                mark.unwrap()
                continue
            mark.tag = _RENAMED.get(mark.tag, mark.tag)
            before = mark.previous_sibling
            if is_element(before) and before.tag == mark.tag and kind is not _CODE:
                before.extend(list(mark.children))
                mark.decompose()
    for heading in tree.select("h1 strong, h2 strong, h3 strong, h4 strong, h5 strong, h6 strong"):
        heading.unwrap()


def is_element(node: Node | None) -> TypeGuard[Element]:
    """Whether it is an element: no text, no comment, not the document."""
    return isinstance(node, _element_type())


@cache
def _element_type() -> type[Element]:
    from turbohtml import Element

    return Element


# Blocks


def _fence(tree: Element) -> None:
    """Code blocks hold plain text and name their language where the page does."""
    for block in tree.select("pre"):
        if block.closest("pre") is not block:
            continue
        named = [block, block.select_one("code"), block.parent, block.parent.parent if block.parent else None]
        found = None
        for each in named:
            if each is not None and is_element(each) and not found:
                said = f"{each.attr('class') or ''} lang-{each.attr('data-lang') or each.attr('data-language') or ''}"
                found = _LANGUAGE.search(said)
        for line_break in block.select("br"):
            line_break.replace_with(_text("\n"))
        text = block.text.strip("\n")
        if not text.strip():
            block.decompose()
            continue
        code = _new("code", text)
        if found:
            code.attrs["class"] = f"language-{found[1].lower()}"
        block.clear()
        block.append(code)


def _text(text: str) -> Node:
    from turbohtml import Text

    return Text(text)


def _flatten(tree: Element) -> None:
    """Quotations and lists are nested no deeper than a screen can show."""
    for container in tree.select(" ".join([f":is({_CONTAINERS})"] * (_MOST_NESTED + 1))):
        container.unwrap()


def _split_at_breaks(tree: Element) -> None:
    """Two line breaks in a row part paragraphs; one at the start or end of a block is none."""
    parents: dict[Element, None] = {}
    for line_break in tree.select("br"):
        if line_break.parent is not None and is_element(line_break.parent):
            parents[line_break.parent] = None
    for parent in parents:
        if parent.tag in BLOCKS and parent.tag != "pre":
            _split(parent)
        elif parent.tag in HEADINGS or parent.closest("h1, h2, h3, h4, h5, h6, td, th"):
            for line_break in parent.select("br"):
                line_break.replace_with(_text(" "))


def _split(parent: Element) -> None:
    runs: list[list[Node]] = [[]]
    breaks: list[Node] = []
    for child in list(parent.children):
        if is_element(child) and child.tag == "br":
            breaks.append(child)
            continue
        if not is_element(child) and not child.text.strip():
            if not breaks and runs[-1]:
                runs[-1].append(child)
            continue
        is_block = is_element(child) and (child.tag in BLOCKS or child.select_one(_A_BLOCK) is not None)
        if len(breaks) > 1 or (is_block and runs[-1]):
            runs.append([])
        elif breaks and runs[-1]:
            runs[-1].append(breaks[0])
        breaks = []
        runs[-1].append(child)
        if is_block:
            runs.append([])
    in_line = parent.tag in HEADINGS or parent.tag in ("td", "th")
    parent.clear()
    filled = [run for run in runs if run]
    for run in filled:
        if in_line:
            parent.extend([_text(" ") if is_element(each) and each.tag == "br" else each for each in run])
            parent.append(_text(" "))
        elif len(filled) == 1 or (len(run) == 1 and is_element(run[0]) and run[0].tag in BLOCKS):
            parent.extend(run)
        else:
            paragraph = _new("div")
            paragraph.extend(run)
            parent.append(paragraph)


def _tabulate(tree: Element) -> None:
    """Tables are rows of cells of words. What is no such table was the layout of a page, and is unfolded."""
    for table in reversed(tree.select("table")):
        rows = [each for each in table.select("tr") if each.closest("table") == table]
        cells = [[each for each in row.select("td, th") if each.closest("tr") == row] for row in rows]
        widest = max(map(len, cells), default=0)
        if widest < 2 or any(_is_layout(each) for row in cells for each in row):
            _unfold(table)
            continue
        above: list[Node] = []
        for caption in table.select("caption"):
            paragraph = _new("p")
            paragraph.extend(list(caption.children))
            above.append(paragraph)
        lines = [_row(row) for row in cells if any(each.text.strip() or each.select_one("img") for each in row)]
        columns = max(map(len, lines), default=0)
        for line in lines:
            line.extend([_new("td") for _ in range(columns - len(line))])
        fresh = _new("table")
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
    row = _new("tr")
    for cell in cells:
        for block in cell.select(_A_BLOCK):
            if block.tag == "li" and block.text.strip():
                block.insert_before(_text("• "))
            block.insert_after(_text(" "))
            block.unwrap()
        for line_break in cell.select("br"):
            line_break.replace_with(_text(" "))
        span = cell.attr("colspan") or ""
        row.append(fresh := _new(cell.tag))
        fresh.extend(list(cell.children))
        extra = int(span) - 1 if span.isascii() and span.isdecimal() and len(span) < 3 else 0
        for _ in range(min(extra, _MOST_COLUMNS)):
            row.append(_new(cell.tag))
    return row
