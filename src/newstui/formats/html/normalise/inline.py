"""Links, emphasis, code inside a line, small digits and spaces, as Markdown has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.formats.html.elements import BLOCK_SELECTOR, BLOCKS, HEADINGS, is_element, new_element, new_text
from newstui.formats.html.links import absolute

if TYPE_CHECKING:
    from turbohtml import Element, Node

_STRONG, _EM = ("strong", "b"), ("em", "i", "cite", "dfn", "var")
_CODE = ("code", "kbd", "samp", "tt")
_RENAMED = {"b": "strong", "i": "em", "cite": "em", "dfn": "em", "var": "em", "kbd": "code", "samp": "code",
            "tt": "code"}  # fmt: skip
_INDENT = re.compile(r"\s*\u3000")
_LOOSE = re.compile(r"(?<!\S)\xa0|\xa0(?!\S)")
_PERMALINK = re.compile(
    r"\s*(?:[#¶§🔗⚓∞]\ufe0f?|permalink|permanent link|(?:direct )?link to th(?:is|e) (?:heading|section)|anchor)\s*",
    re.IGNORECASE,
)
"""Matches the words of a link at a heading that leads to that heading."""
SUPERSCRIPT = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
SUBSCRIPT = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")


def loosen_spaces(tree: Element) -> None:
    """Replaces non-breaking spaces by spaces unless they keep two words together; drops those that indent a line."""
    from turbohtml import Text as TextNode

    if "\xa0" in tree.text:
        for node in tree.descendants:
            if isinstance(node, TextNode) and "\xa0" in node.data:
                node.data = _LOOSE.sub(" ", node.data)
    if "\u3000" in tree.text:
        for node in tree.descendants:
            if isinstance(node, TextNode) and _INDENT.match(node.data) and _begins_line(node):
                node.data = node.data.lstrip()


def _begins_line(node: Node) -> bool:
    before, around = node.previous_sibling, node.parent
    if not is_element(around) or around.closest("pre, code") is not None:
        return False
    return around.tag in BLOCKS if before is None else is_element(before) and before.tag in (*BLOCKS, "br")


def part_words(tree: Element) -> None:
    """Puts a space where only a style keeps two inline elements apart: a label, and a name with a capital."""
    for second in tree.select("span + span, span + a, a + span, a + a, time + span, span + time"):
        first = second.previous_sibling
        if not is_element(first) or first.closest("pre, code, kbd, samp, tt") is not None:
            continue
        before = first.text[-2:]
        if len(before) > 1 and (before[-1].islower() or before[-1] in ",;:.]") and second.text[:1].isupper():
            second.insert_before(new_text(" "))


def prepare_links(tree: Element, base: str | None) -> None:
    """Keeps links that lead to a safe address, have words and hold no block; of others only the words stay."""
    for link in tree.select("a"):
        address = absolute(link.attr("href") or "", base)
        if address is None and base and (link.attr("href") or "#")[0] == "#" and len(link.attr("href") or "") > 1:
            address = absolute(base.partition("#")[0] + (link.attr("href") or ""), None)
            if link.closest("sup") and link.text.strip().isalnum():
                link.set_text(f"[{link.text.strip()}]")  # the mark of a footnote
        if (
            link.closest("h1, h2, h3, h4, h5, h6, dt, caption, figcaption")
            and _PERMALINK.fullmatch(link.text)
            and not link.select_one("img")
        ):
            link.decompose()
            continue
        blocks = link.select(BLOCK_SELECTOR) if address else []
        if blocks:
            lines = [each for each in blocks if each.text.strip() and not each.select_one(f"{BLOCK_SELECTOR}, a")]
            into = next((each for each in lines if each.tag in HEADINGS), lines[0] if lines else None)
            if into is not None:
                into.wrap_children(_linked(address or ""))
            elif not link.text.strip():
                for picture in link.select("img"):
                    picture.wrap(_linked(address or ""))
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


def write_small_digits(tree: Element) -> None:
    """Writes `10<sup>6</sup>` as 10⁶."""
    for small in tree.select("sup, sub"):
        text = small.text.strip()
        letters = SUPERSCRIPT if small.tag == "sup" else SUBSCRIPT
        if text and len(text) < 8 and all(ord(each) in letters for each in text) and not small.select_one("a, img"):
            small.set_text(text.translate(letters))


def _part_source(cite: Element) -> None:
    """Gives the source of a quotation a line of its own, below its words or above them."""
    before, after = cite.previous_sibling, cite.next_sibling
    if before is not None and before.text.strip():
        cite.insert_before(new_element("br"))
    elif before is None and after is not None and not is_element(after) and after.text[:1].isalnum():
        cite.insert_after(new_element("br"))


def unify_marks(tree: Element) -> None:
    """Gives emphasis and code one name each, joins neighbours, and unwraps those that are nested or empty."""
    for kind in (_STRONG, _EM, _CODE):
        selector = ", ".join(kind)
        for mark in tree.select(selector):
            if mark.tag == "cite" and (mark.closest("blockquote") or mark.select_one("a, i, em, q, span")):
                if is_element(mark.parent) and mark.parent.tag == "blockquote":
                    _part_source(mark)
                mark.unwrap()
                continue
            outer = mark.parent
            inside = outer is not None and outer.closest(selector) is not None if is_element(outer) else False
            if inside or not mark.text.strip() or (kind is _CODE and mark.select_one("img, a, " + BLOCK_SELECTOR)):
                mark.unwrap()
                continue
            mark.tag = _RENAMED.get(mark.tag, mark.tag)
            before = mark.previous_sibling
            if is_element(before) and before.tag == mark.tag and kind is not _CODE:
                before.extend(list(mark.children))
                mark.decompose()
    for heading in tree.select("h1 strong, h2 strong, h3 strong, h4 strong, h5 strong, h6 strong"):
        heading.unwrap()
