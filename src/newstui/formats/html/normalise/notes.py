"""Notes of a text: those in the margin stand in brackets, and the number of one stands in its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.html.elements import BLOCK_SELECTOR, BLOCKS, is_element, new_text

if TYPE_CHECKING:
    from turbohtml import Element

_IN_MARGIN = "span.sidenote, span.marginnote, span.margin-note, span.footnote-text, small.sidenote"
_NUMBERS = "sup, a[class*=footnote], span[class*=footnote]"
_LONGEST_NUMBER = 5


def prepare_notes(tree: Element) -> None:
    """Puts notes of the margin into brackets, and the number before a note into its first line."""
    for number in tree.select(_NUMBERS):
        _join_number(number)
    for note in tree.select(_IN_MARGIN):
        if not note.text.strip() or note.select_one(BLOCK_SELECTOR) or note.closest("pre, code"):
            continue
        note.insert(0, new_text(" ("))
        note.append(new_text(")"))


def _join_number(number: Element) -> None:
    """Moves a number that begins a block, with the words of the note in a block after it, to these words."""
    text = number.text.strip()
    if len(text) > _LONGEST_NUMBER or not text.strip("[]().").isdecimal() or not is_element(number.parent):
        return
    before = number.previous_sibling
    while before is not None and not before.text.strip():
        before = before.previous_sibling
    if before is not None:
        return
    words = number.next_sibling
    while words is not None and not is_element(words) and not words.text.strip():
        words = words.next_sibling
    if not is_element(words) or words.tag not in ("p", "div", "section"):
        return
    line = next((each for each in (words, *words.select("p, div")) if not each.select_one(BLOCK_SELECTOR)), None)
    if line is not None and line.tag in BLOCKS and line.text.strip():
        line.insert(0, new_text(" "))
        line.insert(0, number)
