"""The pages of an EPUB as trees: their pictures and links point into the book, and they can be cut at a position."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, unquote

from newstui.domain.text.clean import one_line
from newstui.formats.html.elements import HEADINGS, is_element
from newstui.formats.saved.epub_drawings import is_drawing, picture_in, show_drawings
from newstui.formats.saved.epub_package import inside
from newstui.formats.text import titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from turbohtml import Element, Node

    from newstui.formats.saved.epub_archive import BookArchive
    from newstui.formats.saved.epub_contents import Entry

PICTURES = "https://book.invalid/"
"""The addresses of pictures in a book begin so; the path is their name in the archive."""
HEADING_SELECTOR = ", ".join(sorted(HEADINGS))
_LONGEST_TITLE = 500
_CONTAINERS = frozenset((
    "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "fieldset", "footer", "form", "header",
    "li", "main", "nav", "ol", "section", "ul",
))  # fmt: skip
"""Elements that are cut where a chapter begins in them. A paragraph, a heading and a table stay whole."""


_SHOWN = frozenset(("blockquote", "dd", "dl", "li", "ol", "ul"))


class Piece(NamedTuple):
    """A part of a page."""

    html: str
    entry: Entry | None
    """The line of the table of contents that leads to its start."""
    heading: str
    """The heading that it begins with; empty without one."""
    has_text: bool
    """False where it has nothing besides headings."""


def picture_address(name: str) -> str:
    """Returns the address of a picture in the book."""
    return PICTURES + quote(name, safe="/")


def picture_name(address: str) -> str:
    """Returns the name in the archive for an address of `picture_address`."""
    return unquote(address.removeprefix(PICTURES))


def read_page(archive: BookArchive, name: str) -> tuple[Element, str]:
    """Returns (the body of a page, its title for a browser). Raises NewstuiError where it cannot be read."""
    from turbohtml import parse

    from newstui.formats.html.elements import new_element
    from newstui.formats.html.normalise.limits import limit_tree
    from newstui.formats.html.normalise.ruby import prepare_ruby

    root = parse(archive.page(name), positions=False).root
    body = root.select_one("body") if root else None
    title = root.select_one("title") if root else None
    if body is None:
        return new_element("body"), ""
    limit_tree(body)
    prepare_ruby(body)
    _show_pictures(archive, name, body)
    return body, one_line(title.text[:_LONGEST_TITLE]) if title else ""


def _show_pictures(archive: BookArchive, page: str, body: Element) -> None:
    """Gives each picture that the book has an address that says so."""
    show_drawings(body)
    drawings: dict[str, tuple[str, str]] = {}
    for image in body.select("img"):
        written = image.attr("src")
        name = inside(archive, page, written).name if written else ""
        if is_drawing(name):
            if name not in drawings:
                drawings[name] = picture_in(archive, name)
            picture, words = drawings[name]
            image.attrs["alt"] = image.attr("alt") or words
            name = picture or name
        if name:
            image.attrs["src"] = picture_address(name)


def identified(body: Element) -> dict[str, Element]:
    """Returns id → element, also for the names of old anchors. The first of an id counts."""
    elements: dict[str, Element] = {}
    for element in body.iter_elements():
        for id_ in (element.attr("id"), element.attr("name") if element.tag == "a" else None, element.attr("xml:id")):
            if id_:
                elements.setdefault(id_, element)
    return elements


def pieces_of(body: Element, entries: Sequence[Entry]) -> list[Piece]:
    """Returns the parts of a page: one begins at each position that an entry leads to. The tree is used up.

    An entry whose position is not there begins at the heading with its title; without such a heading it is left out.
    Of the entries for one position the first leaf counts.
    """
    order = {element: number for number, element in enumerate(body.iter_elements())}
    ids = identified(body)
    headings: dict[str, Element] = {}
    for each in body.select(HEADING_SELECTOR):
        headings.setdefault(one_line(each.text[:_LONGEST_TITLE]).casefold(), each)
    at_start: list[Entry] = []
    starts: dict[Element, list[Entry]] = {}
    for entry in entries:
        place = ids.get(entry.position.anchor) if entry.position.anchor else body
        if place is None:
            place = headings.get(entry.title.casefold())
        if place is None:
            continue
        start = _start(place, entry.title, body)
        (at_start if start == body else starts.setdefault(start, [])).append(entry)
    pieces: list[Piece] = []
    for start in sorted(starts, key=lambda element: order[element], reverse=True):
        tail = _cut_off(body, start)
        pieces.append(_piece(tail, starts[start]))
    first = _piece(body, at_start)
    if first.has_text or first.heading or first.entry:
        pieces.append(first)
    return pieces[::-1]


def _start(place: Element, title: str, body: Element) -> Element:
    """Returns the element to cut before: not within a paragraph, and not between a heading and its anchor."""
    if place == body:
        return body
    start = place
    for outer in place.ancestors:
        if outer == body or not is_element(outer):
            break
        if outer.tag not in _CONTAINERS:
            start = outer
    before = _before(start)
    while is_element(before) and before.tag not in HEADINGS and not before.text.strip() and not _shows(before):
        before = _before(before)
    if is_element(before) and before.tag in HEADINGS and titles.same(one_line(before.text), title):
        return before
    return start


def _before(element: Element) -> Node | None:
    """Returns what stands before an element; None where it is the first in its parent. Blank text does not count."""
    for node in element.previous_siblings:
        if is_element(node) or str(getattr(node, "data", "")).strip():
            return node
    return None


def _cut_off(body: Element, start: Element) -> Element:
    """Takes an element and everything behind it out of a body. Returns it in a body of its own.

    Of the elements around the start only those are made anew that show: quotations, lists.
    """
    from turbohtml import Element

    moved: list[Node] = [start, *start.next_siblings]
    outer = start.parent
    while is_element(outer) and outer != body:
        if outer.tag in _SHOWN:
            for each in moved:
                each.extract()
            moved = [Element(outer.tag, None, moved)]
        moved.extend(outer.next_siblings)
        outer = outer.parent
    for each in moved:
        each.extract()
    return Element("body", None, moved)


def _piece(body: Element, entries: Sequence[Entry]) -> Piece:
    entry = next((each for each in entries if each.is_leaf), entries[0] if entries else None)
    heading = body.select_one(HEADING_SELECTOR)
    letters = len("".join(body.text.split()))
    in_headings = 0
    for each in body.select(HEADING_SELECTOR):
        in_headings += len("".join(each.text.split()))
    begins = heading is not None and _begins_with(body, heading)
    return Piece(
        html=body.inner_html,
        entry=entry,
        heading=one_line(heading.text[:_LONGEST_TITLE]) if heading is not None and begins else "",
        has_text=letters > in_headings or _shows(body),
    )


def _begins_with(body: Element, heading: Element) -> bool:
    """Returns True where there are no words before the heading."""
    start = "".join(heading.text.split())
    return bool(start) and "".join(body.text[:4000].split()).startswith(start[:1000])


def _shows(element: Element) -> bool:
    return element.tag == "img" or element.select_one("img, table, math, audio, video") is not None
