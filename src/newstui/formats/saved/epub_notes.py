"""Footnotes of a book: each stands at the end of the chapters that refer to it, also where the book has them elsewhere.

A note that cannot be told for certain stays where it is.
"""

from __future__ import annotations

import re
from itertools import accumulate, count, islice
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.text.clean import one_line
from newstui.formats.html.elements import BLOCKS, is_element, new_text
from newstui.formats.saved.epub_package import inside
from newstui.formats.saved.epub_pages import HEADING_SELECTOR, identified, read_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from turbohtml import Element, Node

    from newstui.formats.saved.epub_archive import BookArchive
    from newstui.formats.saved.epub_package import Position

_LABEL = re.compile(r"\W?(?:\d{1,4}|[a-z]|[*†‡§‖¶#]{1,3})\W?", re.IGNORECASE)
"""The text of a link to a note."""
_MARK = re.compile(r"qnoteq(\d+)qeton")
"""A reference in the text. The Markdown writer leaves it as it is."""
_BLOCKS_OF_NOTES = frozenset(("aside", "p", "li", "div", "dd", "section", "blockquote"))
_LONGEST = 20_000
_LONGEST_BACK = 3
"""Characters of a link back, such as `↩`, or the number of the note."""


class Note(NamedTuple):
    """A note of a book."""

    mark: str
    """Stands in the text where the book refers to it."""
    label: str
    """Its number or sign in the book."""
    html: str


class _Page(NamedTuple):
    body: Element
    title: str
    ids: dict[str, Element]


class Notes:
    """The notes of one book, taken from its pages while these are read in order."""

    def __init__(self, archive: BookArchive) -> None:
        self._archive = archive
        self._ahead: dict[str, _Page] = {}
        """Pages that were read because of their notes, before it was their turn."""
        self._read: set[str] = set()
        """The names of the pages whose turn is over."""
        self._notes: dict[Position, Note] = {}
        self._robbed: set[str] = set()
        """The names of the pages that notes were taken out of."""
        self._short: dict[Element, bool] = {}
        """Blocks that links lead to, and whether they may be notes: many links may lead to a long one."""

    def page(self, name: str) -> tuple[Element, str]:
        """Returns (the body of a page without the notes that it refers to, its title). Raises NewstuiError."""
        page = self._page(name)
        for link in page.body.select("a[href]"):
            note = self._note(link, name, page)
            if note is None:
                continue
            raised = link.closest("sup")
            is_alone = raised is not None and raised.text.strip() == link.text.strip()
            (raised if raised is not None and is_alone else link).replace_with(new_text(note.mark))
        self._read.add(name)
        del self._ahead[name]
        return page.body, page.title

    def were_in(self, name: str) -> bool:
        """Returns True for a page that notes were taken out of."""
        return name in self._robbed

    def in_text(self, html: str) -> tuple[Note, ...]:
        """Returns the notes that the HTML refers to, each once, in order."""
        by_mark = {note.mark: note for note in self._notes.values()}
        marks = dict.fromkeys(match[0] for match in _MARK.finditer(html))
        return tuple(by_mark[mark] for mark in marks if mark in by_mark)

    def _page(self, name: str) -> _Page:
        if name not in self._ahead:
            body, title = read_page(self._archive, name)
            self._ahead[name] = _Page(body, title, identified(body))
        return self._ahead[name]

    def _note(self, link: Element, name: str, page: _Page) -> Note | None:
        """Returns the note that a link leads to, and takes it out of its page; None for a link to anything else."""
        label = one_line(link.text[:100])
        is_declared = "noteref" in (link.attr("epub:type") or "").split() or link.attr("role") == "doc-noteref"
        if not (is_declared or _LABEL.fullmatch(label)) or not _is_within(link, page.body):
            return None
        position = inside(self._archive, name, link.attr("href") or "")
        if position in self._notes:
            return self._notes[position]
        if not position.name or not position.anchor or position.name in self._read:
            return None
        target = page if position.name == name else self._page(position.name)
        block = _block(target.ids.get(position.anchor), target.body)
        if block is None or block == _block(link, page.body) or not self._is_short(block):
            return None
        backs = [each for each in block.select("a[href]") if self._leads_back(each, position.name, link, name, label)]
        if not is_declared and (len(backs) != 1 or _begins_block(link, page.body)):
            return None
        for back in backs:
            if len(back.text.strip()) <= _LONGEST_BACK or one_line(back.text) == label:
                back.decompose()
        if not block.text.strip() and not block.select_one("img"):
            return None
        rest = _rest_of(block) if target is not page else []
        html = block.inner_html + "".join(each.html for each in rest)
        around = block.parent
        for each in [block, *rest]:
            each.extract()
        _remove_if_empty(around, target.body)
        note = Note(f"qnoteq{len(self._notes)}qeton", label.strip("[]() "), html)
        self._notes[position] = note
        self._robbed.add(position.name)
        return note

    def _is_short(self, block: Element) -> bool:
        if block not in self._short:
            self._short[block] = all(length <= _LONGEST for length in accumulate(map(len, block.strings)))
        return self._short[block]

    def _leads_back(self, back: Element, page: str, link: Element, name: str, label: str) -> bool:
        position = inside(self._archive, page, back.attr("href") or "")
        if position.name != name:
            return False
        return one_line(back.text[:100]) == label or position.anchor in _ids_around(link)


def with_notes(markdown: str, notes: Sequence[Note]) -> str:
    """Returns the Markdown of a chapter with its notes at the end, as footnotes of Markdown."""
    from newstui.formats.html.to_markdown import markdown_of

    below: list[str] = []
    labels: dict[str, str] = {}
    own = {note.label for note in notes if note.label.isalnum() and note.label.isascii()}
    free = (str(number) for number in count(1) if str(number) not in own)
    unused = set(own)
    for note in notes:
        label = note.label if note.label in unused else next(free)
        unused.discard(label)
        labels[note.mark] = label
        text = _without_label(markdown_of(note.html), note.label)
        below.append(f"[^{label}]: " + "\n".join(f"    {line}" if line else "" for line in text.split("\n")).strip())
    text = _MARK.sub(lambda mark: f"[^{labels[mark[0]]}]" if mark[0] in labels else "", markdown)
    return "\n\n".join([text, *below]).strip("\n")


def without_marks(text: str) -> str:
    """Returns a title without references to notes."""
    return one_line(_MARK.sub("", text))


def _without_label(text: str, label: str) -> str:
    """Returns a note without the number that it begins with: it has another one now."""
    return re.sub(rf"\A(?:\W{{0,3}}{re.escape(label)}(?=\W))?[\\.):\]\s]{{0,9}}", "", text)


def _block(element: Element | None, body: Element) -> Element | None:
    """Returns the block that an element is, or is in; None where no note can be in such a one."""
    while element is not None and element != body:
        if element.tag in BLOCKS:
            return element if element.tag in _BLOCKS_OF_NOTES else None
        outer = element.parent
        element = outer if is_element(outer) else None
    return None


def _is_within(element: Element, body: Element) -> bool:
    """Returns False for an element that was taken out of the page with a note."""
    return any(each == body for each in element.ancestors)


def _begins_block(link: Element, body: Element) -> bool:
    """Returns True for a link at the start of its block: the number of a note, not a reference to one."""
    block = _block(link, body)
    if block is None or link != block.select_one("a"):
        return False
    first = next(iter(block.stripped_strings), "")
    return bool(first) and first.startswith(next(iter(link.stripped_strings), ""))


def _ids_around(link: Element) -> set[str | None]:
    """Returns the ids of the link, of what is in it, around it in its line, and right before it."""
    elements = [link, *link.select("[id]"), *link.select("a[name]")]
    before = link.previous_sibling
    if is_element(before):
        elements.append(before)
    for outer in link.ancestors:
        if not is_element(outer) or outer.tag == "body":
            break
        elements.append(outer)
        if outer.tag in BLOCKS:
            break
    return {id_ for each in elements for id_ in (each.attr("id"), each.attr("name")) if id_}


def _remove_if_empty(element: Node | None, body: Element) -> None:
    """Removes the list or section that notes were in, once there is nothing left but its heading."""
    while is_element(element) and element != body:
        headings = [each for each in element.select(HEADING_SELECTOR) if each.text.strip()][:2]
        left = list(islice(element.stripped_strings, 3))
        if element.select_one("img") or len(headings) > 1 or left != [each.text.strip() for each in headings]:
            return
        outer = element.parent
        element.extract()
        element = outer


def _rest_of(block: Element) -> list[Element]:
    """Returns the paragraphs that go on with a note on a page of notes."""
    rest: list[Element] = []
    if block.tag == "p":
        for node in block.next_siblings:
            if is_element(node):
                if node.tag != "p" or node.attr("id") or node.select_one("[id], a"):
                    break
                rest.append(node)
    return rest
