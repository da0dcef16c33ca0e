"""Formulas as a line of text: MathML as `x=1/2` or `e^(iπ)`, TeX as it is written. Each is shown once.

KaTeX, MathJax and MediaWiki put the drawn formula beside its MathML or TeX; the drawing goes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from newstui.domain.text.clean import one_line
from newstui.formats.html.elements import is_element
from newstui.formats.html.normalise.inline import SUBSCRIPT, SUPERSCRIPT

if TYPE_CHECKING:
    from collections.abc import Callable

    from turbohtml import Element, Node

_DRAWN = "mjx-container, .katex, .katex-display, .mwe-math-element, .MathJax, .MathJax_Display, .MathJax_SVG_Display"
"""The elements around one formula, in all its forms."""
_DRAWING = ".MathJax, .MathJax_Display, .MathJax_SVG, .MathJax_SVG_Display, .MathJax_CHTML, .MathJax_Preview"
_BLOCK = ".katex-display, .MathJax_Display, .MathJax_SVG_Display, mjx-container[display=true], [display=block]"
_DEEPEST = 30
_MOST_AROUND = 4
_ENDING = re.compile(r"(?:th|st|nd|rd|s)\b")
"""Matches the rest of a word that begins with a formula: the nth, two xs."""
_TEX = re.compile(r"[\\{}]")
_TEX_COMMAND = re.compile(r"\\[a-z]{2,}|[\^_]\{", re.IGNORECASE)
_FILE = re.compile(r"\.\w{3,4}\Z")
_STATED = ("data-formula", "data-tex", "data-latex")
_ONE_PARENTHESIS = re.compile(r"\([^()]*\)")
_INVISIBLE = str.maketrans({"\u2061": " ", "\u2062": "", "\u2063": ",", "\u2064": "+"})
_ACCENTS = {"¯": "\u0304", "‾": "\u0304", "^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "˜": "\u0303", "˙": "\u0307",
            ".": "\u0307", "¨": "\u0308", "→": "\u20d7", "⃗": "\u20d7"}  # fmt: skip


def prepare_formulas(tree: Element) -> None:
    """Replaces each formula, with all its forms, by its text."""
    for math in tree.select("math"):
        if math.parent is None or math.parent.closest("math"):
            continue
        _replace(math, formula(math))
    for drawn in tree.select(".katex-html[aria-hidden]"):
        del drawn.attrs["aria-hidden"]  # nothing else says it where the MathML was left out
    for name in _STATED:
        for drawn in tree.select(f"[{name}]"):
            if drawn.parent is not None and not drawn.text.strip() and drawn.select_one("img[alt]") is None:
                _put(drawn, one_line(drawn.attr(name) or ""), is_block=drawn.tag in ("div", "section", "p"))
    for script in tree.select('script[type^="math/"]'):
        for _ in range(_MOST_AROUND):
            drawing = script.previous_sibling
            if is_element(drawing) and drawing.matches(_DRAWING):
                drawing.decompose()
        kind = script.attr("type") or ""
        if "mml" not in kind:
            _put(script, one_line(script.text), is_block="mode=display" in kind)


def formula(math: Element) -> str:
    """Returns the text of a `math` element: that for screen readers if it has words, else what it shows."""
    spoken = one_line(math.attr("alttext") or "")
    if spoken and not _TEX.search(spoken):
        return spoken
    note = math.select_one('annotation[encoding*="tex" i]')
    return one_line(_row(math, _DEEPEST)) or spoken or (one_line(note.text) if note else "")


def tex_in(address: str) -> str:
    """Returns the TeX in the address of a picture that a service draws of it; empty without any."""
    if "%5C" not in address.upper() and "%7B" not in address.upper():
        return ""
    path, _, query = address.partition("?")
    for part in (*query.split("&"), path.rpartition("/")[2]):
        written = unquote_plus(part.partition("=")[2] if part[:4].partition("=")[1] else part)
        if _TEX_COMMAND.search(written) and not _FILE.search(written):
            return one_line(written)
    return ""


def _replace(math: Element, text: str) -> None:
    around = math
    is_block = math.matches(_BLOCK)
    up: Node | None = math.parent
    for _ in range(3 * _MOST_AROUND):
        if not is_element(up):
            break
        if up.matches(_DRAWN):
            around = up
            is_block = is_block or up.matches(_BLOCK)
        up = up.parent
    _remove_other_forms(around)
    _put(around, text, is_block=is_block)


def _remove_other_forms(around: Element) -> None:
    """Removes what MathJax 2 leaves beside a formula: the words shown before it was drawn, and its source."""
    source, preview = around.next_sibling, around.previous_sibling
    if is_element(source) and source.matches('script[type^="math/"]'):
        source.decompose()
    if is_element(preview) and preview.matches(".MathJax_Preview"):
        preview.decompose()


def _put(element: Element, text: str, *, is_block: bool) -> None:
    picture = element.select_one("img[alt]")
    if picture is not None and text:
        picture.attrs["alt"] = text
        for name in ("style", "aria-hidden"):
            if name in picture.attrs:
                del picture.attrs[name]
        element.replace_with(picture)
    elif is_block and text:
        element.tag = "p"
        for name in list(element.attrs):
            del element.attrs[name]  # it may be hidden
        element.set_text(text)
    else:
        before, after = element.previous_sibling, element.next_sibling
        first = " " if before is not None and _touches(before.text[-1:], text) else ""
        last = " " if after is not None and _touches(after.text[:1], text) and not _ENDING.match(after.text) else ""
        element.set_text(first + text + last)
        element.unwrap()


def _touches(neighbour: str, text: str) -> bool:
    """Returns True for a letter or digit beside a formula that would be read as a part of it."""
    return neighbour.isalpha() or (neighbour.isalnum() and len(text) > 1)


def _row(element: Element, depth: int) -> str:
    parts: list[str] = []
    last = ""
    for child in element.children:
        if not is_element(child):
            if element.tag not in ("math", "mrow") and child.text.strip():
                parts.append(child.text)
            continue
        text = _written(child, depth - 1)
        before = parts[-1] if parts else ""
        is_fraction = "mfrac" in (child.tag, last) and before[-1:].isalnum()
        if text[:1].isalnum() and (is_fraction or (len(before) > 1 and before.isalpha())):
            parts.append(" ")  # `sin x`, `1/2 x`
        last = child.tag
        parts.append(text)
    return "".join(parts)


def _written(element: Element, depth: int) -> str:
    if depth < 0:
        return element.text
    if element.tag in ("mi", "mn", "mo", "mtext"):
        return one_line(element.text).translate(_INVISIBLE) if element.tag != "mtext" else element.text
    if element.tag in ("annotation", "annotation-xml", "mphantom", "none", "mprescripts"):
        return ""
    if element.tag == "mspace":
        return " "
    parts = [child for child in element.children if is_element(child)]
    writer, least = _WRITERS.get(element.tag, (_row, 0))
    return writer(element, depth) if len(parts) >= least else _row(element, depth)


def _part(element: Element, number: int, depth: int) -> str:
    return _written([child for child in element.children if is_element(child)][number], depth - 1).strip()


def _grouped(text: str) -> str:
    """Returns the text as one operand: a number, a letter or a name as it is, all else in parentheses."""
    one = len(text) < 2 or text.replace(".", "").isdecimal() or _ONE_PARENTHESIS.fullmatch(text)
    return text if one else f"({text})"


def _base(element: Element, depth: int) -> str:
    text = _part(element, 0, depth)
    return text if text.isalpha() or text[-1:] in ")]|" else _grouped(text)


def _fraction(element: Element, depth: int) -> str:
    if (element.attr("linethickness") or "")[:1] == "0":
        return f"{_part(element, 0, depth)} over {_part(element, 1, depth)}"
    return f"{_grouped(_part(element, 0, depth))}/{_grouped(_part(element, 1, depth))}"


def _raised(text: str) -> str:
    is_small = bool(text) and all(ord(each) in SUPERSCRIPT for each in text)
    return text.translate(SUPERSCRIPT) if is_small or not text else f"^{_grouped(text)}"


def _lowered(text: str) -> str:
    is_small = bool(text) and all(ord(each) in SUBSCRIPT for each in text)
    return text.translate(SUBSCRIPT) if is_small or not text else f"_{_grouped(text)}"


def _above(element: Element, depth: int) -> str:
    base, mark = _part(element, 0, depth), _part(element, 1, depth)
    if mark in _ACCENTS and len(base) == 1:
        return base + _ACCENTS[mark]
    return _base(element, depth) + _raised(mark)


def _both(element: Element, depth: int) -> str:
    return _base(element, depth) + _lowered(_part(element, 1, depth)) + _raised(_part(element, 2, depth))


def _root(element: Element, depth: int) -> str:
    return _part(element, 1, depth).translate(SUPERSCRIPT) + "√" + _grouped(_part(element, 0, depth))


def _fenced(element: Element, depth: int) -> str:
    inside = [_written(child, depth - 1).strip() for child in element.children if is_element(child)]
    first, last = (one_line((element.attr(name) or fence)[:9]) for name, fence in (("open", "("), ("close", ")")))
    return first + ",".join(inside) + last


def _table(element: Element, depth: int) -> str:
    rows = [row for row in element.children if is_element(row)]
    cells = [[_written(cell, depth - 2).strip() for cell in row.children if is_element(cell)] for row in rows]
    return "; ".join(re.sub(r", (?=[=<>≤≥≈≡])", "", ", ".join(row)) for row in cells)


# How an element is written, and how many children that needs.
_WRITERS: dict[str, tuple[Callable[[Element, int], str], int]] = {
    "mfrac": (_fraction, 2),
    "msup": (lambda element, depth: _base(element, depth) + _raised(_part(element, 1, depth)), 2),
    "msub": (lambda element, depth: _base(element, depth) + _lowered(_part(element, 1, depth)), 2),
    "munder": (lambda element, depth: _base(element, depth) + _lowered(_part(element, 1, depth)), 2),
    "mover": (_above, 2),
    "msubsup": (_both, 3),
    "munderover": (_both, 3),
    "msqrt": (lambda element, depth: "√" + _grouped(_row(element, depth).strip()), 0),
    "mroot": (_root, 2),
    "mfenced": (_fenced, 0),
    "mtable": (_table, 0),
}
