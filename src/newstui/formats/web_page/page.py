"""A web page as a tree, with its metadata and the base of its links. No tree is too deep or too large."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newstui.formats.html.elements import HIDDEN_STYLE, is_element
from newstui.formats.html.links import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from turbohtml import Element, Node

    from newstui.domain.articles.metadata import Metadata

_SAVED_FROM = re.compile(
    r"<!--\s{0,20}(?:Page saved with SingleFile\s{1,20}url: |saved from url=(?:\(\d{1,6}\))?)(https?://[^\s<>]{1,2000})",
    re.IGNORECASE,
)
_START = 4000
"""Characters at the start of a page in which a browser notes the address that it saved."""
_FOR_EARS = (
    ".sr-only, .visually-hidden, .visuallyhidden, .screen-reader-text, .screen-reader-only, .screenreader-only, "
    ".screen-reader, .u-visually-hidden, .is-visually-hidden, .assistive-text, .show-for-sr, .element-invisible, "
    ".offscreen, .off-screen, .a11y-hidden, .hidden-visually, .hiddenVisually, .vh, .cdk-visually-hidden"
)
"""Selects what by convention is read aloud and not shown."""
_NEW_WINDOW = re.compile(
    r"[(\[\s]*(?:(?:link )?(?:will )?opens? (?:in )?(?:a )?new (?:browser )?(?:window|tab)|external link"
    r"|öffnet (?:in neuem|neues) fenster|s.ouvre dans une nouvelle fenêtre|se abre en (?:una )?ventana nueva)[)\]\s]*",
    re.IGNORECASE,
)
_DIALOG = "[role=dialog][aria-hidden=true], [role=alertdialog][aria-hidden=true], dialog:not([open])"
"""Selects what opens over a page: closed, it is never an article that waits for scripts."""
_SIGN = re.compile(r"\s*[^\w\s]\s*")
"""Matches the one sign that stands between two numbers of which a style draws the rest: 4/3, 6×7."""
_MOST_BESIDE = 4
_MOST_NOTES = 300
_NOTES = ("aside", "section", "div", "ol", "ul", "li", "p")
_FOR_PAPER = (
    ".print-only, .only-print, .printonly, .visible-print, .visible-print-block, .visible-print-inline, "
    ".show-for-print, .print-header, .print-footer, .d-none.d-print-block, .hidden.print\\:block"
)
"""Selects what is shown only where the page is printed."""
_SWITCHED_OFF = ".hidden, .hide, .is-hidden, .d-none, .u-hidden, .invisible"
_SHOWN_ON_SOME = re.compile(
    r"(?:^|\s)(?:(?:sm|md|lg|xl|2xl|print):(?:block|flex|inline|grid|table|visible)|d-(?:sm|md|lg|xl|xxl)-(?!none))"
)
"""Matches the classes of what is hidden on small screens only."""
_MOST_SWITCHED_OFF = 60
"""Words. More may be the rest of an article behind a button."""
_LEAST_SHARE = 0.3
"""A page that shows less than this part of its text hides the article until its scripts run."""


class Page(NamedTuple):
    """A page that is ready to be searched for its article."""

    tree: Element
    elements: int
    """The number of elements in the tree."""
    metadata: Metadata
    base: str | None
    """The address that relative links start from."""


def open_page(html: str, url: str | None) -> Page:
    """Returns the page that clean HTML describes. `url`: its address, if known. Never fails."""
    from turbohtml import parse

    from newstui.formats.html.normalise import write_out
    from newstui.formats.html.normalise.limits import limit_tree
    from newstui.formats.web_page.metadata import metadata_in

    saved = _SAVED_FROM.search(html, 0, _START)
    url = url or (saved[1] if saved else None)
    tree = parse(html, positions=False).root or parse("<p>").root
    assert tree is not None
    elements = limit_tree(tree)
    metadata = metadata_in(tree, url)
    base_element = tree.select_one("base[href]")
    base = (absolute(base_element.attr("href") or "", url) if base_element else None) or url or metadata.url
    write_out(tree, base)
    return Page(tree, elements, metadata, base)


def remove_hidden(tree: Element) -> None:
    """Removes the elements that a page hides, unless nearly the whole page is hidden until its scripts run."""
    tree.remove(_DIALOG)
    _drop_values(tree)
    hidden = [element for element in tree.select("[style]") if HIDDEN_STYLE.search(element.attr("style") or "")]
    hidden += tree.select(f"[hidden]:not([hidden=until-found]), [aria-hidden=true]:not(img), {_FOR_PAPER}")
    hidden += [element for element in tree.select(_FOR_EARS) if not _is_needed(element)]
    hidden += [element for element in tree.select("a span, a small, a i") if _NEW_WINDOW.fullmatch(element.text[:80])]
    hidden += [element for element in tree.select(_SWITCHED_OFF) if _is_switched_off(element)]
    if not hidden:
        return
    _show_notes(tree, hidden)
    length = len(tree.text)
    hidden_length = sum(len(element.text) for element in hidden)
    if length - hidden_length < _LEAST_SHARE * length:
        return
    for element in hidden:
        if element.parent is not None and element.tag not in ("html", "body"):
            element.decompose()


def _show_notes(tree: Element, hidden: list[Element]) -> None:
    """Shows the notes that open at a number in the text: what holds them is taken out of `hidden`."""
    marks = tree.select("sup a[href^='#'], a[role=doc-noteref][href^='#']")[:_MOST_NOTES]
    names = {(mark.attr("href") or "")[1:] for mark in marks}
    notes = [each for each in tree.select("[id]") if each.attr("id") in names][:_MOST_NOTES] if names else []
    holders = set(hidden) if notes else set()
    shown: set[Element] = set()
    for note in notes:
        up: Node | None = note
        while is_element(up):
            if up in holders and up.tag in _NOTES:
                shown.add(up)
                up.tag = "section" if up.tag == "aside" else up.tag
                for name in ("hidden", "aria-hidden", "style"):
                    if name in up.attrs:
                        del up.attrs[name]
            up = up.parent
    if shown:
        hidden[:] = [each for each in hidden if each not in shown]


def _drop_values(tree: Element) -> None:
    """Removes classes that hold a value or a selector, as in `mt-[var(--article-breadcrumb)]`: they name nothing."""
    for element in tree.select('[class*="["]'):
        classes = str(element.attr("class") or "").split()
        element.attrs["class"] = " ".join(each for each in classes if "[" not in each)


def _is_needed(element: Element) -> bool:
    """Returns True for words that are read aloud where what is shown instead is no text: a sign, figures drawn."""
    around, before, after = element.parent, element.previous_sibling, element.next_sibling
    if not is_element(around):
        return False
    if _SIGN.fullmatch(element.text):
        return before is not None and after is not None and _joins(before.text[-1:], after.text[:1])
    beside = [*_next(element, "previous_sibling"), *_next(element, "next_sibling")]
    said = [each for each in beside if any(map(str.isalnum, each.text))]
    if any(is_element(each) and each.attr("aria-hidden") == "true" for each in said):
        return True
    return not said and around.tag == "a" and is_element(around.parent) and around.parent.tag == "p"


def _next(element: Element, way: str) -> Iterator[Node]:
    """Yields a few neighbours of an element."""
    node: Node | None = getattr(element, way)
    for _ in range(_MOST_BESIDE):
        if node is None:
            return
        yield node
        node = getattr(node, way)


def _joins(last: str, first: str) -> bool:
    return last.isalnum() and first.isalnum()


def _is_switched_off(element: Element) -> bool:
    """Returns True for a few words that a class hides on all screens."""
    is_small = len(element.text.split(None, _MOST_SWITCHED_OFF)) <= _MOST_SWITCHED_OFF
    return is_small and not _SHOWN_ON_SOME.search(str(element.attr("class") or ""))
